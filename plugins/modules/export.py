#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: export
short_description: Read a cloud back into the variables that would build it
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Reads a live cloud and returns the variables that the roles P(cloudstack.cloud.zone#role),
    P(cloudstack.cloud.tenancy#role) and P(cloudstack.cloud.instances#role) take, so that what was built by hand or by
    other tools can be kept in files from then on.
  - Things are named; ids only appear where a name is not enough. Lists are sorted, so that two exports of what nobody
    changed are the same. A check run of the role with the variables changes nothing.
  - Passwords, keys and other secrets are left out. What the API does not show is listed in RV(notes).
  - It changes nothing.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
attributes:
  check_mode:
    support: full
    details: It only reads.
  diff_mode:
    support: N/A
    details: It only reads.
options:
  tree:
    description:
      - What is read, called after the role that takes it.
      - With V(zone), a zone with what belongs to the cloud. The caller must be able to list hosts and storage, which
        administrators are.
      - With V(tenancy), domains with their accounts, users, projects and limits, and roles. A caller who is no
        administrator reads what that caller may list.
      - With V(instances), what one owner has in a zone. Instances with their disks and schedules, networks with their
        rules, VPCs with ACL lists, gateways and routes, public addresses with what they lead to, VPNs, load balancers,
        groups and keys.
    type: str
    choices:
      - zone
      - tenancy
      - instances
    default: zone
  zone:
    description:
      - Name or id of the zone.
      - Needed unless O(tree=tenancy), which takes none.
    type: str
  domain:
    description:
      - With O(tree=tenancy), path, name or id of the domain that is read with all below it. By default the topmost one
        that the caller may see.
      - With O(tree=instances), the domain of O(account) or O(project).
    type: str
  account:
    description:
      - With O(tree=instances), the account whose things are read. Needs O(domain).
      - Without it and O(project), the caller's own things are read.
    type: str
  project:
    description:
      - With O(tree=instances), the project whose things are read.
    type: str
  user_data:
    description:
      - With O(tree=instances), whether user data is read, too. It may hold secrets, and then so does the result.
    type: bool
    default: false
notes:
  - The API does not tell with which URL a host was added. The tree has one made of the host's address; it matters only
    where the host is added anew.
  - The API does not tell to which region a zone belongs.
  - Two hosts of a zone with one name are an error, for a tree could not tell them apart. Of tenants, things of one kind
    with one name are left out, and RV(notes) names them.
  - With O(tree=tenancy), accounts and roles that CloudStack made itself are left out, and limits that new owners have
    anyway where the caller may read the settings that say so.
  - With O(tree=instances), a secret that is needed to make something, such as the key of a VPN, is not among
    RV(variables). A note in RV(notes) has a C(variable) for it, and P(cloudstack.cloud.tree_text#filter) writes that
    variable to its place.
  - With O(tree=instances), autoscaling is not read, for there are no modules for it, nor are snapshots and backups,
    which are data, and certificates of load balancers. Schedules take a call for each instance, and permissions one for
    each network.
seealso:
  - plugin: cloudstack.cloud.tree_text
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Read a zone
  cloudstack.cloud.export:
    zone: zone-1
  register: exported

- name: Keep it in a file that a repository can hold
  ansible.builtin.copy:
    content: "{{ exported.variables | cloudstack.cloud.tree_text(exported.notes) }}"
    dest: "{{ export_file | default('/tmp/zone-1.yml') }}"
    mode: "0644"

- name: Read the tenants of a domain
  cloudstack.cloud.export:
    tree: tenancy
    domain: ROOT

- name: Read what the caller has in a zone
  cloudstack.cloud.export:
    tree: instances
    zone: zone-1
"""

RETURN = r"""
---
failure:
  description: Facts about the error, for machines.
  returned: failure
  type: dict
  sample:
    option: zone
notes:
  description: What the tree cannot say, in the order of the tree.
  returned: success
  type: list
  elements: dict
  contains:
    at:
      description: The place in RV(variables), such as C(zone_tree.pods[0].name); empty where it is said of the whole.
      returned: success
      type: str
    text:
      description: What is to be known.
      returned: success
      type: str
    variable:
      description: The variable that is to hold the value of the option at that place.
      returned: where that option is a secret
      type: str
  sample:
    - at: ""
      text: "The API does not show these of hosts: password, url, username."
variables:
  description: The variables of the role.
  returned: success
  type: dict
  contains:
    zone_tree:
      description: The zone, as the role P(cloudstack.cloud.zone#role) takes it.
      returned: with O(tree=zone)
      type: dict
    tenancy_tree:
      description: The tenants, as the role P(cloudstack.cloud.tenancy#role) takes them.
      returned: with O(tree=tenancy)
      type: dict
    instances_fleet:
      description: >-
        The instances. Beside it stand the other variables of the role P(cloudstack.cloud.instances#role) that say where
        they are, what they need and what leads to them.
      returned: with O(tree=instances)
      type: list
      elements: dict
  sample:
    zone_tree:
      name: zone-1
      network_type: Advanced
      dns1: 192.0.2.53
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.export.work import EXPORT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_module


def main() -> None:
    run_module(EXPORT)


if __name__ == "__main__":
    main()
