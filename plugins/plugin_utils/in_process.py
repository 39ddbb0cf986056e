# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Runs a module of the collection in the controller's own process, where the target is the controller.

Each module has an action plugin of its own name. What that imports is paid for once a play, before the workers are
forked: the engine and the kinds that the module needs, and no others. Where a task has another target, it runs as a
module like any other.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import date, time
from typing import Any, Iterator, Mapping

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.module_utils.common.parameters import remove_values
from ansible.module_utils.errors import UnsupportedError
from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.action import ActionBase

from ansible_collections.cloudstack.cloud.plugins.module_utils.arguments import Surface
from ansible_collections.cloudstack.cloud.plugins.module_utils.client import CS_IMPORT_ERROR
from ansible_collections.cloudstack.cloud.plugins.module_utils.resources import domain, project, references
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import credentials_in, execute

COLLECTION = "cloudstack.cloud"
SWITCH = "cloudstack_in_process"
SWITCH_ENVIRONMENT = "CLOUDSTACK_IN_PROCESS"
RULES = ("mutually_exclusive", "required_one_of", "required_by", "required_if")

FOUND_LATE = (domain, project, references)
"""What the engine imports where an owner is named: loaded here, so that no worker has to."""


class InProcess(ActionBase):
    """The action of a module.

    :cvar module: the module's name without the collection's, such as C(zone) or C(zone_info).
    :cvar surface: what it does and what it takes.
    """

    _supports_check_mode = True
    _supports_async = True
    module: str
    surface: Surface

    def run(self, tmp: str | None = None, task_vars: dict[str, Any] | None = None) -> dict[str, Any]:
        """Run the module here if that is the same as on the task's target."""
        result = super().run(tmp, task_vars)
        variables = task_vars or {}
        if self._is_here(variables):
            return {**result, **self._in_process()}
        return {**result, **self._as_module(variables)}

    def _is_here(self, variables: Mapping[str, Any]) -> bool:
        """Tell whether running here is the same as running the module on the task's target."""
        if self._task.async_val or self._connection.transport != "local" or self._play_context.become:
            return False
        if CS_IMPORT_ERROR:
            return False
        if not boolean(os.environ.get(SWITCH_ENVIRONMENT, True), strict=False):
            return False
        if not boolean(self._templar.template(variables.get(SWITCH, True)), strict=False):
            return False
        return self._has_this_interpreter(variables)

    def _has_this_interpreter(self, variables: Mapping[str, Any]) -> bool:
        delegated = variables.get("ansible_delegated_vars", {}).get(self._task.delegate_to, variables)
        wanted = self._templar.template(delegated.get("ansible_python_interpreter"))
        return not wanted or str(wanted).startswith("auto") or _same_python(str(wanted).strip("'\""), sys.executable)

    def _as_module(self, variables: dict[str, Any]) -> dict[str, Any]:
        name = f"{COLLECTION}.{self.module}"
        wrap_async = bool(self._task.async_val) and not self._connection.has_native_async
        try:
            return self._execute_module(module_name=name, task_vars=variables, wrap_async=wrap_async)
        finally:
            if not wrap_async:
                self._remove_tmp_path(self._connection._shell.tmpdir)

    def _in_process(self) -> dict[str, Any]:
        surface = self._surface()
        arguments = surface.arguments()
        rules = {rule: arguments.get(rule) for rule in RULES}
        given = {key: value for key, value in self._task.args.items() if not key.startswith("_ansible_")}
        validation = ArgumentSpecValidator(arguments["argument_spec"], **rules).validate(plain(given))
        masked = set(validation._no_log_values)
        if validation.error_messages:
            return remove_values({"failed": True, "msg": self._complaint(validation)}, masked)
        params = validation.validated_parameters
        masked |= credentials_in(params)
        with self._environment():
            outcome = execute(surface.work, params, self._task.check_mode, surface.needed)
        notices = [*outcome.pop("warnings", ()), *_notices(validation)]
        outcome.update({"warnings": notices} if notices else {})
        outcome["invocation"] = {"module_args": params}
        return remove_values(outcome, masked) if masked else outcome

    def _surface(self) -> Surface:
        return self.surface

    def _complaint(self, validation: Any) -> str:
        """What a module says of options that do not fit."""
        text = str(validation.errors.msg)
        unknown = isinstance(validation.errors[0], UnsupportedError)
        return f"Unsupported parameters for ({COLLECTION}.{self.module}) module: {text}" if unknown else text

    @contextmanager
    def _environment(self) -> Iterator[None]:
        """Have the environment that a module process of this task would have."""
        added: dict[str, Any] = {}
        self._compute_environment_string(added)
        before = dict(os.environ)
        os.environ.update({key: str(value) for key, value in added.items()})
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def plain(value: Any) -> Any:
    """A value of an option as a module's process is given it: Python's own types, without what Ansible notes on them.

    Such notes (where a value comes from) are copied with each copy of the value, and sent back with the result.
    """
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, Mapping):
        return {plain(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, (int, float)):
        return value if isinstance(value, bool) else (int if isinstance(value, int) else float)(value)
    return value.isoformat() if isinstance(value, (date, time)) else value


def _same_python(one: str, other: str) -> bool:
    """Tell whether two paths are names of one interpreter in one environment (C(python) and C(python3) often are)."""
    return os.path.realpath(os.path.dirname(one)) == os.path.realpath(os.path.dirname(other)) and os.path.realpath(
        one
    ) == os.path.realpath(other)


def _notices(validation: Any) -> list[str]:
    """The warnings of the validation, as a module reports them."""
    return [f"Both option {one['option']} and its alias {one['alias']} are set." for one in validation._warnings]
