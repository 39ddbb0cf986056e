#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: out_of_band_management
short_description: Manage the power of hosts
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Say how the power of a host is switched (out-of-band management), switch that on and off, and switch the
    power.
  - CloudStack cannot forget a configuration. Disable it instead.
attributes:
  idempotent:
    support: partial
    details: V(power_on), V(power_off), V(power_cycle), V(power_reset) and V(power_soft) of O(state) act
      at every run.
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
  driver:
    description:
      - 'How the controller is spoken to: V(ipmitool), V(redfish) or V(nestedcloudstack).'
      - Needed to create the configuration.
    type: str
  address:
    description:
      - Address of the controller.
      - Needed to create the configuration.
    type: str
  port:
    description:
      - Port of the controller.
      - Needed to create the configuration.
    type: int
  username:
    description:
      - User of the controller.
      - Needed to create the configuration.
    type: str
  password:
    description:
      - Password of the user. CloudStack takes a configuration as a whole, so it is needed with every change,
        and sent along with it.
      - A task that only gives another password changes nothing.
      - Needed to create the configuration.
      - It is never shown, compared or logged.
    type: str
  power_timeout:
    description:
      - Seconds that a change of the power may take.
    type: int
  state:
    description:
      - V(present) makes sure that the host is configured and leaves alone whether it is used.
      - V(enabled) and V(disabled) also say whether it is used.
      - V(power_on), V(power_off), V(power_cycle), V(power_reset) and V(power_soft) switch the power each time
        they are asked for. The configuration must be enabled.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - power_on
      - power_off
      - power_cycle
      - power_reset
      - power_soft
    default: present
seealso:
  - module: cloudstack.cloud.out_of_band_management_info
  - module: cloudstack.cloud.host
  - module: cloudstack.cloud.host_ha
"""

EXAMPLES = r"""
---
- name: The power of the host can be switched
  cloudstack.cloud.out_of_band_management:
    zone: zone-1
    host: host-1
    driver: ipmitool
    address: 192.0.2.31
    port: 623
    username: operator
    password: "{{ ipmi_password }}"
    state: enabled
  vars:
    ipmi_password: not-a-real-one

- name: The host is switched off and on
  cloudstack.cloud.out_of_band_management:
    zone: zone-1
    host: host-1
    state: power_cycle
"""

RETURN = r"""
---
host:
  description: Name of the host.
  returned: when it exists
  type: str
  sample: host-1
zone:
  description: Name of the zone in which C(host) is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
driver:
  description: 'How the controller is spoken to: V(ipmitool), V(redfish) or V(nestedcloudstack).'
  returned: when it has one
  type: str
  sample: ipmitool
address:
  description: Address of the controller.
  returned: when it has one
  type: str
  sample: 192.0.2.31
port:
  description: Port of the controller.
  returned: when it has one
  type: int
  sample: 623
username:
  description: User of the controller.
  returned: when it has one
  type: str
  sample: operator
power_state:
  description: Whether the host is on, as far as CloudStack knows.
  returned: when it has one
  type: str
  sample: 'On'
state:
  description: Whether it is used, V(enabled) or V(disabled).
  returned: when it exists
  type: str
  sample: enabled
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.out_of_band_management import (
    OUT_OF_BAND_MANAGEMENT,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(OUT_OF_BAND_MANAGEMENT)


if __name__ == "__main__":
    main()
