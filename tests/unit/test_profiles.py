"""A profile is put into a configuration file, and everything else in the file stays."""

from __future__ import annotations

import configparser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.profiles import with_profile, with_settings

CMK = """\
prompt = >
asyncblock = true
profile = lab

[lab]
url = http://lab.example.com/client/api
apikey = old
secretkey = older

# mine
[home]
url = http://home.example.com/client/api
"""


def test_an_empty_file_gets_the_profile() -> None:
    assert with_profile("", "lab", {"key": "a=b", "secret": "c"}) == "[lab]\nkey = a=b\nsecret = c\n"
    assert with_profile("", "lab", {"url": "u"}, {"profile": "lab"}) == "profile = lab\n\n[lab]\nurl = u\n"


def test_what_is_there_is_changed_and_all_else_stays() -> None:
    found = with_profile(CMK, "lab", {"apikey": "new", "domain": "/"}, {"profile": "lab", "verifycert": "true"})
    assert found == CMK.replace("apikey = old", "apikey = new").replace(
        "secretkey = older\n", "secretkey = older\ndomain = /\n"
    ).replace("profile = lab\n", "profile = lab\nverifycert = true\n")


def test_a_file_that_is_as_it_should_be_is_the_same() -> None:
    assert with_profile(CMK, "home", {"url": "http://home.example.com/client/api"}, {"profile": "lab"}) == CMK


def test_the_same_setting_twice_becomes_one() -> None:
    assert with_profile("[a]\nkey = 1\nkey: 2\n", "a", {"key": "3"}) == "[a]\nkey = 3\n"


@pytest.mark.parametrize(
    ("name", "values"), [("", {}), ("a]b", {}), ("a\nb", {}), ("a", {"k\n": 1}), ("a", {"k": "1\n[x]"})]
)
def test_what_such_a_file_cannot_hold_is_refused(name: str, values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="cannot stand in a configuration file"):
        with_profile("", name, values)


WORDS = st.text("abcdefgh0123-_", min_size=1, max_size=6)
VALUES = st.dictionaries(WORDS, st.text("abc/+=:% é", max_size=6).map(str.strip), max_size=4)


@given(st.dictionaries(WORDS, VALUES, max_size=3), WORDS, VALUES)
def test_what_is_read_afterwards_is_what_was_written(
    others: dict[str, dict[str, str]], name: str, values: dict[str, str]
) -> None:
    text = ""
    for other, content in others.items():
        text = with_profile(text, other, content)
    changed = with_profile(text, name, values)
    read = configparser.ConfigParser(interpolation=None)
    read.read_string(changed)
    assert dict(read[name]) == {**others.get(name, {}), **values}
    for other in set(others) - {name}:
        assert dict(read[other]) == others[other]
    assert with_profile(changed, name, values) == changed


def test_settings_of_a_file_without_sections() -> None:
    text = "# listen_tls = 1\nlisten_tls=1\nhost = a\nlisten_tls = 1\n# end\n"
    assert with_settings(text, {"listen_tls": 0, "port": '"9"'}) == (
        '# listen_tls = 1\nlisten_tls = 0\nhost = a\nport = "9"\n# end\n'
    )
    assert with_settings("a  =  1\n", {"a": 1}, "=") == "a  =  1\n"
    assert with_settings("", {"a.b": "c=d"}, "=") == "a.b=c=d\n"
    with pytest.raises(ValueError, match="cannot stand in a configuration file"):
        with_settings("", {"a": "b\nc"})
