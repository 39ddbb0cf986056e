"""A small cloud for the contract tests, and tasks run in it as Ansible would run them."""

from __future__ import annotations

import copy
from typing import Any

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from cloudstack_simulator import Simulator
from contract.catalogue import load
from contract.samples import WORLD
from helpers.told import note

KEY, SECRET = "contract-key", "contract-secret"


class Tasks:
    """Runs module tasks over HTTP against a simulator and counts what they send."""

    def __init__(self, simulator: Simulator, url: str) -> None:
        self.simulator = simulator
        client = load("client")
        self.client = client.Client(load("settings").Settings(url, KEY, SECRET), sleep=lambda seconds: None)
        self.writes = 0
        self.calls = 0

    def run(self, name: str, options: dict[str, Any], check: bool = False) -> dict[str, Any]:
        """Run the module NAME (``firewall.egress`` for a variant) with validated options; count its calls."""
        module = name.split(".", 1)[0]
        kind = getattr(load(f"resources.{module}"), module.upper())
        params = validated(load("arguments").module_arguments(kind), options)
        run = load("run")
        writes, calls = self.simulator.writes, len(self.simulator.calls)
        try:
            return run.work_with(self.client, run.work_of(kind), params, check)
        finally:
            self.writes, self.calls = self.simulator.writes - writes, len(self.simulator.calls) - calls
            self._only_told(module, calls)

    def info(self, name: str, options: dict[str, Any]) -> list[dict[str, Any]]:
        """Run the module NAME_info and return its list."""
        module = name.split(".", 1)[0]
        kind = getattr(load(f"resources.{module}"), module.upper())
        params = validated(load("arguments").info_arguments(kind), options)
        calls = len(self.simulator.calls)
        try:
            result = load("run").perform_info(self.client, kind, params)
        finally:
            self._only_told(f"{module}_info", calls)
        return next(value for value in result.values() if isinstance(value, list))

    def _only_told(self, module: str, since: int) -> None:
        """A module sends no command that its documentation does not name, whatever becomes of it."""
        sent = {call.command for call in self.simulator.calls[since:]}
        untold = sent - set(load("commands").commands(module))
        note(module, sent)
        assert not untold, f"{module} sends {sorted(untold)}, which docs/modules.md does not tell"


def validated(arguments: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """Validate options as AnsibleModule does: types, defaults, choices, rules."""
    rules = {name: arguments.get(name) for name in ("mutually_exclusive", "required_one_of", "required_by")}
    result = ArgumentSpecValidator(copy.deepcopy(arguments["argument_spec"]), **rules).validate(copy.deepcopy(options))
    if result.error_messages:
        raise ValueError("; ".join(result.error_messages))
    return dict(result.validated_parameters)


def build(tasks: Tasks) -> None:
    """Bring up the test world with the modules themselves."""
    for name, options in WORLD:
        tasks.run(name, options)
