#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: host
short_description: Manage hosts
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add, name, change, put into maintenance and remove hosts.
  - The server names a new host itself. The module gives it O(name) at once, so that a further run finds it by that
    name. A run that was cut off in between is taken up from there by the next one.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name, id or address of the host. A new host is given the name, unless it is an address.
      - It can be changed since CloudStack 4.15.
    type: str
    required: true
    aliases:
      - ip_address
  zone:
    description:
      - Name or id of the zone the host belongs to.
    type: str
    required: true
  pod:
    description:
      - Name or id of the pod the host belongs to.
      - Needed to create the host.
    type: str
  cluster:
    description:
      - Name or id of the cluster the host belongs to.
    type: str
  url:
    description:
      - URL at which CloudStack reaches the host, for example V(http://192.0.2.31) for KVM or V(http://sim/c0/h0) for
        the simulator.
      - It is also how a host is found again that was added but not named yet.
      - Needed to create the host.
      - Used only when the host is created. The API does not show it, so it is not compared later.
    type: str
  username:
    description:
      - User name at the host, for example V(root).
      - Used only when the host is created. The API does not show it, so it is not compared later.
    type: str
  password:
    description:
      - Password at the host. CloudStack's own SSH key is used where it is installed.
      - It is only sent when the host is created, and never shown, compared or logged.
    type: str
  hypervisor:
    description:
      - Hypervisor of the host. It must be that of its cluster. The case does not matter.
      - Needed to create the host.
      - CloudStack takes it only when the host is created; a task that wants another value later fails.
    type: str
  host_tags:
    description:
      - Tags of the host. A service offering with a host tag puts its instances on hosts that have it. An empty list
        removes all tags.
      - The order does not matter.
    type: list
    elements: str
    aliases:
      - host_tag
  is_tag_a_rule:
    description:
      - Whether O(host_tags) is one rule in JavaScript that decides which offerings fit, in place of tags.
    type: bool
  os_category:
    description:
      - Name or id of the category of guest operating systems that the host prefers, for example V(Ubuntu). Instances
        of that category are put there first.
    type: str
  annotation:
    description:
      - Comment on the host, for its administrators.
      - It can be changed since CloudStack 4.11.
    type: str
  guest_os_rule:
    description:
      - Rule in JavaScript that decides which guest operating systems the host accepts.
    type: str
  storage_access_groups:
    description:
      - Names of the storage access groups of the host.
      - CloudStack takes it only when the host is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: list
    elements: str
  external_details:
    description:
      - Settings for an extension, as names and values.
      - Used only when the host is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: dict
  force:
    description:
      - Whether a host that is not in maintenance may be removed. Its instances are restarted elsewhere, or stopped.
    type: bool
    default: false
  force_destroy_local_storage:
    description:
      - Whether a host may be removed together with the disks on its local storage.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the host exists.
      - V(absent) removes it. It must be in maintenance by then, see O(allocation_state) and O(force).
    type: str
    choices:
      - present
      - absent
    default: present
  allocation_state:
    description:
      - V(enabled) and V(disabled) say whether instances may be started on the host. V(maintenance) also moves away
        what runs there, and the module waits until it is done.
      - Without it, the state is left as it is.
    type: str
    choices:
      - enabled
      - disabled
      - maintenance
  id:
    description:
      - Id of an existing host. With it, another O(name) renames the host.
    type: str
notes:
  - Adding a host takes as long as the server needs to reach and prepare it, up to several minutes.
seealso:
  - module: cloudstack.cloud.host_info
  - module: cloudstack.cloud.cluster
  - module: cloudstack.cloud.storage_pool
"""

EXAMPLES = r"""
---
- name: A simulated host is part of the cluster
  cloudstack.cloud.host:
    name: host-2
    zone: zone-1
    pod: pod-1
    cluster: cluster-1
    url: http://sim/c0/h2
    hypervisor: Simulator
    username: root
    password: "{{ host_password | default('password') }}"
    host_tags:
      - ssd

- name: The host is in maintenance, and nothing runs on it
  cloudstack.cloud.host:
    name: host-2
    zone: zone-1
    allocation_state: maintenance

- name: The host is at work again
  cloudstack.cloud.host:
    name: host-2
    zone: zone-1
    allocation_state: enabled

- name: The host is removed, whatever its state
  cloudstack.cloud.host:
    name: host-2
    zone: zone-1
    state: absent
    force: true
"""

RETURN = r"""
---
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.host import HOST
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(HOST)


if __name__ == "__main__":
    main()
