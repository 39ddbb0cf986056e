"""What must not be released is refused, with the reason."""

from __future__ import annotations

import contextlib
import os
import sys
import tarfile
from pathlib import Path

import pytest
import release


def archive(folder: Path, **files: bytes) -> Path:
    """An archive with these files; double underscores stand for slashes."""
    made = folder / "made.tar.gz"
    with tarfile.open(made, "w:gz") as opened:
        for name, content in files.items():
            path = folder / "content"
            path.write_bytes(content)
            opened.add(path, name.replace("__", "/"))
    return made


def test_the_contents_are_told_by_folder(tmp_path):
    lines = release.contents(archive(tmp_path, plugins__modules__a=b"12", plugins__modules__b=b"3", roles__c__d=b"4"))
    assert [line.split() for line in lines[:2]] == [
        ["plugins/modules", "2", "files", "3", "bytes"],
        ["roles", "1", "files", "1", "bytes"],
    ]
    assert lines[2].startswith("made.tar.gz: 3 files, ")


@pytest.mark.parametrize("name", ["tests__a", "tools__b", "Makefile", ".ci__run"])
def test_what_belongs_to_developers_is_refused(tmp_path, name):
    with pytest.raises(release.Refused, match="must not be in the archive"):
        release.contents(archive(tmp_path, **{"plugins__modules__a": b"", name: b""}))


def test_a_large_archive_is_refused(tmp_path):
    with pytest.raises(release.Refused, match="and less than 2000000 are allowed"):
        release.contents(archive(tmp_path, docs__large=os.urandom(release.LIMIT)))


def test_a_command_that_fails_tells_what_it_said(tmp_path):
    with pytest.raises(release.Refused, match=r"no way\n\nrelease: .* ended with status 1"):
        release.said([sys.executable, "-c", "raise SystemExit('no way')"], dict(os.environ), tmp_path)


@pytest.mark.parametrize("changed", [(0, 0), (3, 1)])
def test_a_demo_that_does_not_keep_its_word_is_refused(tmp_path, changed, monkeypatch):
    recaps = [f"localhost : ok=5    changed={number}    unreachable=0    failed=0" for number in changed]
    monkeypatch.setattr(release, "said", lambda *_: recaps.pop(0))
    monkeypatch.setattr(release, "simulated", lambda *_: contextlib.nullcontext("http://192.0.2.1"))
    with pytest.raises(release.Refused, match=f"changed {changed[0]} tasks, and run again {changed[1]}"):
        release.demonstrated(tmp_path, tmp_path, {}, tmp_path)
