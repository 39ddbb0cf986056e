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
- name: A key pair for operators exists
  cloudstack.cloud.ssh_key:
    name: operators
  register: key_pair
  no_log: true

- name: Its private key, which is told only once, is kept where nobody else can read it
  ansible.builtin.copy:
    content: "{{ key_pair.private_key }}"
    dest: "{{ key_file | default('/tmp/operators.key') }}"
    mode: "0600"
  when: key_pair.private_key is defined
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
id:
  description: Id of the SSH key pair.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the key pair.
  returned: when it exists
  type: str
  sample: deploy
fingerprint:
  description: Fingerprint of the public key.
  returned: when it has one
  type: str
  sample: 54:5d:b6:c0:5b:6f:7a:2c:1c:12:c0:ea:1b:6d:ae:9a
domain:
  description: Domain of the owner.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account of the owner.
  returned: when it has one
  type: str
  sample: admin
project:
  description: Project of the owner.
  returned: when it has one
  type: str
private_key:
  description: The private key, which CloudStack has made and cannot show again. Register it with C(no_log)
    and keep it.
  returned: when the task makes it
  type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ssh_key import SSH_KEY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(SSH_KEY)


if __name__ == "__main__":
    main()
