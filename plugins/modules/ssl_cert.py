#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ssl_cert
short_description: Manage TLS certificates for load balancers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Upload and remove the certificates that load balancer rules use.
  - A certificate is known by O(name) among those of its owner.
  - The server keeps the private key to itself and never shows it.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  name:
    description:
      - Name of the certificate.
    type: str
    required: true
  certificate:
    description:
      - The certificate in PEM form. White space does not matter when it is compared.
      - >-
        CloudStack cannot change it: with O(force=true) another one takes its place, under a new id.
      - Needed to create the certificate.
    type: str
  private_key:
    description:
      - The private key in PEM form.
      - Needed to create the certificate.
      - It is only sent when the certificate is created, and never shown, compared or logged.
    type: str
  cert_chain:
    description:
      - The certificates of the authorities between this one and the root, in PEM form, one after the other.
      - >-
        CloudStack cannot change it: with O(force=true) another one takes its place, under a new id.
    type: str
  password:
    description:
      - Password of the private key, where it has one.
      - It is only sent when the certificate is created, and never shown, compared or logged.
    type: str
  enable_revocation_check:
    description:
      - Whether CloudStack asks the authority if the certificate was revoked. Without it, CloudStack does.
      - Used only when the certificate is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.15 or newer.
    type: bool
  force:
    description:
      - Whether a certificate that differs is removed and uploaded again. One that a load balancer rule uses cannot be
        removed.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the certificate is there, V(absent) that it is not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing certificate. It takes the place of the options that identify the certificate.
    type: str
seealso:
  - module: cloudstack.cloud.ssl_cert_info
  - module: cloudstack.cloud.lb_rule
"""

EXAMPLES = r"""
---
- name: The certificate of the shop is there
  cloudstack.cloud.ssl_cert:
    name: shop
    certificate: |
      -----BEGIN CERTIFICATE-----
      MIIBFzCByqADAgECAhQF8BnKJmYvXl0mYb9W0y9c3p2aFzAFBgMrZXAwEDEOMAwG
      -----END CERTIFICATE-----
    private_key: "{{ shop_private_key | default('the private key, from a vault') }}"

- name: The certificate is gone
  cloudstack.cloud.ssl_cert:
    name: shop
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the TLS certificate.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the certificate.
  returned: when it exists
  type: str
certificate:
  description: The certificate in PEM form.
  returned: when it has one
  type: str
cert_chain:
  description: The certificates of the authorities between this one and the root, in PEM form, one after the
    other.
  returned: when it has one
  type: str
fingerprint:
  description: Fingerprint of the certificate.
  returned: when it has one
  type: str
lb_rules:
  description: Ids of the load balancer rules that use it.
  returned: when it has one
  type: list
  elements: str
domain:
  description: Domain of the owner.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account of the owner.
  returned: when it has one
  type: str
  sample: admin
project:
  description: Project of the owner.
  returned: when it has one
  type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ssl_cert import SSL_CERT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(SSL_CERT)


if __name__ == "__main__":
    main()
