#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: region_info
short_description: List regions
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all regions that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  id:
    description:
      - Show only the region of this number.
    type: int
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listRegions) takes V(keyword), V(name), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.region
"""

EXAMPLES = r"""
---
- name: All regions are known
  cloudstack.cloud.region_info:
  register: found

- name: One region is known
  cloudstack.cloud.region_info:
    id: 1
  register: found
"""

RETURN = r"""
---
regions:
  description: The regions that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Number of the region.
      returned: when it exists
      type: int
      sample: 2
    name:
      description: Name of the region, as users see it.
      returned: when it has one
      type: str
      sample: geneva
    endpoint:
      description: URL of the region's management server, for example V(https://cloud.example.com/client/).
      returned: when it has one
      type: str
      sample: https://geneva.cloud.example.com/client/
    gslb_service_enabled:
      description: Whether load balancing between zones is available.
      returned: when it has one
      type: bool
    portable_ip_service_enabled:
      description: Whether portable addresses are available.
      returned: when it has one
      type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.region import REGION
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(REGION)


if __name__ == "__main__":
    main()
