"""Where the connection comes from: options, then environment, then a profile of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import (
    ENVIRONMENT,
    NEEDED,
    Settings,
    settings,
)

OPTIONS = {"api_url": "https://option.example.com/client/api", "api_key": "ok", "api_secret": "os"}
ENVIRON = {
    "CLOUDSTACK_ENDPOINT": "https://environment.example.com/client/api",
    "CLOUDSTACK_KEY": "ek",
    "CLOUDSTACK_SECRET": "es",
}
INI = """
[cloudstack]
endpoint = https://ini.example.com/client/api
key = ik
secret = i%s
timeout = 11
job_timeout = 12
method = get
dangerous_no_tls_verify = true

[north]
endpoint = https://north.example.com/client/api
key = nk
secret = ns
"""
CMK = """
prompt = cmk
profile = {profile}
verifycert = {verify}

[lab]
url = https://lab.example.com/client/api
apikey = lk
secretkey = ls

[other]
url = https://other.example.com/client/api
apikey = xk
secretkey = xs
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home and a working directory that hold no configuration yet."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(work)
    return tmp_path


def write_cmk(home: Path, profile: str = "lab", verify: str = "true") -> None:
    (home / ".cmk").mkdir()
    (home / ".cmk" / "config").write_text(CMK.format(profile=profile, verify=verify), encoding="utf-8")


def test_options_alone_and_the_documented_defaults(home: Path) -> None:
    assert settings(OPTIONS, {}) == Settings(
        OPTIONS["api_url"], "ok", "os", method="post", timeout=30, job_timeout=3600, verify=True
    )


def test_every_option_wins_over_the_environment_and_the_file(home: Path) -> None:
    (home / ".cloudstack.ini").write_text(INI, encoding="utf-8")
    environ = {
        **ENVIRON,
        "CLOUDSTACK_METHOD": "get",
        "CLOUDSTACK_TIMEOUT": "7",
        "CLOUDSTACK_JOB_TIMEOUT": "8",
        "CLOUDSTACK_DANGEROUS_NO_TLS_VERIFY": "1",
    }
    options = {
        **OPTIONS,
        "api_http_method": "post",
        "api_timeout": 1,
        "api_job_timeout": 2,
        "validate_certs": True,
        "api_profile": "cloudstack",
    }
    assert settings(options, environ) == Settings(OPTIONS["api_url"], "ok", "os", "post", 1, 2, True)


def test_the_environment_wins_over_the_file(home: Path) -> None:
    (home / ".cloudstack.ini").write_text(INI, encoding="utf-8")
    environ = {**ENVIRON, "CLOUDSTACK_METHOD": "POST", "CLOUDSTACK_TIMEOUT": "7", "CLOUDSTACK_PROFILE": "cloudstack"}
    found = settings({}, environ)
    assert found == Settings(ENVIRON["CLOUDSTACK_ENDPOINT"], "ek", "es", "post", 7, 12, False)


def test_a_complete_environment_needs_no_file(home: Path) -> None:
    (home / ".cloudstack.ini").write_text(INI, encoding="utf-8")
    assert settings({}, ENVIRON).timeout == 30


def test_one_setting_may_come_from_each_place(home: Path) -> None:
    (home / ".cloudstack.ini").write_text(INI, encoding="utf-8")
    found = settings({"api_url": OPTIONS["api_url"]}, {"CLOUDSTACK_KEY": "ek"})
    assert (found.url, found.key, found.secret) == (OPTIONS["api_url"], "ek", "i%s")


def test_the_default_section_of_the_ini_file(home: Path) -> None:
    (home / ".cloudstack.ini").write_text(INI, encoding="utf-8")
    found = settings({}, {})
    assert found == Settings("https://ini.example.com/client/api", "ik", "i%s", "get", 11, 12, False)


@pytest.mark.parametrize(
    ("options", "environ"),
    [
        ({"api_profile": "north"}, {}),
        ({}, {"CLOUDSTACK_PROFILE": "north"}),
        ({}, {"CLOUDSTACK_REGION": "north"}),
        ({"api_profile": "north"}, {"CLOUDSTACK_PROFILE": "cloudstack"}),
        ({"api_profile": "north"}, {**ENVIRON, "CLOUDSTACK_PROFILE": "cloudstack"}),
    ],
)
def test_a_profile_by_option_or_environment(home: Path, options: dict[str, str], environ: dict[str, str]) -> None:
    (home / ".cloudstack.ini").write_text(INI, encoding="utf-8")
    found = settings(options, environ)
    assert (found.url, found.key, found.secret) == ("https://north.example.com/client/api", "nk", "ns")


def test_a_file_in_the_working_directory_wins_over_the_one_at_home(home: Path) -> None:
    (home / ".cloudstack.ini").write_text(INI, encoding="utf-8")
    (home / "work" / "cloudstack.ini").write_text(INI.replace("key = ik", "key = wk"), encoding="utf-8")
    assert settings({}, {}).key == "wk"


def test_a_file_that_the_environment_names(home: Path) -> None:
    path = home / "elsewhere.ini"
    path.write_text(INI, encoding="utf-8")
    assert settings({}, {"CLOUDSTACK_CONFIG": str(path)}).key == "ik"


