#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: quota_tariff_info
short_description: List quota tariffs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all quota tariffs that the user may see, or those that fit every filter.
  - Activation rules are shown only to those who may set them.
  - Needs the quota service. It runs where the setting C(quota.enable.service) is V(true) and the management
    servers have been started since.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the quota tariff of this name.
    type: str
  usage_type:
    description:
      - Show only tariffs of this use, given by its name or its number.
    type: str
  show_removed:
    description:
      - Whether to show tariffs, too, that were removed or changed since.
    type: bool
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(quotaTariffList) takes V(enddate), V(id), V(keyword), V(listonlyremoved), V(startdate), as of CloudStack
        4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.quota_tariff
"""

EXAMPLES = r"""
---
- name: All prices are known
  cloudstack.cloud.quota_tariff_info:
  register: found

- name: Former prices of instances are known, too
  cloudstack.cloud.quota_tariff_info:
    usage_type: RUNNING_VM
    show_removed: true
  register: found
"""

RETURN = r"""
---
quota_tariffs:
  description: The quota tariffs that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the quota tariff.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the tariff.
      returned: when it exists
      type: str
      sample: instances
    usage_type:
      description: What is paid for, for example V(RUNNING_VM), V(VOLUME) or V(IP_ADDRESS), by its name or
        its number.
      returned: when it has one
      type: str
      sample: RUNNING_VM
    value:
      description: The price of one unit, in the currency of the setting C(quota.currency.symbol).
      returned: when it has one
      type: float
      sample: 14.5
    description:
      description: What the tariff is for.
      returned: when it has one
      type: str
    activation_rule:
      description: JavaScript that decides whether the tariff counts for a resource, or what its price is.
      returned: when it has one
      type: str
    position:
      description: Place among the tariffs of the same C(usage_type).
      returned: when it has one
      type: int
      sample: 1
    start_date:
      description: Since when the tariff counts, such as V(2030-01-01) or V(2030-01-01 08:00:00).
      returned: when it has one
      type: str
    end_date:
      description: Until when the tariff counts, such as V(2031-01-01).
      returned: when it has one
      type: str
    unit:
      description: What the use is counted in.
      returned: when it has one
      type: str
      sample: Compute-Month
    currency:
      description: Sign of the currency.
      returned: when it has one
      type: str
      sample: $
    removed:
      description: When it was removed, or changed.
      returned: when it has one
      type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.quota_tariff import QUOTA_TARIFF
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(QUOTA_TARIFF)


if __name__ == "__main__":
    main()
