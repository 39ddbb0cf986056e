#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: image_store_info
short_description: List image stores
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all image stores that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the image store of this name or id.
    type: str
  zone:
    description:
      - Show only image stores of this zone, given by name or id.
    type: str
  provider:
    description:
      - Show only image stores of this kind of storage, for example V(NFS).
    type: str
  protocol:
    description:
      - Show only image stores reached with this protocol, for example V(nfs).
    type: str
  read_only:
    description:
      - Show only image stores that may, or may not, only be read.
    type: bool
  id:
    description:
      - Show only the image store with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listImageStores) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.image_store
"""

EXAMPLES = r"""
---
- name: The secondary storage of the zone is known
  cloudstack.cloud.image_store_info:
    zone: zone-1
  register: found
"""

RETURN = r"""
---
image_stores:
  description: The image stores that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(IMAGE_STORE)


if __name__ == "__main__":
    main()
