"""What Sphinx is told. Nothing is asked from other sites: the pages are built, and read, without a network."""

from __future__ import annotations

import os
import re
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref

project = "cloudstack.cloud"
project_copyright = "the cloudstack.cloud maintainers"
release = os.environ["DOCS_VERSION"]
extensions = ["myst_parser", "sphinx_antsibull_ext"]
myst_heading_anchors = 4
default_role = "any"
nitpicky = False
smartquotes = False
highlight_language = "YAML+Jinja"

html_theme = "furo"
html_title = f"cloudstack.cloud {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_use_index = False
pygments_style = "ansible"
pygments_dark_style = "github-dark"

PLUGINS = frozenset(os.environ["DOCS_PLUGINS"].split())
NAME = re.compile(r"cloudstack\.cloud\.(\w+)")


ANSIBLE = "https://docs.ansible.com/ansible/latest"
LABELS = {
    "common_return_values": "reference_appendices/common_return_values",
    "ansible_configuration_settings": "reference_appendices/config",
    **{f"{kind}_plugins": f"plugins/{kind}" for kind in ("action", "callback", "filter", "inventory", "lookup")},
}
"""Places in Ansible's own documentation that the reference of a plugin speaks of."""

PLUGIN = re.compile(r"ansible_collections\.(\w+)\.(\w+)\.(\w+)")


def setup(app: Any) -> None:
    """Make the full name of a plugin in the text a link to its reference, and lead to Ansible's own pages."""
    app.connect("doctree-read", _without_contents)
    app.connect("doctree-read", _refer)
    app.connect("missing-reference", _elsewhere)


def _elsewhere(app: Any, env: Any, node: pending_xref, content: nodes.Node) -> nodes.reference | None:
    """A link into Ansible's documentation. What is not known to be there stays missing, which is an error."""
    target, plugin = node["reftarget"], PLUGIN.fullmatch(node["reftarget"])
    if target in LABELS:
        place = f"{LABELS[target]}.html"
    elif plugin and plugin.groups()[:2] == ("ansible", "builtin"):
        place = f"collections/ansible/builtin/{plugin[3]}.html"
    elif node["reftype"] == "envvar" and target.startswith("ANSIBLE_"):
        place = f"reference_appendices/config.html#envvar-{target}"
    else:
        return None
    return nodes.reference("", "", content, refuri=f"{ANSIBLE}/{place}", internal=False)


def _without_contents(app: Any, document: nodes.document) -> None:
    """Take the list of a page's own sections out: the theme shows one beside the text."""
    for topic in [topic for topic in document.findall(nodes.topic) if "contents" in topic["classes"]]:
        topic.parent.remove(topic)
    for title in document.findall(nodes.title):
        title.attributes.pop("refid", None)


def _refer(app: Any, document: nodes.document) -> None:
    for literal in list(document.findall(nodes.literal)):
        label = _label(literal.astext())
        if (
            not label
            or app.env.docname.endswith(f"/{label}")
            or isinstance(literal.parent, (nodes.reference, pending_xref, nodes.title))
        ):
            continue
        target = f"ansible_collections.cloudstack.cloud.{label}"
        page = app.env.docname
        reference = pending_xref(
            "", reftype="ref", refdomain="std", reftarget=target, refexplicit=True, refdoc=page, refwarn=True
        )
        literal.replace_self(reference)
        reference += literal


def _label(text: str) -> str:
    """The page that a full name means; nothing where a module and another kind of plugin share it."""
    named = NAME.fullmatch(text)
    found = [page for page in PLUGINS if named and page.rpartition("_")[0] == named[1]]
    return found[0] if len(found) == 1 else ""
