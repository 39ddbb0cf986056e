"""What an error of the server tells of itself."""

from __future__ import annotations

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import ApiError, CloudError, OptionError


@pytest.mark.parametrize(
    ("code", "text", "gone", "forbidden"),
    [
        (431, "Invalid parameter id value=7 due to incorrect long value format, or entity does not exist", True, False),
        (431, "Unable to execute API command due to missing parameter id", False, False),
        (530, "The entity does not exist any more, said the hypervisor", False, False),
        (432, "The API does not exist or is blacklisted for the account", False, True),
    ],
)
def test_code_and_text_together_say_what_is_wrong(code: int, text: str, gone: bool, forbidden: bool) -> None:
    error = ApiError("deleteThing", code, text)
    assert error.says_no_such_entity is gone
    assert error.says_not_allowed is forbidden


@pytest.mark.parametrize(
    ("error", "message", "option"),
    [
        (OptionError("port", "port: 0 is no port."), "rules[3].port: 0 is no port.", "rules[3].port"),
        (CloudError("Nothing answers."), "rules[3]: Nothing answers.", None),
    ],
)
def test_an_error_says_where_among_many_it_lies(error: CloudError, message: str, option: str | None) -> None:
    placed = error.placed("rules[3]")
    assert placed is error
    assert (placed.message, str(placed), placed.failure.get("option")) == (message, message, option)
