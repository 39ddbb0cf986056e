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
      - CloudStack takes it only when the image store is added. A task that wants another one fails, unless
        O(force_recreate=true).
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
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.image_store import IMAGE_STORE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(IMAGE_STORE)


if __name__ == "__main__":
    main()
