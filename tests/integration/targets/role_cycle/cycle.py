"""Leads what a role makes through its life: check, do, again, change, check of change, removal.

The variables are those of the role's molecule scenario: vars.yml, and what change.yml has otherwise. The scenario's
playbook absent.yml takes down what the role made, or cleanup.yml where that ends all that the scenario began. A file
that the setting `cycle_roles` names for the role stands in the place of vars.yml; nothing is prepared, changed and
ended then.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

COLLECTION = Path(os.environ["ANSIBLE_COLLECTIONS_PATH"].split(os.pathsep)[0], "ansible_collections/cloudstack/cloud")
sys.path.insert(0, str(COLLECTION / "tools"))

from playbook_run import PlaybookRun, ansible_environment, run_playbook  # noqa: E402


class Broken(Exception):
    """A promise that a role makes was not kept."""


def merged(base: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """The variables with those that differ; mappings are merged key by key."""
    both = {key: merged(base[key], value) for key, value in more.items() if isinstance(value, dict) and key in base}
    return {**base, **more, **both}


class Life:
    """The runs of one role, one after the other."""

    def __init__(self, role: str, variables: Mapping[str, Any], scratch: Path) -> None:
        self.role = role
        self.variables = dict(variables)
        self.scratch = scratch
        cloud = {name: value for name, value in os.environ.items() if name.startswith("CLOUDSTACK_")}
        self.environment = ansible_environment(scratch, cloud)
        self.scenario = COLLECTION / "extensions" / "molecule" / role

    def file(self, name: str) -> dict[str, Any]:
        """A file of the role's molecule scenario; nothing where there is none."""
        path = self.scenario / name
        return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}

    def playbook(self, name: str) -> Path | None:
        """A playbook of the role's molecule scenario, where there is one."""
        path = self.scenario / name
        return path if path.exists() else None

    def run(self, title: str, *options: str, playbook: Path | None = None) -> PlaybookRun:
        """Run the role, or a playbook of its scenario in its place.

        :raises Broken: the run failed.
        """
        play = self.scratch / "role.yml"
        tasks = [{"name": "Run the role", "ansible.builtin.include_role": {"name": f"cloudstack.cloud.{self.role}"}}]
        play.write_text(
            yaml.safe_dump([{"hosts": "localhost", "gather_facts": False, "tasks": tasks}]), encoding="utf-8"
        )
        variables = {"simulator_folder": str(self.scratch), **self.variables}
        (self.scratch / "vars.json").write_text(json.dumps(variables), encoding="utf-8")
        given = [*options, "--extra-vars", f"@{self.scratch / 'vars.json'}"]
        print(f"{self.role}: {title}", flush=True)
        done = run_playbook(str(playbook or play), self.environment, self.scratch, given)
        if done.rc:
            raise Broken(f"{title}: the run failed\n{done.stdout}{done.stderr}")
        return done

    def once(self, title: str, foretold_exactly: bool = False, playbook: Path | None = None) -> None:
        """Check mode, the run, the run again.

        :param foretold_exactly: everything stands there before, so that check mode tells every difference.
        :param playbook: one of the scenario, in the place of the role.
        :raises Broken: check mode told something else, or the second run did something.
        """
        told = self.run(f"{title}, foretold", "--check", "--diff", playbook=playbook)
        done = self.run(title, "--diff", playbook=playbook)
        again = self.run(f"{title}, again", playbook=playbook)
        if not (told.changed and done.changed):
            raise Broken(f"{title}: nothing was changed")
        if foretold_exactly and diffs(told) != diffs(done):
            raise Broken(f"{title}: check mode told {diffs(told)}, the run did {diffs(done)}")
        if again.changed:
            raise Broken(f"{title}: the second run changed {[task.task for task in again.tasks if task.changed]}")


def diffs(run: PlaybookRun) -> list[Any]:
    """The differences that a run told, task by task; the heading of a template names a temporary file."""
    return [
        [task.task, [without_headings(one) for one in task.diff] if isinstance(task.diff, list) else task.diff]
        for task in run.tasks
        if task.diff and task.changed
    ]


def without_headings(diff: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in diff.items() if not key.endswith("_header")}


def lead(life: Life, shipped: bool) -> None:
    """Lead what the role makes through its life; it is taken down after a failure, too.

    :raises Broken: a promise was not kept.
    """
    prepare, absent, cleanup = (life.playbook(name) for name in ("prepare.yml", "absent.yml", "cleanup.yml"))
    down = absent or (cleanup if shipped else None)
    wanted, stands = life.variables, True
    try:
        if shipped and prepare:
            life.run("prepared", playbook=prepare)
        life.once("made")
        if shipped:
            life.variables = merged(wanted, life.file("change.yml"))
            life.once("changed", foretold_exactly=True)
            life.variables = wanted
        if down:
            life.once("removed", playbook=down)
            stands = False
    finally:
        life.variables = wanted
        if down and stands:
            life.run("cleaned up", playbook=down)
        if shipped and cleanup and absent:
            life.run("ended", playbook=cleanup)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("role")
    parser.add_argument("-e", dest="settings", action="append", default=[])
    given, _others = parser.parse_known_args()
    settings: dict[str, Any] = {}
    for one in given.settings:
        settings.update(yaml.safe_load(Path(one.removeprefix("@")).read_text(encoding="utf-8")) or {})
    own = settings.get("cycle_roles", {}).get(given.role)
    with tempfile.TemporaryDirectory(prefix="cloudstack-role-") as scratch:
        life = Life(given.role, {}, Path(scratch))
        life.variables = yaml.safe_load(Path(own).read_text(encoding="utf-8")) if own else life.file("vars.yml")
        try:
            lead(life, shipped=not own)
        except Broken as broken:
            print(f"{given.role}: {broken}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
