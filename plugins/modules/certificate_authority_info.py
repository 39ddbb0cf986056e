#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: certificate_authority_info
short_description: List certificate authorities
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all certificate authorities that the user may see, or those that fit every filter.
  - They give hosts and system VMs the certificates with which these meet the management servers.
    When the one of an authority ends, those of all hosts are worth nothing.
  - The API has no list of the certificates that hosts have. How many days one is still good,
    M(cloudstack.cloud.host_certificate) tells when it is given the certificate. CloudStack
    renews certificates by itself where the setting C(ca.framework.cert.automatic.renewal) is
    V(true), and sends an alert before one ends.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the certificate authority of this name.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option
        says. What is an id there is an id here, and no name.
      - The server is asked for its parameters first, for it ignores those that it does not
        know. An unknown one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.host_certificate
  - module: cloudstack.cloud.alert_info
"""

EXAMPLES = r"""
---
- name: How long the certificates of the authorities are good is known
  cloudstack.cloud.certificate_authority_info:
  register: found
"""

RETURN = r"""
---
certificate_authorities:
  description: The certificate authorities that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the certificate authority.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the authority.
      returned: when it exists
      type: str
      sample: root
    description:
      description: What the authority is.
      returned: when it has one
      type: str
    certificate:
      description: Its certificate in PEM form.
      returned: when it has one
      type: str
    expires:
      description: When the certificate ends, in UTC.
      returned: when it has one
      type: str
      sample: '2056-11-14T14:39:55Z'
    days_left:
      description: Whole days until then; below zero when it has ended.
      returned: when it has one
      type: int
      sample: 10950
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.certificate_authority import (
    CERTIFICATE_AUTHORITY,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(CERTIFICATE_AUTHORITY)


if __name__ == "__main__":
    main()
