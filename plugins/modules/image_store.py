#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: image_store
short_description: Manage secondary storage
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add, change and remove secondary storage, where templates, ISO images and snapshots are kept.
  - The name of an image store is unique in the whole installation.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name or id of the image store.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone the image store serves. Object storage serves the whole region and has none.
    type: str
  url:
    description:
      - Where the storage is, for example V(nfs://192.0.2.20/export/secondary) or
        V(cifs://192.0.2.23/secondary?user=name&password=secret&domain=example). Object storage is described by
        O(details) instead.
      - A task that wants another one later fails, unless O(force_recreate=true).
    type: str
  provider:
    description:
      - Kind of the storage, for example V(NFS), V(SMB), V(S3) or V(Swift).
      - A task that wants another one later fails, unless O(force_recreate=true).
      - Needed to create the image store.
    type: str
  details:
    description:
      - Settings of the provider, as names and values, for example C(accesskey), C(secretkey), C(endpoint) and
        C(bucket) for V(S3). They may hold secrets and are never shown.
      - Used only when the image store is created. The API does not show it, so it is not compared later.
    type: dict
  read_only:
    description:
      - Whether the store may only be read, so that nothing new is put there.
    type: bool
  capacity_bytes:
    description:
      - Bytes that CloudStack may use. Without it, the whole storage.
      - Used only when the image store is created. The API does not show it, so it is not compared later.
    type: int
  force_recreate:
    description:
      - Whether an image store is removed and added anew when its O(url) or O(provider) shall be another one.
      - What is kept on it is lost to CloudStack then.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the image store exists.
      - V(absent) removes it. It must be empty by then.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing image store. With it, another O(name) renames the image store.
    type: str
seealso:
  - module: cloudstack.cloud.image_store_info
  - module: cloudstack.cloud.zone
  - module: cloudstack.cloud.storage_pool
"""

EXAMPLES = r"""
---
- name: The zone has secondary storage on NFS
  cloudstack.cloud.image_store:
    name: secondary-2
    zone: zone-1
    provider: NFS
    url: nfs://192.0.2.20/export/secondary-2

- name: Nothing new is put on the storage
  cloudstack.cloud.image_store:
    name: secondary-2
    zone: zone-1
    read_only: true

- name: The empty storage is removed
  cloudstack.cloud.image_store:
    name: secondary-2
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the image store.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the image store.
  returned: when it exists
  type: str
  sample: secondary-1
zone:
  description: Name of the zone the image store serves.
  returned: when it has one
  type: str
  sample: zone-1
url:
  description: Where the storage is, without user name and password.
  returned: when it has one
  type: str
  sample: nfs://192.0.2.20/export/secondary-1
provider:
  description: Kind of the storage, for example V(NFS), V(SMB), V(S3) or V(Swift).
  returned: when it has one
  type: str
  sample: NFS
read_only:
  description: Whether the store may only be read, so that nothing new is put there.
  returned: when it has one
  type: bool
protocol:
  description: Protocol that the storage is reached with.
  returned: when it has one
  type: str
  sample: nfs
provider_name:
  description: Name of the provider.
  returned: when it has one
  type: str
  sample: NFS
scope:
  description: Who may use the store.
  returned: when it has one
  type: str
  sample: ZONE
disk_size_total:
  description: Bytes there are.
  returned: when it has one
  type: int
disk_size_used:
  description: Bytes in use.
  returned: when it has one
  type: int
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.image_store import IMAGE_STORE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(IMAGE_STORE)


if __name__ == "__main__":
    main()
