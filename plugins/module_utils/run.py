# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The edge between Ansible and the engine: the only place where an error becomes a failed task."""

from __future__ import annotations

from functools import partial
from typing import Any, Mapping
from urllib.parse import unquote, urlsplit

from ansible.module_utils.basic import AnsibleModule, missing_required_lib
from ansible.module_utils.common.parameters import remove_values

from . import client as api
from .arguments import Surface, Work, info_arguments, module_arguments
from .errors import CloudError
from .info import read_when
from .rulesets.engine import RuleEngine
from .rulesets.spec import RuleSet
from .settings import NEEDED, settings
from .spec import Resource, Variants
from .values import tells_secret

HIDE = "hide_"
"""How an option begins that makes a secret of another one: C(hide_user_data) of C(user_data)."""

PLAIN = ("true", "false", "none", "password", "")
"""What is no secret, whatever it stands under: masking it would mask half of what is shown."""

UNFIT = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What comes of data that have another shape than the API promises."""


def run(kind: Resource | Variants | RuleSet) -> None:
    """The whole of a module: validate the options, bring the resource to what they want, exit with the result."""
    run_module(module_of(kind))


def run_info(kind: Resource | Variants) -> None:
    """The whole of an info module: validate the options, read, exit with the list."""
    run_module(info_of(kind))


def module_of(kind: Resource | Variants | RuleSet) -> Surface:
    """The module of a resource."""
    return Surface(work_of(kind), partial(module_arguments, kind))


def info_of(kind: Resource | Variants) -> Surface:
    """The info module of a resource."""
    return Surface(info_work_of(kind), partial(info_arguments, kind))


def run_module(surface: Surface) -> None:
    """Run as a module process: validate the options, do the work, exit with the result."""
    module = Module(**surface.arguments())
    result = execute(surface.work, module.params, module.check_mode, surface.needed)
    if result.get("failed"):
        module.fail_json(**result)
    module.exit_json(**result)


class Module(AnsibleModule):
    """Masks the secrets that only their words or their places tell, in its result and in the log of the system."""

    params: dict[str, Any]

    def _log_invocation(self) -> None:
        """As inherited, which hides what is declared a secret and no more. It is called once, before any work."""
        self._mask()
        whole, self.params = self.params, remove_values(self.params, self.no_log_values)
        try:
            super()._log_invocation()
        finally:
            self.params = whole

    def fail_json(self, msg: str, **facts: Any) -> None:
        """As inherited, which may be called before anything is logged: when the options do not fit."""
        self._mask()
        super().fail_json(msg, **facts)

    def _mask(self) -> None:
        self.no_log_values.update(credentials_in(self.params))


def execute(
    work: Work, params: Mapping[str, Any], check_mode: bool, needed: tuple[str, ...] = NEEDED
) -> dict[str, Any]:
    """Do the work of a module and return its result, a failed one included. Both ways to run a module end here."""
    if api.CS_IMPORT_ERROR:
        return {"failed": True, "msg": missing_required_lib("cs"), "exception": api.CS_IMPORT_ERROR}
    warnings: list[str] = []
    try:
        connection = settings(params, needed=needed)
        warnings = connection.warnings
        result = work_with(api.Client(connection), work, params, check_mode)
    except CloudError as error:
        result = {"failed": True, "msg": error.message, "failure": error.failure}
    return {**result, "warnings": [*result.get("warnings", ()), *warnings]} if warnings else result


def work_with(client: api.Client, work: Work, params: Mapping[str, Any], check_mode: bool) -> dict[str, Any]:
    """Do the work of a module over a connection.

    :raises ApiError: the server's data are none that the API promises, or what the work itself says.
    """
    try:
        return work(client, params, check_mode)
    except UNFIT as error:
        raise client.not_understood(error) from None


def work_of(kind: Resource | Variants | RuleSet) -> Work:
    """What the module of a resource does."""
    return lambda client, params, check_mode: perform(client, kind, params, check_mode)


def info_work_of(kind: Resource | Variants) -> Work:
    """What the info module of a resource does."""
    return lambda client, params, check_mode: perform_info(client, kind, params)


def perform_info(client: api.Client, kind: Resource | Variants, params: Mapping[str, Any]) -> dict[str, Any]:
    """Do the work of an info module with validated options and return its result.

    :raises CloudError: see C(info.read_when).
    """
    resource = kind.choose(params) if isinstance(kind, Variants) else kind
    found = read_when(client, resource, params)
    if isinstance(kind, Variants):
        found = [{**one, kind.option: params[kind.option]} for one in found]
    return {"changed": False, resource.plural: found}


def perform(
    client: api.Client, kind: Resource | Variants | RuleSet, params: Mapping[str, Any], check_mode: bool
) -> dict[str, Any]:
    """Do the work of a module with validated options and return its result.

    :raises CloudError: see C(engine.Engine.converge).
    """
    resource = kind.choose(params) if isinstance(kind, Variants) else kind
    outcome = RuleEngine(client, check_mode).converge(resource, params)
    result = {**outcome.result, "changed": outcome.changed}
    if outcome.warnings:
        result["warnings"] = outcome.warnings
    if isinstance(kind, Variants):
        result[kind.option] = params[kind.option]
    if outcome.changed:
        result["diff"] = outcome.diff()
    return result


def credentials_in(value: Any, word: str = "") -> set[str]:
    """The secrets among options, however deep: values under a telling word, and passwords in URLs.

    They are masked wherever they would be shown. What an option beginning with C(HIDE) names is one, too. In a mapping
    that holds a name and a value, the value stands under that name.

    :param value: an option's value, or a mapping or list of them.
    :param word: the word it stands under.
    """
    if isinstance(value, Mapping):
        named = value.get("name") or value.get("key")
        if isinstance(named, str) and str(value.get("value")).lower() not in PLAIN:
            value = {**value, named: value.get("value")}
        found = {secret for key, inner in value.items() for secret in credentials_in(inner, str(key))}
        hiding = [str(key) for key in value if str(key).startswith(HIDE) and value[key]]
        return found | {str(value[key[len(HIDE) :]]) for key in hiding if value.get(key[len(HIDE) :])}
    if isinstance(value, (list, tuple)):
        return {secret for inner in value for secret in credentials_in(inner, word)}
    if not isinstance(value, str) or value.lower() in PLAIN:
        return set()
    if tells_secret(word):
        return {value}
    password = urlsplit(value).password if "@" in value and "://" in value else None
    return {password, unquote(password)} if password else set()
