"""The documentation as a site: documents become pages, links hold, and what leads nowhere is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docsite import links, navigation, pages
from stage import ROOT

import docs

DOCUMENTS = {
    "docs/README.md": "# Home\n",
    "docs/guides/zones.md": "# Zones\n",
    "roles/zone/README.md": "# Role zone\n",
    "CONTRIBUTING.md": "# Contributing\n",
}
FILES = {*DOCUMENTS, "README.md", "examples/basic.yml", "docs/images/demo.png"}


def paged(text: str, path: str = "docs/guides/here.md") -> tuple[str, pages.Site]:
    site = pages.Site({**DOCUMENTS, path: text}, FILES)
    return site.page(path), site


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("docs/README.md", "index.md"),
        ("docs/guides/zones.md", "guides/zones.md"),
        ("roles/zone/README.md", "roles/zone/index.md"),
        ("CONTRIBUTING.md", "contributing.md"),
        ("examples/basic.yml", "examples/basic.yml"),
    ],
)
def test_a_file_has_its_place(path: str, place: str) -> None:
    assert pages.place(path) == place


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("zones.md", "zones.md"),
        ("zones.md#how-to-choose", "zones.md#how-to-choose"),
        ("../../roles/zone/README.md", "../roles/zone/index.md"),
        ("../../roles/zone", "../roles/zone/index.md"),
        ("../../README.md", "../index.md"),
        ("../../CONTRIBUTING.md", "../contributing.md"),
        ("../../examples/basic.yml", "../examples/basic.yml.md"),
        ("../images/demo.png", "../images/demo.png"),
        ("https://example.com/zones.md", "https://example.com/zones.md"),
        ("#below", "#below"),
    ],
)
def test_a_link_leads_to_the_page(link: str, target: str) -> None:
    assert paged(f"See [this]({link}).")[0] == f"See [this]({target})."


def test_what_is_linked_is_brought_along() -> None:
    _page, site = paged("[a](../../examples/basic.yml) ![b](../images/demo.png)")
    assert (site.shown, site.copied) == ({"examples/basic.yml"}, {"docs/images/demo.png"})


def test_code_is_left_alone() -> None:
    text = "```yaml\n# [a](nowhere.md)\n```\n"
    assert paged(text)[0] == text


def test_a_link_to_nothing_is_told() -> None:
    with pytest.raises(pages.Broken, match=r"docs/guides/here\.md links to docs/guides/nothing\.md"):
        paged("[a](nothing.md)")


def test_a_diagram_is_its_picture() -> None:
    source = "flowchart TD\n  A --> B\n"
    text = f"# The way\n\n```mermaid\n{source}```\n"
    with pytest.raises(pages.Broken, match="run `make diagrams`"):
        paged(text)
    picture = pages.diagram(source)
    site = pages.Site({"docs/guides/here.md": text}, {picture})
    assert site.page("docs/guides/here.md") == f"# The way\n\n![The way](../{picture.removeprefix('docs/')})\n"
    assert pages.diagram(source + "  B --> C\n") != picture


def test_a_shown_file_cannot_end_its_own_block() -> None:
    page = pages.shown("a.md.txt", "````\nquoted\n````\n")
    assert page.count("`````") == 2


def test_every_document_becomes_a_page_with_all_its_diagrams() -> None:
    site = docs.repository()
    written = {path: site.page(path) for path in site.documents}
    assert [path for path in written if not re.search(r"^# \S", written[path], re.MULTILINE)] == []
    drawn = {path for path in site.copied if path.startswith(pages.DIAGRAMS)}
    assert drawn == {path for path in site.files if path.startswith(pages.DIAGRAMS)}
    assert all((ROOT / path).is_file() for path in (*site.shown, *site.copied))


def test_every_page_has_one_place_beside_the_text() -> None:
    names = {pages.place(path).removesuffix(".md") for path in docs.repository().documents}
    listed = re.findall(r"^/(\S+)$", navigation.tables(names), re.MULTILINE)
    assert sorted(listed) == sorted(names - {"index"})


def test_a_page_that_no_section_names_stands_where_its_like_do() -> None:
    table = navigation.tables({"index", "guides/zones", "roles/other/index", "guides/new", "odd"})
    captions = re.findall(r":caption: (.+)\n\n((?:/\S+\n)+)", table)
    assert captions == [
        ("Plan a cloud", "/guides/zones\n"),
        ("Operate", "/guides/new\n"),
        ("Roles and examples", "/roles/other/index\n"),
        ("The project", "/odd\n"),
    ]


def test_dead_links_are_found(tmp_path: Path) -> None:
    (tmp_path / "guides").mkdir()
    (tmp_path / "index.html").write_text('<h1 id="top">Here</h1><a href="guides/zones.html#choose">there</a>')
    (tmp_path / "guides" / "zones.html").write_text(
        '<h2 id="choose">Choose</h2><a class="x" href="../index.html#top">a</a><a href="#choose">b</a>'
        '<a href="https://example.com/x">c</a><img src="gone.png"><a href="../index.html#bottom">d</a>'
        '<a href="#no">e</a>'
    )
    assert links.broken(tmp_path) == [
        "guides/zones.html: #no: there is no place no on guides/zones.html",
        "guides/zones.html: ../index.html#bottom: there is no place bottom on index.html",
        "guides/zones.html: gone.png: there is no file guides/gone.png",
    ]


INDEX = """.. _plugins:

Cloudstack.Cloud
================

* :ansplugin:`zone module <cloudstack.cloud.zone#module>`

.. toctree::
    :maxdepth: 1
    :hidden:

    zone_module
    zone_info_module

.. _role_plugins:
"""


def test_the_index_of_plugins_fills_no_other_page() -> None:
    text = docs.without_tables(INDEX)
    assert "\nReference\n=========\n" in text
    assert "toctree" not in text
    assert text.endswith("module>`\n\n\n.. _role_plugins:\n")
    with pytest.raises(SystemExit, match="another form"):
        docs.without_tables("Reference\n=========\n")


def documents() -> dict[str, str]:
    """The texts that people read, without what was released and what only lists the simulator."""
    left_out = ("CHANGELOG.md", "extensions/simulator/COVERAGE.md")
    return {path: text for path, text in docs.repository().documents.items() if path not in left_out}


def test_every_full_name_in_the_documents_exists() -> None:
    known = {path.stem for path in (*ROOT.glob("plugins/*/*.py"), *ROOT.glob("playbooks/*.yml"))}
    known |= {path.name for path in ROOT.glob("roles/*")} | {"all"}
    unknown = [
        f"{path}: cloudstack.cloud.{name}"
        for path, text in documents().items()
        for name in re.findall(r"(?<![\w./-])cloudstack\.cloud\.(\w+)", text)
        if name not in known
    ]
    assert unknown == []


def test_the_variables_of_shown_playbooks_are_theirs() -> None:
    """Playbooks of the collection that a document runs; what is run there from a file is run by the tests of guides."""
    shown = 0
    for path, text in documents().items():
        for name, rest in re.findall(r"^ansible-playbook cloudstack\.cloud\.(\w+)(.*)$", text, re.MULTILINE):
            sources = [ROOT / "playbooks" / f"{name}.yml", *ROOT.glob("playbooks/tasks/**/*.yml")]
            sources += ROOT.glob("roles/*/meta/argument_specs.yml")
            known = "\n".join(source.read_text(encoding="utf-8") for source in sources)
            given = re.findall(r"(?:-e '?\{?\"?|, \")(\w+)(?:=|\":)", rest)
            assert [variable for variable in given if not re.search(rf"\b{variable}\b", known)] == [], path
            shown += 1
    assert shown > 10
