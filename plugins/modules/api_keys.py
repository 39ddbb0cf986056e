#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: api_keys
short_description: Get the API keys of a user with name and password
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Logs in with a user name and a password, makes sure that the user has API keys, and returns them. All other modules
    need such keys; this one does not, so it is the first step on a new cloud.
  - Keys that are there stay as they are. They are tried before they are returned.
  - The session is closed at the end.
  - On a new cloud it can replace the password that the cloud was installed with, see O(initial_password).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  username:
    description:
      - Name of the user.
      - A user who logs in through SAML or OAuth, or with a second factor, cannot be used.
    type: str
    required: true
  password:
    description:
      - Password of the user. It is sent in the body of a POST request, and only to O(api_url).
      - Use a URL with C(https), so that it cannot be read on the way.
    type: str
    required: true
  initial_password:
    description:
      - Password that is tried when the server refuses O(password). If it is right, it is replaced by O(password).
      - The administrator of a new cloud is C(admin) with the password V(password).
      - Where O(password) is right already, nothing is changed.
    type: str
  domain:
    description:
      - Path of the domain of the user, for example V(ROOT/dev/web). Without it, it is C(ROOT).
    type: str
notes:
  - O(api_key) and O(api_secret) are taken so that the action group can have defaults for them. They are not used.
  - The role C(cloudstack.cloud.bootstrap) calls it, and keeps what it returns in configuration files.
  - RV(user_api_secret) is a secret. Set C(no_log) to V(true) for the task that registers it.
seealso:
  - module: cloudstack.cloud.user
  - module: cloudstack.cloud.user_key
"""

EXAMPLES = r"""
---
- name: The administrator of a new cloud has a new password and API keys
  cloudstack.cloud.api_keys:
    username: admin
    initial_password: password
    password: "{{ vault_admin_password | default('correct-horse-battery-staple') }}"
  register: admin
  no_log: true

- name: The keys work
  cloudstack.cloud.zone_info:
    api_key: "{{ admin.user_api_key }}"
    api_secret: "{{ admin.user_api_secret }}"

- name: A user of a domain gets the own keys
  cloudstack.cloud.api_keys:
    username: api-user
    password: "{{ vault_api_user_password | default('not-a-real-one') }}"
    domain: ROOT/key-users
  register: own
  no_log: true
"""

RETURN = r"""
---
account:
  description: Name of the account that the user belongs to.
  returned: success
  type: str
  sample: admin
diff:
  description: The state before and after, without keys and passwords.
  returned: when something changed
  type: dict
  contains:
    before:
      description: The state before.
      returned: when something changed
      type: dict
    after:
      description: The state afterwards.
      returned: when something changed
      type: dict
failure:
  description: Facts about the error, for machines.
  returned: failure
  type: dict
  sample:
    option: password
has_initial_password:
  description: Whether the user has O(initial_password) afterwards.
  returned: success
  type: bool
  sample: false
id:
  description: UUID of the user.
  returned: success
  type: str
  sample: 5b1a208d-e682-11f1-89fe-02fc00000001
keys_registered:
  description: Whether the user has API keys afterwards.
  returned: success
  type: bool
  sample: true
user_api_key:
  description: API key of the user.
  returned: success, in check mode only if the user has keys already
  type: str
user_api_secret:
  description: Secret key of the user.
  returned: success, in check mode only if the user has keys already
  type: str
username:
  description: Name of the user.
  returned: success
  type: str
  sample: admin
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.api_keys import API_KEYS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_module


def main() -> None:
    run_module(API_KEYS)


if __name__ == "__main__":
    main()
