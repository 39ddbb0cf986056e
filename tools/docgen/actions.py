"""The action plugins, one for each module, with the module's own name."""

from __future__ import annotations

from .infos import imported

OTHERS = {"api": "any_command", "api_keys": "api_keys", "export": "export.work"}
"""Modules that no kind of resource stands behind, and where they are declared. That of converge is written by hand."""

FILE = '''\
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module {name}, run where it is cheapest."""

from __future__ import annotations

{imported}
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module {name}."""

    module = "{name}"
    surface = {surface}
'''
UTILS = "from ansible_collections.cloudstack.cloud.plugins.module_utils."


def action(name: str) -> str:
    """The whole file of an action plugin: it imports what its module needs, and nothing else.

    :param name: the module's name without the collection's.
    """
    if name in OTHERS:
        found, surface = f"{UTILS}{OTHERS[name]} import {name.upper()}", name.upper()
    else:
        kind = name.removesuffix("_info")
        makes = "module_of" if kind == name else "info_of"
        found, surface = f"{imported(kind)}\n{UTILS}run import {makes}", f"{makes}({kind.upper()})"
    return FILE.format(name=name, imported=found, surface=surface)
