"""Builds the documentation as a site: guides, tables, and the reference of every module, plugin and role.

Warnings are errors, and so is a link that leads nowhere. The reference is what antsibull-docs makes of the plugins'
documentation; everything else is the Markdown of the repository.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from docsite import links, navigation, pages
from stage import ROOT, files, galaxy

HERE = ROOT / "tools" / "docsite"
PLACE = ROOT / "build" / "docs"
SOURCE = PLACE / "source"
SITE = PLACE / "html"
LEFT_OUT = re.compile(r"^(tests|\.github|changelogs)/")
BIN = Path(sys.executable).parent
TITLE = re.compile(r"\A(.*?\n)Cloudstack\.Cloud\n=+\n", re.DOTALL)
HIDDEN_TABLE = re.compile(r"^\.\. toctree::\n    :maxdepth: 1\n    :hidden:\n\n(?:    \w+\n)+", re.MULTILINE)
PLUGIN_PAGE = re.compile(r"\w+_(?:module|role|filter|lookup|inventory|callback)")


def run(*command: str, **environment: str) -> None:
    """Run a program of this environment.

    :raises SystemExit: it failed; it has said why.
    """
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]], env={**os.environ, "PATH": path, **environment}, check=False
    )
    if done.returncode:
        raise SystemExit(f"docs: {command[0]} ended with status {done.returncode}")


def write(name: str, text: str) -> None:
    """Write a page of the source, unless it is there already as it should be: Sphinx then leaves it alone."""
    path = SOURCE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def repository() -> pages.Site:
    """The documents of the repository."""
    listed = files()
    documents = {
        path: (ROOT / path).read_text(encoding="utf-8")
        for path in listed
        if path.endswith(".md") and not LEFT_OUT.match(path) and path not in pages.ALIASES
    }
    return pages.Site(documents, frozenset(listed))


def guides(site: pages.Site) -> set[str]:
    """Write everything but the reference.

    :return: the names of the pages that want a place in the navigation.
    """
    written = {pages.place(path): site.page(path) for path in site.documents}
    plain = {path: (ROOT / path).read_text(encoding="utf-8") for path in site.shown}
    for name, text in {
        **written,
        **{f"{pages.place(path)}.md": pages.shown(path, plain[path]) for path in plain},
    }.items():
        if name != "index.md":
            write(name, text)
    for path in site.copied:
        target = SOURCE / pages.place(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, target)
    names = {name.removesuffix(".md") for name in written}
    reference = {"reference/index"} if (SOURCE / "reference" / "index.rst").exists() else set()
    write("index.md", written["index.md"] + navigation.tables(names | reference))
    return names


def without_tables(index: str) -> str:
    """The index of all plugins under its own title. Its hidden tables of contents go, which would put hundreds of lines
    beside the text of every page.

    :raises SystemExit: it is not made as it was.
    """
    text, titles = TITLE.subn(r"\1Reference\n=========\n", index)
    text, tables = HIDDEN_TABLE.subn("", text)
    if titles != 1 or not tables:
        raise SystemExit("docs: antsibull-docs writes its index in another form than tools/docs.py knows")
    return text


def reference() -> list[str]:
    """Write the reference.

    :return: the names of its pages.
    """
    place = SOURCE / "reference"
    place.mkdir(parents=True, exist_ok=True)
    place.chmod(0o755)
    identity = galaxy()
    name = f"{identity['namespace']}.{identity['name']}"
    run(
        "antsibull-docs",
        "collection",
        "--cleanup",
        "similar-files",
        "--use-current",
        "--squash-hierarchy",
        "--dest-dir",
        str(place),
        name,
    )
    index = place / "index.rst"
    index.write_text(without_tables(index.read_text(encoding="utf-8")), encoding="utf-8")
    return [path.stem for path in place.glob("*.rst") if PLUGIN_PAGE.fullmatch(path.stem)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", action="store_true", help="leave the reference out, to look at a text quickly")
    parser.add_argument("--workers", default="1", help="processes that write pages")
    given = parser.parse_args()
    shutil.rmtree(SITE, ignore_errors=True)
    if given.guides:
        shutil.rmtree(SOURCE, ignore_errors=True)
    names = [] if given.guides else reference()
    try:
        guides(repository())
    except pages.Broken as problem:
        raise SystemExit(f"docs: {problem}") from None
    for name in ("conf.py", "site.css"):
        target = SOURCE / ("_static" if name.endswith(".css") else ".") / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(HERE / name, target)
    settings = {"DOCS_VERSION": str(galaxy()["version"]), "DOCS_PLUGINS": " ".join(sorted(names))}
    doctrees = str(PLACE / "doctrees")
    run(
        "sphinx-build",
        "-q",
        "-W",
        "--keep-going",
        "-j",
        given.workers,
        "-d",
        doctrees,
        str(SOURCE),
        str(SITE),
        **settings,
    )
    wrong = links.broken(SITE)
    print("\n".join(wrong), end="\n" if wrong else "")
    built = len(list(SITE.rglob("*.html")))
    print(f"{SITE.relative_to(ROOT)}/index.html: {built} pages, {len(wrong)} links that lead nowhere")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
