#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_offering
short_description: Manage backup offerings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Import what the backup provider of a zone has to offer, change it and remove it. An instance is backed up by the
    offering that it is given.
  - The backup framework must be enabled for the zone, with a provider.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the offering.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone.
      - Needed to create the offering.
    type: str
  external_id:
    description:
      - What the backup provider calls its policy.
      - Needed to create the offering without O(backup_chain_size) or O(compress) or O(compression_library) or
        O(validate) or O(validation_steps) or O(allow_quick_restore) or O(allow_extract_file).
      - CloudStack takes it only when the offering is created; a task that wants another value later fails.
    type: str
  description:
    description:
      - Text that users read.
      - Needed to create the offering.
    type: str
  allow_user_driven_backups:
    description:
      - Whether users may make backups by themselves, and not only the schedule of the provider.
      - When the offering is created without it, V(true) is used.
    type: bool
  domains:
    description:
      - Paths, names or ids of the domains that alone may use the offering. An empty list opens it to all.
      - Needs CloudStack 4.23 or newer.
    type: list
    elements: str
    aliases:
      - domain
  backup_chain_size:
    description:
      - After how many incremental backups a full one is made. It makes an offering of CloudStack's own
        provider, as each of the options does that say so.
      - Used only when the offering is created. The API does not show it, so it is not compared later.
    type: int
  compress:
    description:
      - Whether backups are compressed, of CloudStack's own provider.
      - Used only when the offering is created. The API does not show it, so it is not compared later.
    type: bool
  compression_library:
    description:
      - What compresses them, of CloudStack's own provider.
      - Used only when the offering is created. The API does not show it, so it is not compared later.
    type: str
  validate:
    description:
      - Whether backups are tried out after they were made, of CloudStack's own provider.
      - Used only when the offering is created. The API does not show it, so it is not compared later.
    type: bool
  validation_steps:
    description:
      - How they are tried out, of CloudStack's own provider.
      - Used only when the offering is created. The API does not show it, so it is not compared later.
    type: str
  allow_quick_restore:
    description:
      - Whether an instance may start before it is wholly restored, of CloudStack's own provider.
      - Used only when the offering is created. The API does not show it, so it is not compared later.
    type: bool
  allow_extract_file:
    description:
      - Whether single files may be taken from backups, of CloudStack's own provider.
      - Used only when the offering is created. The API does not show it, so it is not compared later.
    type: bool
  state:
    description:
      - V(present) makes sure that the offering exists, V(absent) that it does not. An offering that instances have is
        not removed.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing offering. It takes the place of the options that identify the offering.
    type: str
seealso:
  - module: cloudstack.cloud.backup_offering_info
  - module: cloudstack.cloud.backup
  - module: cloudstack.cloud.backup_schedule
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: Nightly backups are offered
  cloudstack.cloud.backup_offering:
    name: nightly
    zone: zone-1
    external_id: silver-policy
    description: A backup each night

- name: Users may make backups of their own only by the schedule
  cloudstack.cloud.backup_offering:
    name: nightly
    zone: zone-1
    allow_user_driven_backups: false

- name: Nightly backups are not offered any more
  cloudstack.cloud.backup_offering:
    name: nightly
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the backup offering.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the offering.
  returned: when it exists
  type: str
zone:
  description: Name of the zone.
  returned: when it has one
  type: str
  sample: zone-1
external_id:
  description: What the backup provider calls its policy.
  returned: when it has one
  type: str
description:
  description: Text that users read.
  returned: when it has one
  type: str
allow_user_driven_backups:
  description: Whether users may make backups by themselves, and not only the schedule of the provider.
  returned: when it has one
  type: bool
domains:
  description: Paths, names or ids of the domains that alone may use the offering.
  returned: when it has one
  type: list
  elements: str
provider:
  description: The backup provider.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
cross_zone_instance_creation:
  description: Whether instances can be made from its backups in other zones.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.backup_offering import BACKUP_OFFERING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(BACKUP_OFFERING)


if __name__ == "__main__":
    main()