def test_the_profile_that_cloudmonkey_has_chosen(home: Path) -> None:
    write_cmk(home)
    assert settings({}, {}) == Settings("https://lab.example.com/client/api", "lk", "ls", verify=True)


def test_another_profile_of_cloudmonkey_by_name(home: Path) -> None:
    write_cmk(home)
    assert settings({"api_profile": "other"}, {}).key == "xk"


def test_cloudmonkey_s_verifycert_is_kept(home: Path) -> None:
    write_cmk(home, verify="false")
    assert settings({}, {}).verify is False
    assert settings({"validate_certs": True}, {}).verify is True


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("files", [False, True])
def test_a_missing_setting_is_named_with_its_variable(home: Path, name: str, files: bool) -> None:
    if files:
        write_cmk(home, profile="nothing")
    options = {key: value for key, value in OPTIONS.items() if key != name}
    with pytest.raises(OptionError) as caught:
        settings(options, {})
    message = caught.value.message
    assert message.startswith(f"{name} is missing.")
    assert ENVIRONMENT[name] in message
    assert "cloudstack.ini" in message
    assert caught.value.failure == {"option": name}


def test_a_profile_that_is_nowhere_is_named(home: Path) -> None:
    (home / ".cloudstack.ini").write_text(INI, encoding="utf-8")
    for environ in ({}, ENVIRON):
        with pytest.raises(OptionError, match=r"api_url is missing.*profile 'south'"):
            settings({"api_profile": "south"}, environ)


def test_beside_a_profile_that_an_option_names_the_environment_tells_how_to_speak(home: Path) -> None:
    (home / ".cloudstack.ini").write_text(INI, encoding="utf-8")
    environ = {**ENVIRON, "CLOUDSTACK_TIMEOUT": "7"}
    assert settings({"api_profile": "north"}, environ).timeout == 7
    assert settings({"api_profile": "cloudstack"}, environ).timeout == 11


@pytest.mark.parametrize(
    ("options", "environ", "option"),
    [
        ({"api_url": "cloud.example.com/client/api"}, {}, "api_url"),
        ({"api_url": "ftp://cloud.example.com"}, {}, "api_url"),
        ({"api_timeout": 0}, {}, "api_timeout"),
        ({"api_timeout": -1}, {}, "api_timeout"),
        ({"api_job_timeout": 0}, {}, "api_job_timeout"),
        ({}, {"CLOUDSTACK_TIMEOUT": "soon"}, "api_timeout"),
        ({}, {"CLOUDSTACK_TIMEOUT": "0"}, "api_timeout"),
        ({}, {"CLOUDSTACK_JOB_TIMEOUT": "1h"}, "api_job_timeout"),
        ({}, {"CLOUDSTACK_METHOD": "put"}, "api_http_method"),
        ({"api_verify_ssl_cert": "/nonexistent/ca.pem"}, {}, "api_verify_ssl_cert"),
    ],
)
def test_a_value_that_cannot_be_used_names_its_option(
    home: Path, options: dict[str, Any], environ: dict[str, str], option: str
) -> None:
    with pytest.raises(OptionError) as caught:
        settings({**OPTIONS, **options}, environ)
    assert caught.value.message.startswith(f"{option}: ")
    assert caught.value.failure["option"] == option


def test_the_certificate_authority_is_used_unless_nothing_is_verified(home: Path) -> None:
    authority = home / "ca.pem"
    authority.write_text("", encoding="utf-8")
    options = {**OPTIONS, "api_verify_ssl_cert": str(authority)}
    assert settings(options, {}).verify == str(authority)
    assert settings(OPTIONS, {"CLOUDSTACK_VERIFY": str(authority)}).verify == str(authority)
    assert settings({**options, "validate_certs": False}, {}).verify is False


@pytest.mark.parametrize("text", ["1", "true", "Yes"])
def test_the_dangerous_variable_turns_verification_off(home: Path, text: str) -> None:
    assert settings(OPTIONS, {"CLOUDSTACK_DANGEROUS_NO_TLS_VERIFY": text}).verify is False
    assert settings(OPTIONS, {"CLOUDSTACK_DANGEROUS_NO_TLS_VERIFY": "false"}).verify is True


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (".cloudstack.ini", b"key = the-secret"),
        (".cloudstack.ini", b"[cloudstack]\nthe-secret"),
        (".cloudstack.ini", b"[cloudstack]\nkey = \xff the-secret"),
        (".cmk/config", b"[lab\nsecretkey = the-secret\nthe-secret"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_not_quoted(home: Path, name: str, content: bytes) -> None:
    (home / ".cmk").mkdir()
    (home / name).write_bytes(content)
    with pytest.raises(OptionError, match=f"the configuration file '.*{name}' cannot be read") as caught:
        settings({}, {})
    assert "the-secret" not in caught.value.message


def test_what_is_shown_of_settings_holds_no_secret() -> None:
    shown = repr(Settings("https://cloud.example.com", "the-key", "the-secret"))
    assert "cloud.example.com" in shown
    assert "the-key" not in shown
    assert "the-secret" not in shown
