# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Where the API is and how to speak to it: options, then environment, then a profile of a configuration file."""

from __future__ import annotations

import configparser
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Mapping

from .errors import OptionError

CONNECTION_OPTIONS: dict[str, dict[str, Any]] = {
    "api_url": {"type": "str"},
    "api_key": {"type": "str", "no_log": True},
    "api_secret": {"type": "str", "no_log": True},
    "api_http_method": {"type": "str", "choices": ["get", "post"]},
    "api_timeout": {"type": "int"},
    "api_job_timeout": {"type": "int"},
    "api_verify_ssl_cert": {"type": "str"},
    "validate_certs": {"type": "bool"},
    "api_profile": {"type": "str"},
}

DEFAULTS: Mapping[str, Any] = {
    "api_http_method": "post",
    "api_timeout": 30,
    "api_job_timeout": 3600,
    "validate_certs": True,
}

ENVIRONMENT: Mapping[str, str] = {
    "api_url": "CLOUDSTACK_ENDPOINT",
    "api_key": "CLOUDSTACK_KEY",
    "api_secret": "CLOUDSTACK_SECRET",
    "api_http_method": "CLOUDSTACK_METHOD",
    "api_timeout": "CLOUDSTACK_TIMEOUT",
    "api_job_timeout": "CLOUDSTACK_JOB_TIMEOUT",
    "api_verify_ssl_cert": "CLOUDSTACK_VERIFY",
    "validate_certs": "CLOUDSTACK_DANGEROUS_NO_TLS_VERIFY",
}

_INI_WORDS: Mapping[str, str] = {
    "api_url": "endpoint",
    "api_key": "key",
    "api_secret": "secret",
    "api_http_method": "method",
    "api_timeout": "timeout",
    "api_job_timeout": "job_timeout",
    "api_verify_ssl_cert": "verify",
    "validate_certs": "dangerous_no_tls_verify",
}
_CMK_WORDS: Mapping[str, str] = {"api_url": "url", "api_key": "apikey", "api_secret": "secretkey"}

NEEDED: tuple[str, ...] = ("api_url", "api_key", "api_secret")
TO_LOG_IN: tuple[str, ...] = ("api_url",)
"""What is needed by who has a user's name and password instead of keys."""


@dataclass(frozen=True)
class Settings:
    """A complete description of the connection. Times are in seconds."""

    url: str
    key: str
    secret: str
    method: str = "post"
    timeout: int = 30
    job_timeout: int = 3600
    verify: bool | str = True

    @property
    def warnings(self) -> list[str]:
        """What users must know of the connection."""
        if self.verify or not self.url.startswith("https://"):
            return []
        return [
            f"The certificate of {self.url} is not verified (validate_certs=false): anybody on the way can pass for "
            "the server, and read and change what is sent. Give api_verify_ssl_cert the file of its authority instead."
        ]

    def __repr__(self) -> str:
        return f"Settings(url={self.url!r}, method={self.method!r})"


def settings(
    options: Mapping[str, Any], environ: Mapping[str, str] | None = None, needed: tuple[str, ...] = NEEDED
) -> Settings:
    """Complete the connection options from the environment and the configuration files.

    An option that is given wins over the environment, which wins over the profile. A profile that an option names wins
    over the environment, which then says neither where the API is nor who asks: two clouds would be mixed up.

    :param needed: the options without a value of which there is no connection.
    :raises OptionError: a needed setting is nowhere to be found, or a value is none that can be used.
    """
    env = os.environ if environ is None else environ
    named, chosen = options.get("api_profile"), env.get("CLOUDSTACK_PROFILE") or env.get("CLOUDSTACK_REGION")
    found: dict[str, Any] = {name: options.get(name) for name in CONNECTION_OPTIONS}
    if named:
        _fill(found, _profile(named, env))
    told = {name: env.get(variable) for name, variable in ENVIRONMENT.items() if not (named and name in NEEDED)}
    _fill(found, told)
    if not named and (chosen or any(not found[name] for name in needed)):
        _fill(found, _profile(chosen, env))
    return _build(found, named or chosen, needed)


