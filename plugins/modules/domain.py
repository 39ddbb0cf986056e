#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: domain
short_version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description: Manage domains
description:
  - Create, rename, move, change and remove domains, the tree in which accounts and projects stand.
  - A domain is known by its path. The domain above it must be there before.
  - To rename or move a domain with all that is in it, give its O(id) and the new O(path).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  path:
    description:
      - Path of the domain, such as V(ROOT/web/dev). The first V(ROOT/) may be left out.
      - Two paths that differ only in the case of letters are the same.
    type: str
    required: true
  network_domain:
    description:
      - DNS suffix of the networks in the domain, for those that have none of their own.
    type: str
  clean_up:
    description:
      - Whether to remove everything in the domain along with it when O(state=absent); accounts with their
        instances,
        projects, and the domains below it.
      - Without it, only an empty domain is removed.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the domain exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  poll_async:
    description:
      - Whether to wait until the removal of the domain has ended.
    type: bool
    default: true
  id:
    description:
      - Id of an existing domain. With it, a differing O(path) renames and moves the domain.
    type: str
seealso:
  - module: cloudstack.cloud.domain_info
  - module: cloudstack.cloud.account
  - module: cloudstack.cloud.project
"""

EXAMPLES = r"""
---
- name: The domain of the web teams exists
  cloudstack.cloud.domain:
    path: ROOT/web-teams
    network_domain: web.example.com
  register: web_teams

- name: There is a domain below it
  cloudstack.cloud.domain:
    path: web-teams/staging
  register: staging

- name: The domain below it is renamed and stands right under the root
  cloudstack.cloud.domain:
    id: "{{ staging.id }}"
    path: ROOT/web-staging

- name: Both domains are removed with everything in them
  cloudstack.cloud.domain:
    path: "{{ item }}"
    clean_up: true
    state: absent
  loop:
    - ROOT/web-staging
    - ROOT/web-teams
"""

RETURN = r"""
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.domain import DOMAIN
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(DOMAIN)


if __name__ == "__main__":
    main()
