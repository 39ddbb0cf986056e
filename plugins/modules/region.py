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
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.region import REGION
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(REGION)


if __name__ == "__main__":
    main()
