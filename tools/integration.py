"""Runs the integration targets with ansible-test: against simulators, or against the cloud that a file names.

A file such as tests/integration/cloud-config-cs.ini.example names the cloud, and what it has in the place of the test
world's zone, template, network and so on. A target that needs a piece that is not named there is left out, and told.
"""

from __future__ import annotations

import argparse
import configparser
import json
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playbook_run import COLLECTIONS
from stage import ANSIBLE_TEST, PYTHON, ROOT, ansible_test_environment, stage

sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "extensions" / "simulator")]

import yaml  # noqa: E402
from ansible.plugins.loader import init_plugin_loader  # noqa: E402

TARGETS = ROOT / "tests" / "integration" / "targets"
LISTED = re.compile(r"^FATAL: The \d+ integration test\(s\) listed below.*?$(.*)", re.MULTILINE | re.DOTALL)
BEGINNING = re.compile(r"^(?=Running \w+ integration test (?:role|script)$)", re.MULTILINE)
BEGUN = re.compile(r"^Running (\w+) integration test (?:role|script)$", re.MULTILINE)
"""What ansible-test says of each target that it runs; it passes over others without an error."""


@dataclass(frozen=True)
class Cloud:
    """Where the targets run: the API, and the names there of the pieces of the test world."""

    endpoint: str
    key: str
    secret: str
    timeout: str = "60"
    world: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    def write(self, place: Path) -> None:
        """Write the two files from which ansible-test knows the cloud, for nobody else to read."""
        section = {"endpoint": self.endpoint, "key": self.key, "secret": self.secret, "timeout": self.timeout}
        config = configparser.ConfigParser(interpolation=None)
        config["default"] = config["cloudstack"] = {name: value.replace("%", "%%") for name, value in section.items()}
        path = place / "tests" / "integration" / "cloud-config-cs.ini"
        path.touch(mode=0o600)
        with path.open("w", encoding="utf-8") as stream:
            config.write(stream)
        variables = {
            "ansible_python_interpreter": "{{ ansible_playbook_python }}",
            "cycle_world": self.world,
            "cycle_roles": self.roles,
        }
        written = yaml.safe_dump(variables, allow_unicode=True)
        (place / "tests" / "integration" / "integration_config.yml").write_text(written, encoding="utf-8")


def read_cloud(path: Path) -> Cloud:
    """The cloud that a file names.

    :raises SystemExit: the file is not there or lacks something.
    """
    config = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    config.optionxform = str  # type: ignore[method-assign, assignment]
    if not config.read(path, encoding="utf-8"):
        raise SystemExit(f"integration: there is no file {path}")
    section = "cloudstack" if config.has_section("cloudstack") else "default"
    missing = [name for name in ("endpoint", "key", "secret") if not config.get(section, name, fallback="")]
    if missing:
        raise SystemExit(f"integration: {path} lacks {', '.join(missing)} in its section [{section}]")
    world, files = (dict(config[name]) if config.has_section(name) else {} for name in ("world", "roles"))
    roles = {name: str(path.parent / file) for name, file in files.items()}
    words = {name: config.get(section, name) for name in ("endpoint", "key", "secret")}
    return Cloud(**words, timeout=config.get(section, "timeout", fallback="60"), world=world, roles=roles)


@dataclass
class Result:
    """What became of one worker's targets."""

    targets: list[str]
    failed: list[str]
    seconds: float
    output: str = ""


def targets(wanted: list[str]) -> list[str]:
    """The names of the targets to run, all that are there when none is wanted.

    :raises SystemExit: a wanted one is not there.
    """
    there = sorted(
        path.parent.name for path in TARGETS.glob("*/aliases") if "hidden" not in path.read_text(encoding="utf-8")
    )
    unknown = sorted(set(wanted) - set(there))
    if unknown:
        raise SystemExit(f"integration: there is no target {', '.join(unknown)}")
    return [name for name in there if not wanted or name in wanted]


