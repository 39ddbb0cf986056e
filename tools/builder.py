"""Proves with ansible-builder what an execution environment with the collection installs, outside of the repository."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import yaml
from package import BIN, Refused, run
from stage import ROOT, galaxy, stage

EXECUTION_ENVIRONMENT = ROOT / "extensions" / "awx" / "execution-environment.yml"


def judged_by_builder(home: Path) -> None:
    """Let ansible-builder write the context of an image with the collection, and read what the collection needs.

    :raises Refused: it cannot, or reads something else than stands in requirements.txt.
    """
    wanted = [line for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    with stage(galaxy()["build_ignore"]) as place:
        builder = str(BIN / "ansible-builder")
        said = yaml.safe_load(run([builder, "introspect", str(place.parents[2])], home, home))
    found = [one.partition("  #")[0] for one in said["python"]]
    print(f"an execution environment installs {', '.join(found)}")
    if sorted(found) != sorted(wanted):
        raise Refused(f"builder: an execution environment would install {found}, requirements.txt says {wanted}")
    described = ["--file", str(EXECUTION_ENVIRONMENT)]
    run([builder, "create", *described, "--context", "context", "--output-filename", "Containerfile"], home, home)
    if "introspect" not in (home / "context" / "Containerfile").read_text(encoding="utf-8"):
        raise Refused("builder: the context of the image does not introspect the collection")


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="cloudstack-builder-") as scratch:
        judged_by_builder(Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main())
