#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: host_certificate
short_description: Renew certificates of hosts
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Have CloudStack's certificate authority give a host a new certificate, with which it meets the management servers.
  - The API shows no certificate of a host. With O(certificate), the one that the host has, the task tells how long it
    is still good, and renews it only where it soon ends. Without it, each run renews the certificate.
  - In check mode nothing is renewed, so a task in a loop over hosts, each with the certificate that
    M(ansible.builtin.slurp) has read there, lists how many days each one is still good.
attributes:
  idempotent:
    support: partial
    details: Where O(certificate) is not given, each run renews the certificate.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  host:
    description:
      - Name or id of the host.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which O(host) is looked for.
    type: str
  certificate:
    description:
      - The certificate that the host has, in PEM form. A KVM host keeps it in C(/etc/cloudstack/agent/cloud.crt).
    type: str
  renew_before:
    description:
      - Renew O(certificate) when it ends in fewer days than these.
    type: int
    default: 30
  provider:
    description:
      - The certificate authority. Without it, the one in the setting C(ca.framework.provider.plugin) is meant.
    type: str
  reconnect:
    description:
      - Whether the agent of the host shall connect anew, which is what CloudStack does when it is not told.
    type: bool
  force:
    description:
      - Whether the certificate may be renewed over SSH, so that also a host that is not connected gets one.
      - Needs CloudStack 4.23 or newer.
    type: bool
seealso:
  - module: cloudstack.cloud.host
  - module: cloudstack.cloud.certificate
  - module: cloudstack.cloud.certificate_authority_info
"""

EXAMPLES = r"""
---
- name: The host has a new certificate
  cloudstack.cloud.host_certificate:
    host: host-1
    zone: zone-1

- name: The host has a certificate that is good for at least sixty days
  cloudstack.cloud.host_certificate:
    host: host-1
    zone: zone-1
    renew_before: 60
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
  register: renewal

- name: The days that are left are known
  ansible.builtin.debug:
    var: renewal.days_left
"""

RETURN = r"""
---
id:
  description: Id of the host certificate.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
host:
  description: Name of the host.
  returned: when it exists
  type: str
zone:
  description: Name of the zone in which C(host) is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
expires:
  description: When the certificate that the task names ends, in UTC.
  returned: when it has one
  type: str
  sample: '2027-11-22T14:39:51Z'
days_left:
  description: Whole days until then.
  returned: when it has one
  type: int
  sample: 365
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.host_certificate import HOST_CERTIFICATE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(HOST_CERTIFICATE)


if __name__ == "__main__":
    main()
