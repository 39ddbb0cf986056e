#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_repository
short_description: Manage backup repositories
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add the storage on which a backup provider keeps the backups of a zone, change it and remove it.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name or id of the repository.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone.
      - Needed to create the repository.
    type: str
  address:
    description:
      - Where the storage is, for example V(192.0.2.30:/backup) for NFS.
      - Needed to create the repository.
    type: str
  type:
    description:
      - Kind of the storage, for example V(nfs).
      - When the repository is created without it, V(nfs) is used.
      - CloudStack takes it only when the repository is created; a task that wants another value later fails.
    type: str
  provider:
    description:
      - The backup provider that uses it, for example V(nas). CloudStack uses its own default when the repository is
        added without it.
      - CloudStack takes it only when the repository is created; a task that wants another value later fails.
    type: str
  mount_opts:
    description:
      - Options that the storage is mounted with.
    type: str
  capacity_bytes:
    description:
      - Bytes that the storage has, where the provider cannot tell.
      - CloudStack takes it only when the repository is created; a task that wants another value later fails.
    type: int
  cross_zone_instance_creation:
    description:
      - Whether instances may be made from its backups in other zones.
      - Needs CloudStack 4.22 or newer.
    type: bool
  state:
    description:
      - V(present) makes sure that the repository is known, V(absent) that it is not. What is stored there stays.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing repository. It takes the place of the options that identify the repository.
    type: str
seealso:
  - module: cloudstack.cloud.backup_repository_info
  - module: cloudstack.cloud.backup_offering
  - module: cloudstack.cloud.backup
"""

EXAMPLES = r"""
---
- name: Backups of the zone are kept on a share
  cloudstack.cloud.backup_repository:
    name: vault
    zone: zone-1
    address: 192.0.2.30:/backup
    type: nfs
    provider: nas

- name: The share has moved
  cloudstack.cloud.backup_repository:
    name: vault
    zone: zone-1
    address: 192.0.2.31:/backup

- name: The share is not used any more
  cloudstack.cloud.backup_repository:
    name: vault
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the backup repository.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the repository.
  returned: when it exists
  type: str
zone:
  description: Name of the zone.
  returned: when it has one
  type: str
  sample: zone-1
address:
  description: Where the storage is, for example V(192.0.2.30:/backup) for NFS.
  returned: when it has one
  type: str
type:
  description: Kind of the storage, for example V(nfs).
  returned: when it has one
  type: str
provider:
  description: The backup provider that uses it, for example V(nas).
  returned: when it has one
  type: str
mount_opts:
  description: Options that the storage is mounted with.
  returned: when it has one
  type: str
capacity_bytes:
  description: Bytes that the storage has, where the provider cannot tell.
  returned: when it has one
  type: int
cross_zone_instance_creation:
  description: Whether instances may be made from its backups in other zones.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.backup_repository import BACKUP_REPOSITORY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(BACKUP_REPOSITORY)


if __name__ == "__main__":
    main()
