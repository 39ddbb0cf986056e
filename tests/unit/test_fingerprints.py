"""Fingerprints are those that ssh-keygen -l -E md5 shows."""

from __future__ import annotations

import pytest
from contract.samples import KEY_ONE, KEY_TWO

from ansible_collections.cloudstack.cloud.plugins.module_utils.fingerprints import fingerprint
from ansible_collections.cloudstack.cloud.plugins.module_utils.values import same

ONE = "37:45:f7:fa:74:4d:2c:71:ed:d8:3d:27:36:1d:ec:aa"


@pytest.mark.parametrize("key", [KEY_ONE, " ".join(KEY_ONE.split()[:2]), f"{KEY_ONE} more words\n"])
def test_fingerprint_of_a_key_with_any_comment(key: str) -> None:
    assert fingerprint(key) == ONE


def test_the_server_s_fingerprint_is_compared_in_any_case() -> None:
    assert same(ONE, KEY_ONE, "fingerprint")
    assert same(ONE.upper(), KEY_ONE, "fingerprint")
    assert not same(ONE, KEY_TWO, "fingerprint")
    assert not same(None, KEY_ONE, "fingerprint")
