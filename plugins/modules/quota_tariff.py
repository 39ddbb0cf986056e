#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: quota_tariff
short_description: Manage tariffs of the quota service
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change and remove tariffs, which say what the use of a resource costs.
  - A change makes CloudStack put another tariff of the same name in the place of the one there is, so the id is
    another one afterwards. What was used before keeps its price.
  - Needs the quota service. It runs where the setting C(quota.enable.service) is V(true) and the management servers
    have been started since. Needs CloudStack 4.18 or newer.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name of the tariff. It identifies the tariff and cannot be changed.
    type: str
    required: true
  usage_type:
    description:
      - What is paid for, for example V(RUNNING_VM), V(VOLUME) or V(IP_ADDRESS), by its name or its number.
      - The command C(listUsageTypes) tells all of them.
      - Needed to create the tariff.
      - CloudStack takes it only when the tariff is created; a task that wants another value later fails.
    type: str
  value:
    description:
      - The price of one unit, in the currency of the setting C(quota.currency.symbol). RV(unit) tells the unit.
      - Needed to create the tariff.
    type: float
  description:
    description:
      - What the tariff is for.
      - An empty string takes the description away.
      - It can be changed since CloudStack 4.18.
    type: str
  activation_rule:
    description:
      - JavaScript that decides whether the tariff counts for a resource, or what its price is.
      - Needs the setting C(js.interpretation.enabled). An empty string takes the rule away, so that the tariff always
        counts.
      - It can be changed since CloudStack 4.18.
    type: str
  position:
    description:
      - Place among the tariffs of the same O(usage_type). Lower ones are counted first, and the rules of later ones can
        read their results.
      - Without it, CloudStack takes V(1).
      - Needs CloudStack 4.20 or newer.
    type: int
  start_date:
    description:
      - Since when the tariff counts, such as V(2030-01-01) or V(2030-01-01 08:00:00). A day alone means its first
        moment, as the server's clock has it.
      - It lies in the future. Without it, the tariff counts at once.
      - CloudStack takes it only when the tariff is created; a task that wants another value later fails.
    type: str
  end_date:
    description:
      - Until when the tariff counts, such as V(2031-01-01). A day alone means its first moment, as the server's clock
        has it.
      - Without it, the tariff has no end. An end can be moved, and not taken away.
      - It can be changed since CloudStack 4.18.
    type: str
  state:
    description:
      - V(present) makes sure that the tariff exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.quota_tariff_info
  - module: cloudstack.cloud.quota_email
  - module: cloudstack.cloud.quota_summary_info
  - module: cloudstack.cloud.usage_info
"""

EXAMPLES = r"""
---
- name: An hour of an instance has a price
  cloudstack.cloud.quota_tariff:
    name: instances
    usage_type: RUNNING_VM
    value: 14.5

- name: Large instances cost more, for a year
  cloudstack.cloud.quota_tariff:
    name: large instances
    usage_type: RUNNING_VM
    value: 20
    description: For more than 16 GB of memory
    activation_rule: value.computingResources.memory > 16384
    position: 2
    start_date: "2098-01-01"
    end_date: "2099-01-01"

- name: The price is lower
  cloudstack.cloud.quota_tariff:
    name: instances
    value: 12

- name: Nothing is paid for large instances
  cloudstack.cloud.quota_tariff:
    name: large instances
    state: absent
"""

RETURN = r"""
---
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
  description: What is paid for, for example V(RUNNING_VM), V(VOLUME) or V(IP_ADDRESS), by its name or its
    number.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.quota_tariff import QUOTA_TARIFF
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(QUOTA_TARIFF)


if __name__ == "__main__":
    main()