def _fill(found: dict[str, Any], told: Mapping[str, Any]) -> None:
    """Take what is told for what is not known yet."""
    for name, value in told.items():
        if found[name] is None and value not in (None, ""):
            found[name] = _from_text(name, value)


def _build(found: Mapping[str, Any], profile: str | None, needed: tuple[str, ...]) -> Settings:
    for name in needed:
        if not found[name]:
            raise OptionError(
                name,
                f"{name} is missing. Give the option, set {ENVIRONMENT[name]}, or put it in the profile "
                f"'{profile or 'cloudstack'}' of cloudstack.ini or ~/.cmk/config.",
            )
    url = str(found["api_url"])
    if not url.startswith(("http://", "https://")):
        raise OptionError(
            "api_url", f"api_url: '{url}' is not a URL. It reads like https://cloud.example.com/client/api."
        )
    value = {name: found[name] if found[name] is not None else default for name, default in DEFAULTS.items()}
    for name in ("api_timeout", "api_job_timeout"):
        if value[name] <= 0:
            raise OptionError(name, f"{name}: {value[name]} is not a number of seconds above 0.")
    verify: bool | str = bool(value["validate_certs"])
    if verify and found["api_verify_ssl_cert"]:
        verify = str(found["api_verify_ssl_cert"])
        if not Path(verify).exists():
            raise OptionError("api_verify_ssl_cert", f"api_verify_ssl_cert: there is no file or folder '{verify}'.")
    return Settings(
        url=url,
        key=str(found["api_key"] or ""),
        secret=str(found["api_secret"] or ""),
        method=str(value["api_http_method"]).lower(),
        timeout=value["api_timeout"],
        job_timeout=value["api_job_timeout"],
        verify=verify,
    )


def _from_text(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in ("api_timeout", "api_job_timeout"):
        if not value.isdigit():
            raise OptionError(name, f"{name}: '{value}' is not a number of seconds.")
        return int(value)
    if name == "validate_certs":
        return value.strip().lower() not in ("1", "true", "yes", "on")
    if name == "api_http_method" and value.lower() not in ("get", "post"):
        raise OptionError(name, f"{name}: '{value}' is neither 'get' nor 'post'.")
    return value


def _profile(profile: str | None, env: Mapping[str, str]) -> dict[str, Any]:
    ini = configparser.ConfigParser(interpolation=None)
    paths = [env.get("CLOUDSTACK_CONFIG"), str(Path("~/.cloudstack.ini").expanduser()), "cloudstack.ini"]
    for path in paths:
        if path:
            _load(ini, path)
    section = profile or "cloudstack"
    if ini.has_section(section):
        return {name: ini.get(section, word, fallback=None) for name, word in _INI_WORDS.items()}
    return _cmk(profile or "")


def _load(config: configparser.ConfigParser, path: str | Path, head: str = "") -> None:
    """Read a configuration file, if there is one. An error does not quote it, for it holds secrets."""
    try:
        config.read_string(head + Path(path).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return
    except (configparser.Error, OSError, UnicodeDecodeError) as error:
        raise OptionError(
            "api_profile", f"api_profile: the configuration file '{path}' cannot be read ({type(error).__name__})."
        ) from None


def _cmk(profile: str) -> dict[str, Any]:
    """Read a profile of CloudMonkey's configuration (``~/.cmk/config``), whose first lines stand in no section."""
    cmk = configparser.ConfigParser(interpolation=None, strict=False)
    _load(cmk, Path("~/.cmk/config").expanduser(), "[cmk]\n")
    section = profile or cmk.get("cmk", "profile", fallback="")
    if not cmk.has_section(section):
        return {}
    found: dict[str, Any] = {name: cmk.get(section, word, fallback=None) for name, word in _CMK_WORDS.items()}
    if cmk.get("cmk", "verifycert", fallback="true").strip().lower() in ("false", "no", "off", "0"):
        found["validate_certs"] = False
    return found
