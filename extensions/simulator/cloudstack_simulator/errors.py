"""What CloudStack says when it refuses: codes, texts and the body that carries them."""

from __future__ import annotations

from typing import Any

UNAUTHORIZED = 401
NOT_ALLOWED = 405
MALFORMED = 430
PARAM = 431
UNAVAILABLE_FOR_ACCOUNT = 432
INTERNAL = 530
ACCOUNT = 531
INSUFFICIENT_CAPACITY = 533
RESOURCE_UNAVAILABLE = 534
RESOURCE_ALLOCATION = 535
RESOURCE_IN_USE = 536
NETWORK_RULE_CONFLICT = 537

CS_RUNTIME = 4250
CS_INVALID_VALUE = 4350
CS_RULE_CONFLICT = 4360
CS_PERMISSION = 4365
CS_OTHER = 9999

BAD_CREDENTIALS = "unable to verify user credentials and/or request signature"
POST_TO_LOG_IN = "Please use HTTP POST to authenticate using this API"


class ApiError(Exception):
    """A refusal, as the caller sees it.

    code: HTTP status and `errorcode`; cscode: `cserrorcode`, left out of the answer when None;
    uuids: `uuidList` entries as (uuid, description); envelope: the answer's outer key where it is not the command's.
    """

    def __init__(
        self,
        code: int,
        text: str,
        cscode: int | None = CS_OTHER,
        uuids: tuple[tuple[str, str], ...] = (),
        envelope: str | None = None,
    ) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.cscode = cscode
        self.uuids = uuids
        self.envelope = envelope

    def body(self) -> dict[str, Any]:
        """The error object inside the envelope of a synchronous answer."""
        body: dict[str, Any] = {
            "uuidList": [{"uuid": uuid, "description": text} for uuid, text in self.uuids],
            "errorcode": self.code,
        }
        if self.cscode is not None:
            body["cserrorcode"] = self.cscode
        body["errortext"] = self.text
        return body

    def job_result(self) -> dict[str, Any]:
        """The error object inside `jobresult` of a failed job."""
        return {"errorcode": self.code, "errortext": self.text}


def invalid(text: str, uuids: tuple[tuple[str, str], ...] = ()) -> ApiError:
    """A value that the server understands and refuses (431 / 4350)."""
    return ApiError(PARAM, text, CS_INVALID_VALUE, uuids)


def failed(text: str, uuids: tuple[tuple[str, str], ...] = ()) -> ApiError:
    """Work that the server refuses or cannot do in the present state (530 / 4250)."""
    return ApiError(INTERNAL, text, CS_RUNTIME, uuids)


def internal(text: str) -> ApiError:
    """Any other failure (530 / 9999)."""
    return ApiError(INTERNAL, text, CS_OTHER)


def missing(command_word: str, name: str) -> ApiError:
    """A required parameter was not given."""
    return ApiError(PARAM, f"Unable to execute API command {command_word} due to missing parameter {name}")


def bad_value(command_word: str, name: str, value: str) -> ApiError:
    """A value that does not parse, or an id of nothing."""
    return ApiError(
        PARAM,
        f"Unable to execute API command {command_word} due to invalid value. Invalid parameter {name} value={value} "
        "due to incorrect long value format, or entity does not exist or due to incorrect parameter annotation for "
        "the field in api cmd class.",
    )


def unauthorized(envelope: str | None = None) -> ApiError:
    """An unknown key, a wrong signature, an expired one, or a command that does not exist."""
    return ApiError(UNAUTHORIZED, BAD_CREDENTIALS, None, envelope=envelope)


def not_available(command: str, account: str) -> ApiError:
    """The caller's role does not allow the command."""
    text = f"The API [{command}] does not exist or is not available for the account {account}."
    return ApiError(UNAVAILABLE_FOR_ACCOUNT, text, CS_OTHER, envelope="errorresponse")


def not_simulated(command: str) -> ApiError:
    """The real server knows the command; this simulator does not carry it."""
    return ApiError(INTERNAL, f"The CloudStack simulator does not simulate {command} yet.")
