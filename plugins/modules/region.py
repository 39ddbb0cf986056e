#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: region
short_description: Manage regions
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add, change and remove regions, the CloudStack installations that know of one another.
  - A region is known by its number. The installation itself is region V(1) unless its database was set up
    differently.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  id:
    description:
      - Number of the region. It is the identity of the region and never changes.
    type: int
    required: true
  name:
    description:
      - Name of the region, as users see it.
      - Needed to create the region.
    type: str
  endpoint:
    description:
      - URL of the region's management server, for example V(https://cloud.example.com/client/).
      - Two URLs that differ only in the last slash or in the case of the scheme are the same.
      - Needed to create the region.
    type: str
  state:
    description:
      - V(present) makes sure that the region is known, V(absent) that it is not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.region_info
  - module: cloudstack.cloud.zone
"""

EXAMPLES = r"""
---
- name: The second region is known
  cloudstack.cloud.region:
    id: 2
    name: geneva
    endpoint: https://geneva.cloud.example.com/client/

- name: The second region has moved to another address
  cloudstack.cloud.region:
    id: 2
    name: geneva
    endpoint: https://gva.cloud.example.com/client/

- name: The second region is forgotten
  cloudstack.cloud.region:
    id: 2
    state: absent
"""

RETURN = r"""
---
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.region import REGION
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(REGION)


if __name__ == "__main__":
    main()