def run(names: list[str], cloud: Cloud, number: int, options: list[str]) -> Result:
    """Run the targets one after the other in a stage of their own."""
    begin = time.monotonic()
    environment = ansible_test_environment(ROOT / ".ansible" / f"integration-home-{number}")
    with stage() as place:
        cloud.write(place)
        command = [ANSIBLE_TEST, "integration", "--python", PYTHON, "--continue-on-error", *options, *names]
        done = subprocess.run(
            command, cwd=place, env=environment, check=False, capture_output=True, encoding="utf-8", stdin=-3
        )
    output = done.stdout + done.stderr
    listed = LISTED.search(output)
    failed = [name for name in names if listed and re.search(rf"\b{re.escape(name)}\b", listed.group(1))]
    if done.returncode and not failed:
        failed = list(names)
    failed += sorted(set(names) - set(BEGUN.findall(output)) - set(failed))
    return Result(names, failed, time.monotonic() - begin, output if "-v" in options else about(failed, output))


def about(failed: list[str], output: str) -> str:
    """What the output tells of the targets that failed; all of it where it tells of none of them by name."""
    parts = [part for part in BEGINNING.split(output) if part.startswith(tuple(f"Running {name} " for name in failed))]
    return "".join(parts) if parts else output if failed else ""


def simulated(stack: ExitStack, state: Any) -> Cloud:
    """A simulator in which the test world stands, on a free port of the loopback interface; its jobs end soon."""
    from contract.world import KEY, SECRET

    from cloudstack_simulator import AfterPolls, Simulator

    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    simulator.load(state)
    simulator.jobs.policy = AfterPolls(calls=1)
    server = stack.enter_context(simulator.serve())
    return Cloud(server.url, KEY, SECRET)


def built_world() -> Any:
    """The state of a cloud in which `converge` has built the test world."""
    from contract.fleet import WORLD, converge, entries
    from contract.world import KEY, SECRET, Tasks

    from cloudstack_simulator import Simulator

    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    with simulator.serve() as server:
        converge(Tasks(simulator, server.url), entries(WORLD))
        return json.loads(json.dumps(simulator.dump()))


def clouds(stack: ExitStack, config: Path | None, names: list[str], workers: int) -> tuple[list[Cloud], list[str]]:
    """The clouds for the workers (one for all when it is a real one), and the targets that can run there."""
    from testgen.targets import needs

    wanted = {name: needs(name) for name in names}
    if config is not None:
        cloud = read_cloud(config)
        known = {*cloud.world, *cloud.roles}
        for name, pieces in wanted.items():
            if pieces - known:
                print(f"left out: {name}, for {config} does not name {', '.join(sorted(pieces - known))}")
        return [cloud], [name for name, pieces in wanted.items() if pieces <= known]
    world = {piece: piece for pieces in wanted.values() for piece in pieces}
    state = built_world()
    found = [simulated(stack, state) for _ in range(max(1, min(workers, len(names))))]
    return [Cloud(one.endpoint, one.key, one.secret, world=world) for one in found], names


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", help="such as module_pod; all by default")
    parser.add_argument("--config", type=Path, help="the file that names a real cloud")
    parser.add_argument("--workers", type=int, default=2, help="simulators to run against at once (default 2)")
    parser.add_argument("--verbose", action="store_true", help="print what ansible-test says of everything")
    given = parser.parse_args()
    init_plugin_loader([str(COLLECTIONS)])
    with ExitStack() as stack:
        found, names = clouds(stack, given.config, targets(given.targets), given.workers)
        if not names:
            raise SystemExit(
                "integration: no target is left that could run; without a name, ansible-test runs them all"
            )
        shares = [names[number :: len(found)] for number in range(len(found))]
        print(f"integration: {len(names)} targets on ansible-core, {len(found)} at a time", flush=True)
        with ThreadPoolExecutor(len(found)) as pool:
            options = ["-v"] if given.verbose else []
            results = list(pool.map(run, shares, found, range(len(found)), [options] * len(found)))
    for result in results:
        if result.output:
            print(result.output)
    failed = sorted(name for result in results for name in result.failed)
    passed = sum(len(result.targets) for result in results) - len(failed)
    for name in failed:
        print(f"FAILED {name}")
    print(f"integration: {passed} passed, {len(failed)} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
