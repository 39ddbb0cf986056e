# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Every module of the collection by its name: what it does and what it takes."""

from __future__ import annotations

from functools import partial
from typing import Any

from .any_command import api_arguments, api_work
from .api_keys import api_keys_arguments, api_keys_work
from .arguments import info_arguments, module_arguments
from .export.work import export_arguments, export_work
from .fleet.converge import converge_arguments, converge_work
from .fleet.progress import Report
from .registry import KINDS
from .rulesets.spec import RuleSet
from .run import Work, info_work_of, work_of
from .settings import NEEDED, TO_LOG_IN

OTHERS = ("api", "api_keys", "converge", "export", "metadata_facts")
"""Modules that no kind of resource stands behind."""


def names() -> frozenset[str]:
    """The names of all modules and plugins that playbooks and inventories may use."""
    return frozenset({*KINDS, *(f"{kind}_info" for kind in KINDS), *OTHERS})


def work_and_arguments(module: str, report: Report | None = None) -> tuple[Work, dict[str, Any]]:
    """What a module of the collection does, and the keyword arguments of its AnsibleModule.

    :param module: its name without the collection's, such as C(zone) or C(zone_info).
    :param report: is told how far the work has come, where it can take long.
    """
    if module == "api":
        return api_work, api_arguments()
    if module == "converge":
        return partial(converge_work, report=report), converge_arguments()
    if module == "api_keys":
        return api_keys_work, api_keys_arguments()
    if module == "export":
        return export_work, export_arguments()
    if module in KINDS:
        return work_of(KINDS[module]), module_arguments(KINDS[module])
    kind = KINDS[module[: -len("_info")]]
    if isinstance(kind, RuleSet):
        raise KeyError(module)
    return info_work_of(kind), info_arguments(kind)


def needed_by(module: str) -> tuple[str, ...]:
    """The connection options that a module cannot do without."""
    return TO_LOG_IN if module == "api_keys" else NEEDED
