#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: export
short_description: Read a zone back into the variables that would build it
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Reads a live zone and returns it as the tree that the role P(cloudstack.cloud.zone#role) takes, so that what was
    built by hand or by other tools can be kept in files from then on.
  - Things are named, and ids do not appear. Lists are sorted, so that two exports of a zone that nobody changed are the
    same. A check run of the role with the tree changes nothing.
  - Passwords, keys and other secrets are left out. What the API does not show is listed in RV(notes).
  - Only what the tree has words for is read. Instances and networks of tenants, offerings, templates and settings are
    no part of it.
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
  zone:
    description:
      - Name or id of the zone.
      - The caller must be able to list hosts and storage, which administrators are.
    type: str
    required: true
notes:
  - The API does not tell with which URL a host was added. The tree has one made of the host's address; it matters only
    where the host is added anew.
  - The API does not tell to which region a zone belongs.
  - Two hosts of a zone with one name are an error, for a tree could not tell them apart.
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
  sample:
    - at: ""
      text: "The API does not show these of hosts: password, url, username."
variables:
  description: The variable of the role with the tree as its value.
  returned: success
  type: dict
  contains:
    zone_tree:
      description: The zone, as the role P(cloudstack.cloud.zone#role) takes it.
      returned: success
      type: dict
  sample:
    zone_tree:
      name: zone-1
      network_type: Advanced
      dns1: 192.0.2.53
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.export.work import export_arguments, export_work
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_module


def main() -> None:
    run_module(export_arguments(), export_work)


if __name__ == "__main__":
    main()
