"""From documents of the repository to pages of the site. Links between them hold in both places.

A document keeps its place, without the folder C(docs); a README is the index of its folder. A file that a document
links to, such as a playbook among the examples, becomes a page that shows it.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

FENCE = re.compile(r"^(`{3,})(\w*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(\]\()([^)\s]+)(\))")
ELSEWHERE = re.compile(r"^([a-z]+:|#|/)")
PICTURES = (".png", ".svg")
HOME = "docs/README.md"
"""The document that is the site's first page, to which links to the README of the repository lead, too."""

ALIASES = {"README.md": HOME}
LANGUAGES = {".yml": "yaml", ".ini": "ini", ".py": "python", ".sh": "bash", ".json": "json", ".toml": "toml"}
DIAGRAMS = "docs/images/diagrams"


class Broken(ValueError):
    """A document cannot become a page; says which, and why."""


@dataclass
class Site:
    """What the pages are made from.

    :ivar documents: the Markdown of the repository by path.
    :ivar files: the paths of all files of the repository.
    :ivar shown: files that some page links to, to be shown on pages of their own.
    :ivar copied: pictures that some page shows.
    """

    documents: Mapping[str, str]
    files: Collection[str]
    shown: set[str] = field(default_factory=set)
    copied: set[str] = field(default_factory=set)

    def page(self, path: str) -> str:
        """A document's text as the site has it.

        :raises Broken: a link that leads nowhere, or a diagram without its picture.
        """
        parts = []
        position = 0
        text = self.documents[path]
        for fence in FENCE.finditer(text):
            parts.append(self._linked(text[position : fence.start()], path))
            parts.append(self._diagram(fence, path) if fence.group(2) == "mermaid" else fence.group())
            position = fence.end()
        return "".join((*parts, self._linked(text[position:], path)))

    def _linked(self, text: str, path: str) -> str:
        return LINK.sub(partial(self._link, path), text)

    def _link(self, path: str, found: re.Match[str]) -> str:
        start, target, end = found.groups()
        if ELSEWHERE.match(target):
            return found.group()
        name, mark, anchor = target.partition("#")
        meant = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        return f"{start}{relative(self._goal(meant, path), place(path))}{mark}{anchor}{end}"

    def _goal(self, meant: str, path: str) -> str:
        """Where on the site the file is that a document means."""
        meant = ALIASES.get(meant, meant)
        for document in (meant, f"{meant}/README.md"):
            if document in self.documents:
                return place(document)
        if meant not in self.files:
            raise Broken(f"{path} links to {meant}, which is no file of the repository")
        if meant.endswith(PICTURES):
            self.copied.add(meant)
            return place(meant)
        self.shown.add(meant)
        return place(meant) + ".md"

    def _diagram(self, fence: re.Match[str], path: str) -> str:
        picture = diagram(fence.group(3))
        if picture not in self.files:
            raise Broken(f"{path} has a diagram without a picture: run `make diagrams`, which writes {picture}")
        self.copied.add(picture)
        return f"![{heading(self.documents[path])}]({relative(place(picture), place(path))})"


def place(path: str) -> str:
    """Where a file of the repository stands on the site."""
    folder, name = posixpath.split(path.removeprefix("docs/"))
    if name.endswith(".md"):
        name = "index.md" if name == "README.md" else name.lower()
    return posixpath.join(folder, name)


def relative(target: str, page: str) -> str:
    """The way from one page of the site to another."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def diagram(source: str) -> str:
    """The picture of a diagram; a changed diagram is another picture."""
    return f"{DIAGRAMS}/{hashlib.sha256(source.encode()).hexdigest()[:12]}.svg"


def diagrams(text: str) -> Iterator[str]:
    """The sources of the diagrams in a document."""
    return (fence.group(3) for fence in FENCE.finditer(text) if fence.group(2) == "mermaid")


def heading(text: str) -> str:
    """What a document is called."""
    return next((line[2:] for line in text.splitlines() if line.startswith("# ")), "")


def shown(path: str, text: str) -> str:
    """The page that shows a file."""
    language = next((LANGUAGES[end] for end in LANGUAGES if path.endswith(end)), "text")
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text) or [""]))
    return f"---\norphan: true\n---\n\n# {path}\n\n{fence}{language}\n{text.rstrip()}\n{fence}\n"
