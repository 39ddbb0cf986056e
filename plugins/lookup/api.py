# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The lookup api."""

from __future__ import annotations

DOCUMENTATION = r"""
name: api
author: CloudStack collection maintainers (@cloudstack)
version_added: 0.1.0
short_description: Read anything from the API
description:
  - Sends commands of the CloudStack API that only read, and returns the things they find.
  - Of a list all pages are read. Several commands of one lookup share a connection.
  - The command and its parameters are checked against what the server says of itself (C(listApis)).
  - The connection is told by options, by the environment, or by a profile, as for modules. What C(module_defaults) says
    is for modules alone.
extends_documentation_fragment:
  - cloudstack.cloud.connection
options:
  _terms:
    description: The commands, as the API spells them, such as V(listZones). Only those that read can be looked up.
    type: list
    elements: str
    required: true
  params:
    description: Parameters of the commands.
    type: dict
    default: {}
notes:
  - C(query) always gives a list. C(lookup) gives the thing itself where there is one, and else a list.
seealso:
  - module: cloudstack.cloud.api
"""

EXAMPLES = r"""
---
- name: Show the names of all zones
  ansible.builtin.debug:
    msg: "{{ query('cloudstack.cloud.api', 'listZones') | map(attribute='name') }}"

- name: Show how many instances run
  ansible.builtin.debug:
    msg: "{{ query('cloudstack.cloud.api', 'listVirtualMachines', params={'state': 'Running'}) | length }}"

- name: Show what the server can do
  ansible.builtin.debug:
    msg: "{{ lookup('cloudstack.cloud.api', 'listCapabilities').cloudstackversion }}"
"""

RETURN = r"""
_raw:
  description:
    - The items of a list, or the one thing that another command answers. Of several commands, one after the other.
  type: list
  elements: dict
"""

from typing import Any, Mapping, Sequence

from ansible.errors import AnsibleLookupError
from ansible.plugins.lookup import LookupBase

from ansible_collections.cloudstack.cloud.plugins.module_utils.any_command import read
from ansible_collections.cloudstack.cloud.plugins.module_utils.client import Client, is_read
from ansible_collections.cloudstack.cloud.plugins.module_utils.described import Known, rows_of
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import CloudError, OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import CONNECTION_OPTIONS, settings


class LookupModule(LookupBase):
    """Reads over one connection."""

    def run(self, terms: Sequence[str], variables: Mapping[str, Any] | None = None, **kwargs: Any) -> list[Any]:
        """The things that the commands find.

        :raises AnsibleLookupError: a command does not only read, is not known, or is refused.
        """
        self.set_options(var_options=variables, direct=kwargs)
        params = self.get_option("params")
        try:
            connection = settings({name: self.get_option(name) for name in CONNECTION_OPTIONS})
            for warning in connection.warnings:
                self._display.warning(warning)
            client = Client(connection)
            return [row for command in terms for row in _found(client, str(command), params)]
        except CloudError as error:
            raise AnsibleLookupError(error.message) from error


def _found(client: Client, command: str, params: Mapping[str, Any]) -> list[Any]:
    if not is_read(command):
        raise OptionError(
            "_terms", f"{command}: a lookup only reads. Send it in a task, with the module cloudstack.cloud.api."
        )
    return rows_of(read(client, command, Known.ask(client, command).check(params)))
