# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a guest can learn of itself from the virtual router of its network."""

from __future__ import annotations

from typing import Any, Callable, Mapping
from urllib.error import HTTPError, URLError

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.urls import open_url

from .router import virtual_router

try:
    import yaml
except ImportError:
    HAS_YAML = False
else:
    HAS_YAML = True

PREFIX = "cloudstack_"
USER_DATA = f"{PREFIX}user_data"
FACTS = {
    f"{PREFIX}{name}": f"meta-data/{name.replace('_', '-')}"
    for name in (
        "service_offering",
        "availability_zone",
        "public_hostname",
        "public_ipv4",
        "local_hostname",
        "local_ipv4",
        "instance_id",
    )
}
"""Facts and where the virtual router tells them."""

ARGUMENTS: dict[str, Any] = {
    "filter": {"type": "str", "choices": [*FACTS, USER_DATA]},
    "meta_data_host": {"type": "str"},
    "timeout": {"type": "int", "default": 10},
}


class Unreachable(Exception):
    """The virtual router is not known, or does not answer."""


def read_url(url: str, timeout: int) -> str:
    """The text that a URL answers, without a proxy; empty where there is nothing.

    :param timeout: seconds.
    :raises Unreachable: no answer, or one that is none of a virtual router's.
    """
    try:
        answer: str = open_url(url, timeout=timeout, use_proxy=False).read().decode("utf-8", "replace")
        return answer.strip("\n") if "/meta-data/" in url else answer
    except HTTPError as error:
        if error.code == 404:
            return ""
        raise Unreachable(f"{url} answers HTTP {error.code}.") from None
    except (URLError, OSError) as error:
        raise Unreachable(f"{url} does not answer: {getattr(error, 'reason', error)}.") from None


def facts_of(params: Mapping[str, Any], read: Callable[[str, int], str] = read_url) -> dict[str, Any]:
    """The facts that a task asks for; what the virtual router does not tell is left out.

    :param params: the validated options.
    :param read: reads a URL within a time in seconds.
    :raises Unreachable: the virtual router is not known, or does not answer.
    """
    host = params["meta_data_host"] or virtual_router()
    if not host:
        raise Unreachable(
            "meta_data_host: neither a DHCP lease nor a default gateway tells the virtual router. Name it."
        )
    base = f"http://{host}/latest"
    wanted = [params["filter"]] if params["filter"] else [*FACTS, USER_DATA]
    found: dict[str, Any] = {}
    for name in wanted:
        if name in FACTS:
            found[name] = read(f"{base}/{FACTS[name]}", params["timeout"])
        else:
            text = read(f"{base}/user-data", params["timeout"])
            found.update({name: mapping(text), f"{USER_DATA}_raw": text})
    return {name: value for name, value in found.items() if value not in ("", {})}


def mapping(text: str) -> dict[str, Any]:
    """User data as a mapping, where it is YAML or JSON of one and the library is there; else an empty mapping."""
    if not HAS_YAML:
        return {}
    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    return content if isinstance(content, dict) else {}


def run_facts() -> None:
    """The whole of the module: read, and exit with the facts."""
    module = AnsibleModule(ARGUMENTS, supports_check_mode=True)
    try:
        facts = facts_of(module.params)
    except Unreachable as error:
        advice = "Run it inside an instance, in a network with a virtual router, or name the router by meta_data_host."
        module.fail_json(msg=f"{error} {advice}")
    module.exit_json(changed=False, ansible_facts=facts)
