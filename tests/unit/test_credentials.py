"""What is masked wherever it would be shown."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.run import credentials_in


@pytest.mark.parametrize(
    ("given", "secrets"),
    [
        ({"resources": {"host": [{"password": "one"}]}}, {"one"}),
        ({"details": [{"name": "api_token", "value": "two"}]}, {"two"}),
        ({"url": "https://user:three@example.com"}, {"three"}),
        ({"instance": [{"user_data": "four", "hide_user_data": True}]}, {"four"}),
        ({"user_data": "five", "hide_user_data": False}, set()),
        ({"hide_user_data": True}, set()),
        ({"name": "password", "password": "six"}, {"six"}),
        ({"name": {"first": "seven"}, "value": "eight"}, set()),
    ],
)
def test_what_is_a_secret(given: Any, secrets: set[str]) -> None:
    assert credentials_in(given) == secrets
