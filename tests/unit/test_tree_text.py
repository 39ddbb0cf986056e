"""Variables as text: it reads as the same variables, whatever stands in them, and comments stand where they belong."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tree_text import tree_text


class Unsafe(yaml.SafeLoader):
    """Reads what Ansible reads, and keeps what is marked."""


Unsafe.add_constructor("!unsafe", lambda loader, node: loader.construct_scalar(node))
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["yes", "51", "1:30", "~", "- a", "# b"])
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=8
)


@settings(max_examples=40)
@given(st.dictionaries(st.text(min_size=1), VALUES, max_size=4))
def test_it_reads_as_what_it_was_made_of(variables: dict[str, Any]) -> None:
    assert (yaml.load(tree_text(variables), Unsafe) or {}) == variables


@settings(max_examples=40)
@given(st.text())
def test_a_comment_stays_a_comment(text: str) -> None:
    notes = [{"at": "", "text": text}, {"at": "a[0].b", "text": text}]
    assert yaml.safe_load(tree_text({"a": [{"b": 1}]}, notes, title=text)) == {"a": [{"b": 1}]}


def test_the_whole_text() -> None:
    variables = {"zone_tree": {"name": "z", "pods": [{"name": "p", "tags": ["x", "y"]}], "note": "{{ a }}", "none": []}}
    notes = [{"at": "zone_tree.pods[0].name", "text": "said of it"}, {"at": "", "text": "w " * 70}]
    assert tree_text(variables, notes, title="Title\n  more").splitlines() == [
        "---",
        "# Title",
        "#   more",
        "# " + "w " * 58 + "w",
        "# " + "w " * 10 + "w",
        "zone_tree:",
        "  name: z",
        "  pods:",
        "    # said of it",
        "    - name: p",
        "      tags:",
        "        - x",
        "        - y",
        "  note: !unsafe '{{ a }}'",
        "  none: []",
    ]


def test_a_secret_is_a_variable_that_may_be_left_out() -> None:
    variables = {"a": [{"b": {"name": "x"}}]}
    notes = [{"at": "a[0].b.key", "text": "a secret", "variable": "vault_key_x"}]
    assert tree_text(variables, notes).splitlines() == [
        "---",
        "a:",
        "  - b:",
        "      name: x",
        "      # a secret",
        '      key: "{{ vault_key_x | default(omit) }}"',
    ]
    assert variables == {"a": [{"b": {"name": "x"}}]}
