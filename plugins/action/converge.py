# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Runs the collection's modules in the controller's own process, where the target is the controller.

Each module has an action plugin of its own name that imports this one. What is imported here is paid for once a play,
before the workers are forked. Where a task has another target, it runs as a module like any other.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import Any, Iterator, Mapping

from ansible import constants
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.module_utils.common.parameters import remove_values
from ansible.module_utils.errors import UnsupportedError
from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.action import ActionBase
from ansible.utils.display import Display

from ansible_collections.cloudstack.cloud.plugins.module_utils.catalogue import needed_by, work_and_arguments
from ansible_collections.cloudstack.cloud.plugins.module_utils.client import CS_IMPORT_ERROR
from ansible_collections.cloudstack.cloud.plugins.module_utils.registry import RENAMED
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import credentials_in, execute
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.progress_display import ProgressDisplay, changes

COLLECTION = "cloudstack.cloud"
FORMER_PREFIX = "cs_"
"""Modules were called so when they were a part of Ansible; meta/runtime.yml redirects those names."""
SWITCH = "cloudstack_in_process"
SWITCH_ENVIRONMENT = "CLOUDSTACK_IN_PROCESS"
RULES = ("mutually_exclusive", "required_one_of", "required_by")


class ActionModule(ActionBase):
    """One action for every module of the collection."""

    _supports_check_mode = True
    _supports_async = True

    def run(self, tmp: str | None = None, task_vars: dict[str, Any] | None = None) -> dict[str, Any]:
        """Run the module a task names, here if that is the same as on its target."""
        result = super().run(tmp, task_vars)
        variables = task_vars or {}
        name = self._task.action.rsplit(".", 1)[-1]
        name = name[len(FORMER_PREFIX) :] if name.startswith(FORMER_PREFIX) else name
        name = RENAMED.get(name, name)
        if self._is_here(variables):
            return {**result, **self._in_process(name)}
        return {**result, **self._as_module(name, variables)}

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

    def _as_module(self, name: str, variables: dict[str, Any]) -> dict[str, Any]:
        wrap_async = bool(self._task.async_val) and not self._connection.has_native_async
        try:
            return self._execute_module(module_name=f"{COLLECTION}.{name}", task_vars=variables, wrap_async=wrap_async)
        finally:
            if not wrap_async:
                self._remove_tmp_path(self._connection._shell.tmpdir)

    def _in_process(self, name: str) -> dict[str, Any]:
        display = Display()
        work, arguments = work_and_arguments(name, None if self._task.no_log else ProgressDisplay(display))
        rules = {rule: arguments.get(rule) for rule in RULES}
        validation = ArgumentSpecValidator(arguments["argument_spec"], **rules).validate(self._plain_args())
        masked = set(validation._no_log_values)
        if validation.error_messages:
            return remove_values({"failed": True, "msg": _complaint(name, validation)}, masked)
        params = validation.validated_parameters
        masked |= credentials_in(params)
        with self._environment():
            outcome = execute(work, params, self._task.check_mode, needed_by(name))
        notices = [*outcome.pop("warnings", ()), *_notices(validation)]
        outcome.update({"warnings": notices} if notices else {})
        outcome["invocation"] = {"module_args": params}
        shown = remove_values(outcome, masked)
        if name == "converge" and not self._task.no_log and False not in self._task.changed_when:
            for line in changes(shown):
                display.display(line, color=constants.COLOR_CHANGED)
        return shown

    def _plain_args(self) -> dict[str, Any]:
        return {key: value for key, value in self._task.args.items() if not key.startswith("_ansible_")}

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


def _same_python(one: str, other: str) -> bool:
    """Tell whether two paths are names of one interpreter in one environment (C(python) and C(python3) often are)."""
    return os.path.realpath(os.path.dirname(one)) == os.path.realpath(os.path.dirname(other)) and os.path.realpath(
        one
    ) == os.path.realpath(other)


def _complaint(name: str, validation: Any) -> str:
    """What a module says of options that do not fit."""
    text = str(validation.errors.msg)
    unknown = isinstance(validation.errors[0], UnsupportedError)
    return f"Unsupported parameters for ({COLLECTION}.{name}) module: {text}" if unknown else text


def _notices(validation: Any) -> list[str]:
    """The warnings of the validation, as a module reports them."""
    return [f"Both option {one['option']} and its alias {one['alias']} are set." for one in validation._warnings]
