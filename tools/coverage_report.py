"""Measures how much of plugins and simulator the tests run, lines and branches, and lists what they do not.

Every process is measured: pytest's workers, ansible-playbook with its forks, and modules. Fails when the
engine with its declarations is covered less than it promises.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / ".ansible" / "coverage"
AREAS = {
    "engine and declarations": "plugins/module_utils/",
    "other plugins": "plugins/",
    "simulator": "extensions/simulator/cloudstack_simulator/",
}
PROMISED = {"engine and declarations": 95.0}
GAPS = 25
SETTINGS = """\
[run]
branch = true
parallel = true
concurrency = multiprocessing,thread
data_file = {output}/data
source =
    {root}/plugins
    {root}/extensions/simulator/cloudstack_simulator
disable_warnings = no-data-collected, module-not-imported, no-sysmon

[paths]
plugins =
    {root}/plugins
    */ansible_collections/cloudstack/cloud/plugins

[report]
omit = {root}/plugins/doc_fragments/*
exclude_also =
    if TYPE_CHECKING:
    raise AssertionError
    if __name__ == .__main__.:
"""


@contextmanager
def measuring(settings: Path) -> Iterator[dict[str, str]]:
    """The environment in which every Python process of this virtual environment measures itself."""
    hook = Path(sysconfig.get_path("purelib")) / f"cloudstack_coverage_{os.getpid()}.pth"
    hook.write_text(
        "import os; os.environ.get('COVERAGE_PROCESS_START') and __import__('coverage').process_startup()\n"
    )
    try:
        yield {
            **os.environ,
            "COVERAGE_PROCESS_START": str(settings),
            "_ANSIBLE_COVERAGE_CONFIG": str(settings),
            "_ANSIBLE_COVERAGE_OUTPUT": str(OUTPUT / "data"),
        }
    finally:
        hook.unlink()


def coverage(settings: Path, *arguments: str) -> str:
    """Run a sub-command of coverage and return what it said.

    :raises SystemExit: it failed.
    """
    command = [sys.executable, "-m", "coverage", *arguments, f"--rcfile={settings}"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}coverage {arguments[0]} ended with status {done.returncode}")
    return done.stdout


def share(summary: dict[str, int]) -> float:
    """Percent of lines and branches that were run."""
    everything = summary["num_statements"] + summary["num_branches"]
    return 100.0 * (summary["covered_lines"] + summary["covered_branches"]) / everything if everything else 100.0


def areas(files: dict[str, Any]) -> dict[str, dict[str, int]]:
    """The figures of all files, added up by area; a file belongs to the first area that has it."""
    sums: dict[str, dict[str, int]] = {}
    for name, facts in files.items():
        area = next(area for area, folder in AREAS.items() if name.startswith(folder))
        words = ("num_statements", "num_branches", "covered_lines", "covered_branches")
        before = sums.setdefault(area, dict.fromkeys(words, 0))
        sums[area] = {word: before[word] + facts["summary"][word] for word in words}
    return sums


def gaps(files: dict[str, Any]) -> list[str]:
    """The files with the most that is not run, each with its lines and branches."""
    missing = {
        name: facts["summary"]["missing_lines"] + facts["summary"]["missing_branches"] for name, facts in files.items()
    }
    worst = sorted((name for name in files if missing[name]), key=lambda name: (-missing[name], name))
    told = [_gap(name, files[name]) for name in worst[:GAPS]]
    return told + ([f"  and {len(worst) - GAPS} more files"] if len(worst) > GAPS else [])


def _gap(name: str, facts: dict[str, Any]) -> str:
    lines = shortened(facts["missing_lines"])
    branches = shortened(
        [f"{start} to {end}" if end > 0 else f"{start} out" for start, end in facts["missing_branches"]]
    )
    return f"  {share(facts['summary']):5.1f} %  {name}: lines {lines}; branches {branches}"


def shortened(found: list[Any], most: int = 15) -> str:
    """The first few of many, or that there are none."""
    return (", ".join(map(str, found[:most])) + (" and more" if len(found) > most else "")) or "none"


def report(files: dict[str, Any]) -> bool:
    """Print figures and gaps; tell whether what is promised is kept."""
    print("\nNot run by any test:")
    print("\n".join(gaps(files)))
    measured = areas(files)
    kept = set(PROMISED) <= set(measured)
    print("\nCovered, lines and branches together:")
    for area in sorted(set(PROMISED) - set(measured)):
        print(f"  nothing  {area}: BROKEN, for none of its files was measured")
    for area, summary in measured.items():
        found, wanted = share(summary), PROMISED.get(area, 0.0)
        kept = kept and found >= wanted
        promise = f"   promised {wanted:.0f} %" if wanted else ""
        print(f"  {found:5.1f} %  {area}{promise}{'' if found >= wanted else ': BROKEN'}")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", default="2")
    parser.add_argument("tests", nargs="*", help="what pytest shall run; everything by default")
    given = parser.parse_args()
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="cloudstack-coverage-") as scratch:
        settings = Path(scratch) / "coveragerc"
        settings.write_text(SETTINGS.format(root=ROOT, output=OUTPUT), encoding="utf-8")
        with measuring(settings) as environment:
            command = [sys.executable, "-m", "pytest", "-q", "-n", given.workers, *given.tests]
            status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        coverage(settings, "combine", "--quiet")
        coverage(settings, "json", "--quiet", "-o", str(OUTPUT / "report.json"))
    files = json.loads((OUTPUT / "report.json").read_text(encoding="utf-8"))["files"]
    kept = report({name.removeprefix(f"{ROOT}/"): facts for name, facts in files.items()})
    return 0 if kept and status == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
