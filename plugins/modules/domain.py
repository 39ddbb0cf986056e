#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: domain
short_description: Manage domains
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
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

- name: The renamed domain is removed with everything in it
  cloudstack.cloud.domain:
    path: ROOT/web-staging
    clean_up: true
    state: absent

- name: The other domain, which is empty, is removed
  cloudstack.cloud.domain:
    path: ROOT/web-teams
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the domain.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
path:
  description: Path of the domain, such as V(ROOT/web/dev).
  returned: when it exists
  type: str
name:
  description: Name of the domain.
  returned: when it has one
  type: str
parent_domain:
  description: Name of the domain above it.
  returned: when it has one
  type: str
network_domain:
  description: DNS suffix of the networks in the domain, for those that have none of their own.
  returned: when it has one
  type: str
level:
  description: How many steps it stands below the root.
  returned: when it has one
  type: int
has_children:
  description: Whether there are domains below it.
  returned: when it has one
  type: bool
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.domain import DOMAIN
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(DOMAIN)


if __name__ == "__main__":
    main()
