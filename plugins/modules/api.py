#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: api
short_description: Send any command of the API
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Sends one command of the CloudStack API, waits for the job that it may start, and returns what the server answers.
  - It is for what no other module of the collection does. Those find things by name, compare them and change only what
    differs; this one sends what it is told.
  - The command and its parameters are checked against what the server says of itself (C(listApis)), before anything is
    sent. CloudStack takes no notice of a parameter that it does not know; a misspelt one is an error here.
  - A command that reads (C(list…), C(get…), C(query…)) never counts as a change, and is sent in check mode, too. Of a
    list all pages are read, unless O(params) asks for one. C(getUploadParamsFor…) and C(getDiagnosticsData) make
    something, and count as changes.
  - Any other command counts as a change each time it is sent, and is not sent in check mode. O(creates), O(removes) and
    O(unless) say when it need not be sent.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
attributes:
  diff_mode:
    support: none
    details: What a command changes is known to the server alone.
  idempotent:
    support: partial
    details: With O(creates), O(removes) or O(unless), and for commands that read.
options:
  command:
    description: The command, as the API spells it, such as V(listZones). Case matters.
    type: str
    required: true
  params:
    description:
      - The parameters of the command.
      - A list is sent with commas between its items. A dictionary, or a list of dictionaries, is sent as a map, as for
        V(details) and V(tags).
      - Values under words that tell of a secret, such as C(password), C(secretkey) or C(token), are not shown.
    type: dict
    aliases:
      - query_params
  creates:
    description:
      - What the command makes. It is sent only if nothing of the kind is found, and must be found afterwards.
    type: dict
    suboptions:
      command:
        description: The command that looks for it, a list most of the time.
        type: str
        required: true
      params:
        description: The parameters of that command.
        type: dict
      where:
        description: Values that what is looked for must have, by the words of the answer.
        type: dict
  removes:
    description:
      - What the command takes away. It is sent only if something of the kind is found, and nothing may be found
        afterwards.
      - If the command needs an C(id) and O(params) has none, it is that of the one thing that is found.
    type: dict
    suboptions:
      command:
        description: The command that looks for it, a list most of the time.
        type: str
        required: true
      params:
        description: The parameters of that command.
        type: dict
      where:
        description: Values that what is looked for must have, by the words of the answer.
        type: dict
  unless:
    description:
      - What shows that the command is not needed. It is sent only if nothing of the kind is found; nobody looks
        afterwards.
    type: dict
    suboptions:
      command:
        description: The command that looks for it, a list most of the time.
        type: str
        required: true
      params:
        description: The parameters of that command.
        type: dict
      where:
        description: Values that what is looked for must have, by the words of the answer.
        type: dict
  poll_async:
    description:
      - Whether to wait for the end of the job that the command may start. Otherwise RV(response) has the C(jobid), and
        what O(creates) and O(removes) expect is not looked for afterwards.
    type: bool
    default: true
notes:
  - What a command reveals, such as the keys that C(registerUserKeys) makes, stands in RV(response). Keep it out of logs
    with C(no_log).
seealso:
  - plugin: cloudstack.cloud.api
    plugin_type: lookup
"""

EXAMPLES = r"""
---
- name: The zones are known
  cloudstack.cloud.api:
    command: listZones
    params:
      available: true
  register: zones

- name: The instance group exists
  cloudstack.cloud.api:
    command: createInstanceGroup
    params:
      name: batch
    creates:
      command: listInstanceGroups
      where:
        name: batch

- name: The network domain of the zone is set
  cloudstack.cloud.api:
    command: updateZone
    params:
      id: "{{ zones.response.zone[0].id }}"
      domain: example.com
    unless:
      command: listZones
      params:
        id: "{{ zones.response.zone[0].id }}"
      where:
        domain: example.com

- name: The instance group is gone
  cloudstack.cloud.api:
    command: deleteInstanceGroup
    removes:
      command: listInstanceGroups
      where:
        name: batch
"""

RETURN = r"""
---
command:
  description: The command.
  returned: success
  type: str
  sample: listZones
params:
  description: The parameters, as the API spells them.
  returned: success
  type: dict
response:
  description:
    - What the server answered, or what the job ended with. It is empty when the command was not sent.
  returned: success
  type: raw
  sample:
    count: 1
    zone:
      - id: 04bccfab-1234-4a1c-8e1f-5c0a86e1cb2d
        name: zone-1
found:
  description: What O(creates), O(removes) or O(unless) found, after the command if it was sent.
  returned: when there is a guard
  type: list
  elements: dict
failure:
  description: Facts about the error, for machines.
  returned: failure
  type: dict
  sample:
    command: createInstanceGroup
    code: 431
    errortext: Unable to create the group.
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.any_command import API
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_module


def main() -> None:
    run_module(API)


if __name__ == "__main__":
    main()
