#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ssh_key
short_description: Manage SSH key pairs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, register and remove the SSH key pairs that instances are deployed with.
  - Without O(public_key), CloudStack makes the pair. The task that creates it returns the private key, and nobody can
    read it again.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  name:
    description:
      - Name or id of the key pair.
    type: str
    required: true
  public_key:
    description:
      - Public key to register, as the one line of a C(.pub) file.
      - It is compared by its fingerprint. When another key has the name, the pair is removed and registered anew.
      - Without it, a key pair is created once, and a pair of that name is left as it is.
    type: str
  state:
    description:
      - V(present) makes sure that the key pair exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing key pair. It takes the place of the options that identify the key pair.
    type: str
seealso:
  - module: cloudstack.cloud.ssh_key_info
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: A key pair for operators exists, and a new private key is kept
  cloudstack.cloud.ssh_key:
    name: operators
  register: key_pair
  no_log: true

- name: The build server's own public key is registered
  cloudstack.cloud.ssh_key:
    name: build
    public_key: >-
      ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f build@example.com

- name: The operators' key pair is removed
  cloudstack.cloud.ssh_key:
    name: operators
    state: absent

- name: The build server's key pair is removed
  cloudstack.cloud.ssh_key:
    name: build
    state: absent
"""

RETURN = r"""
---
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ssh_key import SSH_KEY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(SSH_KEY)


if __name__ == "__main__":
    main()
