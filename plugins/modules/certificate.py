#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: certificate
short_description: Give console proxies and secondary storage VMs a certificate
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Upload the certificate with which console proxies and secondary storage VMs meet browsers, with the chain of the
    authorities that speak for it.
  - CloudStack then restarts these system VMs, one kind after the other. Consoles and downloads stop for some minutes.
  - The API shows no certificate that was uploaded. So it is uploaded at each run; let the task run where the
    certificate is new.
attributes:
  idempotent:
    support: none
    details: Each run uploads the certificate.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  domain_suffix:
    description:
      - Domain of the names under which the system VMs are reached, for example V(console.example.com), for which the
        certificate is good.
    type: str
    required: true
  certificate:
    description:
      - The certificate in PEM form.
    type: str
    required: true
  private_key:
    description:
      - The private key of the certificate, in PKCS#8 form and without a passphrase.
    type: str
    required: true
  chain:
    description:
      - The certificates of the authorities, the root first, and last the one that signed O(certificate).
    type: list
    elements: dict
    suboptions:
      name:
        description:
          - What CloudStack shall call the authority.
        type: str
        required: true
      certificate:
        description:
          - The certificate of the authority in PEM form.
        type: str
        required: true
seealso:
  - module: cloudstack.cloud.host_certificate
  - module: cloudstack.cloud.ssl_cert
  - module: cloudstack.cloud.system_vm
"""

EXAMPLES = r"""
---
- name: Browsers trust the consoles
  cloudstack.cloud.certificate:
    domain_suffix: console.example.com
    private_key: not-a-real-one
    certificate: |
      -----BEGIN CERTIFICATE-----
      MIIBhzCCAS2gAwIBAgIUTrz56ItWqxEQgkEbFe5Fmuie43owCgYIKoZIzj0EAwIw
      GDEWMBQGA1UEAwwNYy5leGFtcGxlLmNvbTAgFw0yNjExMjMwMTQzNTRaGA8yMDgx
      MDgyNjAxNDM1NFowGDEWMBQGA1UEAwwNYy5leGFtcGxlLmNvbTBZMBMGByqGSM49
      AgEGCCqGSM49AwEHA0IABK7dei+Pe3U0tF+wOP2b8xFnHJBCHxDMVJjl4WOug2fh
      cjzDrq/p5PkOdszT0ejuHkaRLtvQAWZtvDLGaxaBZV6jUzBRMB0GA1UdDgQWBBQI
      Jcf1DixYLvQAlxr8YK9zNC6kVzAfBgNVHSMEGDAWgBQIJcf1DixYLvQAlxr8YK9z
      NC6kVzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIB0xlwVoITZa
      gsjRCFpAV1KJgQ7mJl/fFTHWRpi/Cp7KAiEArNf1FUXpgbF1APgDA/emkfUzAc3Q
      26EA4W76sM20T78=
      -----END CERTIFICATE-----
    chain:
      - name: root
        certificate: |
          -----BEGIN CERTIFICATE-----
          MIIBhzCCAS2gAwIBAgIUTrz56ItWqxEQgkEbFe5Fmuie43owCgYIKoZIzj0EAwIw
          GDEWMBQGA1UEAwwNYy5leGFtcGxlLmNvbTAgFw0yNjExMjMwMTQzNTRaGA8yMDgx
          MDgyNjAxNDM1NFowGDEWMBQGA1UEAwwNYy5leGFtcGxlLmNvbTBZMBMGByqGSM49
          AgEGCCqGSM49AwEHA0IABK7dei+Pe3U0tF+wOP2b8xFnHJBCHxDMVJjl4WOug2fh
          cjzDrq/p5PkOdszT0ejuHkaRLtvQAWZtvDLGaxaBZV6jUzBRMB0GA1UdDgQWBBQI
          Jcf1DixYLvQAlxr8YK9zNC6kVzAfBgNVHSMEGDAWgBQIJcf1DixYLvQAlxr8YK9z
          NC6kVzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIB0xlwVoITZa
          gsjRCFpAV1KJgQ7mJl/fFTHWRpi/Cp7KAiEArNf1FUXpgbF1APgDA/emkfUzAc3Q
          26EA4W76sM20T78=
          -----END CERTIFICATE-----
"""

RETURN = r"""
---
domain_suffix:
  description: Domain of the names under which the system VMs are reached, for example V(console.example.com),
    for which the certificate is good.
  returned: when it exists
  type: str
system_vms:
  description: Names of the console proxies and secondary storage VMs that get the certificate.
  returned: when it has one
  type: list
  elements: str
  sample:
    - s-1-VM
    - v-2-VM
diff:
  description: What changes, in the names of the options. A side is empty where there is nothing.
  returned: changed
  type: dict
  contains:
    before:
      description: The values before.
      returned: changed
      type: dict
    after:
      description: The values afterwards.
      returned: changed
      type: dict
failure:
  description: What went wrong, for programs to read. The message says the same for people, and what to do.
  returned: failure
  type: dict
  contains:
    command:
      description: The command that the server refused, or whose answer was lost.
      returned: when a command was sent
      type: str
      sample: createNetwork
    code:
      description: HTTP status of the answer.
      returned: when the server answered with an error
      type: int
      sample: 431
    cserrorcode:
      description: CloudStack's own number of the kind of error.
      returned: when the server names one
      type: int
      sample: 4350
    errortext:
      description: What the server says.
      returned: when the server answered with an error
      type: str
      sample: Invalid zone id
    jobid:
      description: Id of the job that failed.
      returned: when a job failed
      type: str
      sample: 0b4c5c7c-3d9f-4b34-9f31-9c1b5b0e2a11
    option:
      description: The option at fault.
      returned: when an option is at fault
      type: str
      sample: zone
    value:
      description: The value of the option.
      returned: when nothing, or more than one thing, has that name
      type: raw
      sample: zone-1
    candidates:
      description: What answers to the name, each with its id and where it is.
      returned: when more than one thing has that name
      type: list
      elements: dict
    current:
      description: The value that cannot be changed.
      returned: when CloudStack takes the option only at creation
      type: raw
    wanted:
      description: The value that the task wants instead.
      returned: when CloudStack takes the option only at creation
      type: raw
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.certificate import CERTIFICATE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(CERTIFICATE)


if __name__ == "__main__":
    main()
