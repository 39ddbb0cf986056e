#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: metadata_facts
short_description: Learn inside an instance what CloudStack knows of it
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Read the metadata and the user data of the instance that the task runs in, from the virtual router of its network,
    and keep them as facts.
  - It needs neither the API nor its credentials. Run it on the instance, not on the controller.
attributes:
  check_mode:
    description: Can say in check mode what a run would do, without changing anything.
    support: full
    details: It only reads.
  diff_mode:
    description: Shows in diff mode what changes, before and after.
    support: N/A
    details: It only reads.
  idempotent:
    description: Changes nothing when it is run again with the same options.
    support: full
    details: It only reads.
  facts:
    description: Returns facts that later tasks can use.
    support: full
options:
  filter:
    description:
      - Read only this fact.
    type: str
    choices:
      - cloudstack_service_offering
      - cloudstack_availability_zone
      - cloudstack_public_hostname
      - cloudstack_public_ipv4
      - cloudstack_local_hostname
      - cloudstack_local_ipv4
      - cloudstack_instance_id
      - cloudstack_user_data
  meta_data_host:
    description:
      - Name or address of the virtual router, perhaps with a port.
      - Without it, the DHCP server of the instance is asked, or else its default gateway.
    type: str
  timeout:
    description:
      - Seconds to wait for each answer.
    type: int
    default: 10
notes:
  - Networks that hand out metadata on a configuration drive have no virtual router to ask.
seealso:
  - module: cloudstack.cloud.instance_info
  - module: cloudstack.cloud.user_data
"""

EXAMPLES = r"""
---
- name: What CloudStack knows of this instance is known
  cloudstack.cloud.metadata_facts:

- name: The zone of this instance is known
  cloudstack.cloud.metadata_facts:
    filter: cloudstack_availability_zone
    meta_data_host: 10.1.1.1
"""

RETURN = r"""
---
ansible_facts:
  description: The facts. What the virtual router does not tell is left out.
  returned: success
  type: dict
  contains:
    cloudstack_service_offering:
      description: Name of the service offering.
      returned: when it is told
      type: str
      sample: Small Instance
    cloudstack_availability_zone:
      description: Name of the zone.
      returned: when it is told
      type: str
      sample: zone-1
    cloudstack_public_hostname:
      description: Public address of the network, or the host name that stands for it.
      returned: when it is told
      type: str
      sample: 203.0.113.101
    cloudstack_public_ipv4:
      description: Public address of the network.
      returned: when it is told
      type: str
      sample: 203.0.113.101
    cloudstack_local_hostname:
      description: Host name of the instance.
      returned: when it is told
      type: str
      sample: web-1
    cloudstack_local_ipv4:
      description: Address of the instance in its network.
      returned: when it is told
      type: str
      sample: 10.1.1.100
    cloudstack_instance_id:
      description: Id of the instance.
      returned: when it is told
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    cloudstack_user_data:
      description: The user data, where it is a mapping in YAML or JSON and the guest has PyYAML.
      returned: when it is told
      type: dict
      sample:
        packages:
          - nginx
    cloudstack_user_data_raw:
      description: The user data as it is.
      returned: when it is told
      type: str
      sample: "#cloud-config"
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.guest.metadata import run_facts


def main() -> None:
    run_facts()


if __name__ == "__main__":
    main()
