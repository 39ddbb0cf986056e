"""What is made of the catalogue's entries: the parts of a new kind, each on its own."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from typing import Any

import new
import pytest
import yaml
from docgen.catalog import GLOSSARY, ROOT
from newkind import conventions, declaration, docs, edits, making, values
from newkind.commands import Commands, Refused, find, parse, plural
from newkind.shape import Shape, shape

CATALOGUE = ROOT / "extensions" / "simulator" / "cloudstack_simulator" / "data" / "apis.json.gz"


@cache
def surface() -> dict[str, Any]:
    return json.loads(gzip.decompress(CATALOGUE.read_bytes()))


def made(name: str, key: str = "", **told: str) -> Shape:
    return shape(surface(), name, find(surface(), name, told), key)


def test_commands_are_found_by_name() -> None:
    assert find(surface(), "gui_theme", {}) == Commands(
        "listGuiThemes", "createGuiTheme", "updateGuiTheme", "removeGuiTheme"
    )
    assert find(surface(), "counter", {}).update == ""


def test_commands_can_be_told() -> None:
    told = parse(["create=createCounter", "delete="])
    assert find(surface(), "counter", told) == Commands("listCounters", "createCounter")


@pytest.mark.parametrize("words", [["create"], ["make=createCounter"]])
def test_what_is_told_in_another_form_is_refused(words: list[str]) -> None:
    with pytest.raises(Refused, match=r"^COMMANDS: .* write list=command"):
        parse(words)


@pytest.mark.parametrize(
    ("one", "many"), [("policy", "policies"), ("key", "keys"), ("bus", "buses"), ("zone", "zones")]
)
def test_many_of_a_word(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("displaytext", ["display", "text"]),
        ("gslbdomainname", ["gslb", "domain", "name"]),
        ("ispublic", ["is", "public"]),
        ("qqqq", ["qqqq"]),
        ("encryption", ["encryption"]),
    ],
)
def test_names_are_split_into_words(text: str, words: list[str]) -> None:
    assert conventions.split(text, conventions.words(tuple(surface()))) == words


def test_options_are_what_the_commands_say() -> None:
    resource = declaration.resource(made("gpu_card"))
    fields = {field.name: field for field in resource.fields}
    assert resource.key == ("name",)
    assert fields["name"].required
    assert fields["device_id"].fixed
    assert fields["device_id"].needed_to_create
    assert not fields["vendor_name"].fixed
    assert not fields["videoram"].compared
    assert resource.list_key == ""


def test_a_parameter_that_names_a_known_kind_refers_to_it() -> None:
    resource = declaration.resource(made("shared_file_system"))
    assert [(ref.name, ref.kind.name, ref.scope) for ref in resource.refs] == [
        ("network", "network", True),
        ("zone", "zone", True),
        ("disk_offering", "disk_offering", False),
        ("service_offering", "service_offering", False),
    ]
    assert resource.ref("network").within == ("zone",)
    assert resource.owned


def test_what_no_value_is_known_for_is_told() -> None:
    assert [option.name for option in values.unknown(made("condition"))] == ["counter_id"]
    assert values.unknown(made("counter")) == []


def test_a_text_that_has_a_form_is_one_that_the_server_took() -> None:
    sample = values.sample(made("kubernetes_supported_version"))
    assert sample["create"]["semantic_version"] == "1.33.1"
    assert sample["fixed"]["semantic_version"] == "semantic version two"


def test_a_sample_changes_what_can_change_and_tries_what_cannot() -> None:
    sample = values.sample(made("gpu_card"))
    assert [list(change) for change in sample["changes"]] == [["device_name"], ["vendor_name"]]
    assert set(sample["fixed"]) == {"device_id", "vendor_id"}
    assert set(sample["create"]) >= {"name", "videoram"}


@pytest.mark.parametrize(
    ("name", "commands", "told"),
    [
        ("pod", [], "'pod' exists"),
        ("port_forwarding_rule", [], "createPortForwardingRule is what the kind 'portforward' makes its things with"),
        (
            "gate",
            ["list=listCounters", "create=createZone"],
            "createZone is what the kind 'zone' makes its things with",
        ),
        ("GuiTheme", [], "'GuiTheme' is no name of a module"),
        ("gui-theme", [], "'gui-theme' is no name of a module"),
        ("", [], "'' is no name of a module"),
        ("vm_snapshots", [], "no command that lists 'vm_snapshots'. Near to it: listVMSnapshot"),
        ("dns_record", [], "deleteDnsRecord names its thing by dnszoneid"),
    ],
)
def test_what_is_no_new_plain_kind_is_refused(name: str, commands: list[str], told: str) -> None:
    with pytest.raises(Refused, match=re.escape(told)):
        new.planned(name, commands, "")


def test_nothing_that_names_it_is_refused() -> None:
    with pytest.raises(Refused, match=r"^KEY: no such parameter of createCounter .* it takes name, provider"):
        made("counter", key="colour")


def test_a_list_that_demands_more_is_refused() -> None:
    with pytest.raises(Refused, match="listTemplates demands templatefilter"):
        made("picture", list="listTemplates", create="createCounter")


def test_lines_are_put_where_they_belong() -> None:
    kind = made("shared_file_system")
    registry = edits.registry(making.REGISTRY.read_text(encoding="utf-8"), kind).splitlines()
    assert registry.index("        SHARED_FILE_SYSTEM,") == registry.index("        NETWORK,") + 1
    assert "from .resources.shared_file_system import SHARED_FILE_SYSTEM" in registry
    before = GLOSSARY.read_text(encoding="utf-8")
    after = edits.glossary(before, kind)
    known = yaml.safe_load(after)
    assert "disk_offering" in known["info"]["filters"]["shared_file_system"]
    assert known["info"]["examples"]["shared_file_system"] == {"All shared file systems are known": {}}
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []


def test_what_fails_leaves_everything_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = made("gui_theme")
    files = making.texts(kind)
    before = {path: path.read_bytes() if path.exists() else None for path in files}

    def fail(*command: str) -> None:
        raise Refused("the generator fails")

    monkeypatch.setattr(making, "_run", fail)
    with pytest.raises(Refused, match="the generator fails"):
        making.write(kind, files)
    assert {path: path.read_bytes() if path.exists() else None for path in files} == before


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("is_public", "Whether the GUI theme is public."),
        ("css", "CSS of the GUI theme."),
        ("recursive_domains", "Whether the GUI theme has recursive domains."),
    ],
)
def test_sentences_are_made_of_names(option: str, sentence: str) -> None:
    kind = made("gui_theme")
    assert docs.sentence(kind, next(one for one in kind.options if one.name == option)) == sentence
