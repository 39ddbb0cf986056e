"""From the strings of a request to typed parameters."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from . import errors
from .store import Store
from .surface import Command, Parameter, is_write, surface

ENVELOPE_PARAMS = frozenset(
    {"command", "apikey", "signature", "signatureversion", "expires", "response", "sessionkey", "ctxaccountid"}
    | {"ctxuserid", "ctxstarteventid", "uuid", "_"}
)
MAX_PAGE_SIZE = 500
"""What `default.page.size` is where nobody has changed it."""
_MAP = re.compile(r"^(?P<name>\w+)\[(?P<index>[0-9]{1,9})\](?:\.(?P<key>.+))?$", re.S)
_WHOLE = re.compile(r"[+-]?[0-9]{1,19}")
_DECIMAL = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_LIMITS = {"short": 2**15, "integer": 2**31, "long": 2**63}
_DATES = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S")

KINDS_BY_PARAM: dict[str, tuple[str, ...]] = {
    "zoneid": ("zone",),
    "podid": ("pod",),
    "clusterid": ("cluster",),
    "hostid": ("host",),
    "physicalnetworkid": ("physicalnetwork",),
    "nspid": ("networkserviceprovider",),
    "storageid": ("storagepool",),
    "imagestoreid": ("imagestore",),
    "domainid": ("domain",),
    "parentdomainid": ("domain",),
    "accountid": ("account",),
    "userid": ("user",),
    "roleid": ("role",),
    "projectid": ("project",),
    "networkid": ("network",),
    "virtualmachineid": ("virtualmachine", "router", "systemvm"),
    "serviceofferingid": ("serviceoffering",),
    "diskofferingid": ("diskoffering",),
    "networkofferingid": ("networkoffering",),
    "vpcofferingid": ("vpcoffering",),
    "ostypeid": ("ostype",),
    "oscategoryid": ("oscategory",),
    "vpcid": ("vpc",),
    "associatednetworkid": ("network",),
    "aclid": ("networkacllist",),
    "ipaddressid": ("publicipaddress",),
    "publicipid": ("publicipaddress",),
    "volumeid": ("volume",),
    "userdataid": ("userdata",),
    "templateid": ("template", "iso"),
    "isoid": ("iso",),
    "jobid": ("job",),
    "nicid": ("nic",),
    "ruleid": ("rolepermission",),
    "projectroleid": ("projectrole",),
    "keypairid": ("userkey",),
    "webhookid": ("webhook",),
}


_ID_VERBS = (
    "activate|attach|delete|destroy|detach|disable|enable|expunge|list|lock|migrate|reboot|recover|remove|resize|"
    "restart|restore|scale|start|stop|suspend|update"
)
_NAMES_ITS_KIND = re.compile(rf"(?:{_ID_VERBS})([A-Z]\w*?)s?")
_ALIKE = {
    "template": ("template", "iso"),
    "iso": ("template", "iso"),
    "loadbalancer": ("applicationloadbalancer",),
}


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    """The kinds of record: named like the keys of lists; an instance of a rule is no record of its own."""
    keys = {command.list_key for command in surface().commands.values() if command.list_key}
    return frozenset(keys - {"loadbalancerruleinstance"})


def unpack(raw: dict[str, str]) -> dict[str, Any]:
    """Group `name[i].key=value` into lists of dicts, and lower-case the names, as the server does.

    `name[i]=value` becomes a list entry {"": value}. Everything else stays a string.
    """
    plain: dict[str, Any] = {}
    maps: dict[str, dict[int, dict[str, str]]] = {}
    for name, value in raw.items():
        match = _MAP.match(name)
        if match:
            entry = maps.setdefault(match["name"].lower(), {}).setdefault(int(match["index"]), {})
            entry[match["key"] or ""] = value
        else:
            plain[name.lower()] = value
    plain.update({name: [entries[i] for i in sorted(entries)] for name, entries in maps.items()})
    return plain


def instant(text: str, *, last: bool = False) -> datetime:
    """The moment that a date parameter means, in UTC; a day alone is its midnight, or with `last` its last second."""
    for form in _DATES:
        try:
            found = datetime.strptime(text, form)
        except ValueError:
            continue
        found = found if found.tzinfo else found.replace(tzinfo=timezone.utc)
        return found + timedelta(hours=23, minutes=59, seconds=59) if last and form == _DATES[0] else found
    raise ValueError(text)


def is_whole(value: Any) -> bool:
    """Whether a value is a text that is a whole number, as the server reads one."""
    return isinstance(value, str) and _WHOLE.fullmatch(value) is not None


def check_page(command: Command, raw: dict[str, Any], largest: int) -> None:
    """Refuse half a page or too large a one; only list commands have pages."""
    if "page" not in command.params:
        return
    page, size = raw.get("page"), raw.get("pagesize")
    if page is not None and size is None:
        raise errors.ApiError(errors.PARAM, '"pagesize" parameter is required when "page" is specified')
    if size is not None and page is None and size != "-1":
        raise errors.ApiError(errors.PARAM, '"page" parameter is required when "pagesize" is specified')
    if size is not None and is_whole(size) and int(size) > largest:
        raise errors.invalid(f"Page size can't exceed max allowed page size value: {largest}")


def unknown(command: Command, raw: dict[str, Any]) -> list[str]:
    """The names of parameters that the command does not have."""
    return sorted(name for name in raw if name not in command.params and name not in ENVELOPE_PARAMS)


class Typing:
    """Types one request's parameters against its command; ids are resolved in the store."""

    def __init__(self, command: Command, store: Store) -> None:
        self._command = command
        self._store = store

    def typed(self, raw: dict[str, Any]) -> dict[str, Any]:
        """The given parameters by lower-case name, typed; ApiError for what the server refuses."""
        values: dict[str, Any] = {}
        for name, spec in self._command.params.items():
            given = raw.get(name)
            if given is None or (given == "" and (spec.required or spec.type not in ("string", "list", "map"))):
                if spec.required:
                    raise errors.missing(self._command.word, spec.name)
                continue
            values[name] = self._value(spec, given)
        return values

    def _value(self, spec: Parameter, given: Any) -> Any:
        if isinstance(given, list):
            if spec.type not in ("list", "map"):
                raise self._refuse(spec, str(given))
            return given if spec.type != "list" else [entry.get("", "") for entry in given]
        return _CONVERTERS.get(spec.type, Typing._text)(self, spec, given)

    def _refuse(self, spec: Parameter, given: str) -> errors.ApiError:
        return errors.bad_value(self._command.word, spec.name, given)

    def _text(self, spec: Parameter, given: str) -> str:
        if spec.length and len(given) > spec.length:
            raise errors.ApiError(
                errors.PARAM,
                f"Value greater than max allowed length {spec.length} for param: {spec.name}",
                errors.CS_INVALID_VALUE,
            )
        return given

    def _boolean(self, _spec: Parameter, given: str) -> bool:
        return given.lower() == "true"

    def _integer(self, spec: Parameter, given: str) -> int:
        limit = _LIMITS[spec.type]
        if not is_whole(given) or not -limit <= int(given) < limit:
            raise self._refuse(spec, given)
        return int(given)

    def _double(self, spec: Parameter, given: str) -> float:
        if not _DECIMAL.fullmatch(given) or math.isinf(float(given)):
            raise self._refuse(spec, given)
        return float(given)

    def _date(self, spec: Parameter, given: str) -> str:
        try:
            instant(given)
        except ValueError:
            raise errors.invalid(
                f"Unable to parse date {given} for command {self._command.word}, please pass dates in "
                "the format yyyy-MM-dd or yyyy-MM-dd HH:mm:ss"
            ) from None
        return given

    def _list(self, _spec: Parameter, given: str) -> list[str]:
        return [part.strip() for part in given.split(",") if part.strip()]

    def _map(self, spec: Parameter, given: str) -> list[dict[str, str]]:
        if given == "":
            return []
        raise self._refuse(spec, given)

    def _kinds(self, spec: Parameter) -> tuple[str, ...] | None:
        """The kinds that an id may be of; None when nothing is known. A bare `id` is of what the command names."""
        if spec.name != "id":
            return KINDS_BY_PARAM.get(spec.name)
        match = _NAMES_ITS_KIND.fullmatch(self._command.name)
        kind = match[1].lower() if match else ""
        return _ALIKE.get(kind, (kind,)) if kind in _kinds() else None

    def _is_gone(self, kinds: tuple[str, ...] | None, given: str) -> bool:
        """Whether a list is asked for a thing that was removed."""
        kind = self._store.kind_of_gone(given)
        return kind is not None and not is_write(self._command.name) and (kinds is None or kind in kinds)

    def _uuid(self, spec: Parameter, given: str) -> str:
        kinds = self._kinds(spec)
        held = self._store.kinds_of(given)
        if held and (kinds is None or any(kind in kinds for kind in held)):
            return given
        if not is_whole(given):
            if spec.name == "id" and self._is_gone(kinds, given):
                return given
            raise self._refuse(spec, given)
        for kind in kinds or ():
            record = self._store.by_number(kind, int(given))
            if record:
                return str(record["id"])
        if is_write(self._command.name) and (given != "-1" or spec.name == "id"):
            raise self._refuse(spec, given)
        return given


_CONVERTERS = {
    "boolean": Typing._boolean,
    "integer": Typing._integer,
    "long": Typing._integer,
    "short": Typing._integer,
    "double": Typing._double,
    "date": Typing._date,
    "list": Typing._list,
    "map": Typing._map,
    "uuid": Typing._uuid,
}
