"""What a kind looks like, from the catalogue's entries of its commands: its options, its identity, what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from . import conventions
from .commands import Commands, Refused, Surface, plural

OWNER = ("account", "domainid", "projectid")
WORDS = {
    "boolean": "Flag",
    "integer": "Number",
    "long": "Number",
    "short": "Number",
    "list": "Listing",
    "map": "Map",
    "string": "Field",
    "uuid": "Field",
    "date": "Field",
    "double": "Field",
}
ANSWERS = {
    **dict.fromkeys(("string", "date"), "str"),
    "boolean": "bool",
    **dict.fromkeys(("integer", "long", "short", "int"), "int"),
    **dict.fromkeys(("float", "double", "bigdecimal"), "float"),
}
SECRET = ("password", "secret", "privatekey", "passphrase")
NOISE = frozenset({"id", "jobid", "jobstatus", "hasannotations", "domain", "domainid", "domainpath", "account"}) | {
    "project",
    "projectid",
}
PLACES = ("zone", "pod", "cluster", "host", "physical_network", "network", "vpc")
"""Kinds of things that others stand in, so that a name may be taken once in each."""

RESERVED = ("state", "tags", "poll_async", "list_all", "all_projects", "domain", "account", "project")


@dataclass(frozen=True, eq=False)
class Option:
    """One option: its word of the vocabulary, its parameter, and what is unusual about it.

    :ivar more: keyword arguments of the word, as they are written.
    :ivar target: the resource that it refers to.
    """

    name: str
    param: str
    word: str
    kind: str
    more: Mapping[str, str] = field(default_factory=dict)
    target: Any = None
    length: int = 255

    def says(self, word: str) -> bool:
        """Tell whether something is said of the option."""
        return word in self.more

    @property
    def changeable(self) -> bool:
        """Tell whether a later task may ask for another value."""
        return not (self.says("fixed") or self.more.get("read") == "None" or self.says("secret"))


@dataclass
class Shape:
    """A kind of thing as its commands show it.

    :ivar todo: what a person must look at.
    """

    name: str
    commands: Commands
    surface: Surface
    key_param: str
    todo: list[str] = field(default_factory=list)

    @property
    def constant(self) -> str:
        """The name of the declaration."""
        return self.name.upper()

    @property
    def plural(self) -> str:
        """The result key of the info module."""
        return plural(self.name)

    @property
    def noun(self) -> str:
        """What one of them is called in prose."""
        return conventions.prose(self.name)

    @property
    def nouns(self) -> str:
        """What many of them are called in prose."""
        return conventions.prose(self.plural)

    def params(self, way: str) -> Mapping[str, Any]:
        """The parameters of one of the commands by their names in small letters."""
        command = getattr(self.commands, way)
        found = self.surface[command]["params"] if command else {}
        return {name.lower(): {**facts, "spelled": name} for name, facts in found.items()}

    @cached_property
    def response(self) -> Mapping[str, Any]:
        """The answer keys of the list command: small letters to facts."""
        found = self.surface[self.commands.list]["response"]
        return {name.lower(): {**facts, "spelled": name} for name, facts in found.items()}

    @cached_property
    def owned(self) -> bool:
        """Tell whether owner options make sense: both commands take all three parameters."""
        return all(set(OWNER) <= set(self.params(way)) for way in ("create", "list"))

    @property
    def asynchronous(self) -> bool:
        """Tell whether any of the commands starts a job."""
        return any(self.surface[command]["async"] for command in self.commands.all())

    @cached_property
    def key(self) -> Option:
        """The option that names one of them."""
        return next(option for option in self.options if option.param.lower() == self.key_param)

    @cached_property
    def scope(self) -> tuple[Option, ...]:
        """The options for where it stands, which are a part of its identity."""
        return tuple(option for option in self.options if option.says("scope"))

    @cached_property
    def omits(self) -> dict[str, str]:
        """Parameters that are not offered, and why."""
        found = {}
        for name, facts in self._offered_at_all().items():
            if name == "customid":
                found[facts["spelled"]] = f"the id of {article(self.noun)} is the server's"
            elif name in OWNER and not self.owned:
                found[facts["spelled"]] = "it belongs to whoever runs the task"
            elif facts["type"] not in WORDS:
                found[facts["spelled"]] = "what it takes is not recorded"
            elif name not in self.params("create") and name not in self.response:
                found[facts["spelled"]] = "the API does not show it, so that a second run could not leave it alone"
        return found

    def _offered_at_all(self) -> dict[str, Any]:
        addressed = {"id", *self.address("update")}
        params = {**self.params("update"), **self.params("create")}
        return {name: facts for name, facts in params.items() if name not in addressed or name in self.params("create")}

    def address(self, way: str) -> dict[str, str]:
        """How the update or delete command names what it is about: parameter to answer key.

        :raises Refused: the list does not show what the command needs.
        """
        params = self.params(way)
        if not params or "id" in params:
            return {"id": "id"} if params else {}
        needed = [name for name, facts in params.items() if facts.get("required")]
        hidden = [name for name in needed if name not in self.response]
        if hidden or not needed:
            raise Refused(
                f"{getattr(self.commands, way)} names its thing by {', '.join(hidden) or 'nothing'}, which "
                f"{self.commands.list} does not show. This is no plain kind: declare it by hand."
            )
        return {params[name]["spelled"]: self.response[name]["spelled"] for name in needed}

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The options: what names the thing first, then where it is, what must be given, the rest."""
        left_out = {name.lower() for name in self.omits} | set(OWNER if self.owned else ())
        found = [self._option(name) for name in self._offered_at_all() if name not in left_out]
        taken: set[str] = set()
        for option in found:
            if option.name in taken:
                raise Refused(f"{self.name}: two parameters would be the option '{option.name}'. Declare it by hand.")
            taken.add(option.name)
        ranks = ("required", "needed_to_create")
        return tuple(
            sorted(
                found,
                key=lambda one: (
                    one.param.lower() != self.key_param,
                    *(not one.says(rank) for rank in ranks),
                    not one.says("scope"),
                ),
            )
        )

    def _option(self, name: str) -> Option:
        facts = {**self.params("update").get(name, {}), **self.params("create").get(name, {})}
        is_id = facts["type"] in ("uuid", "string") and name.endswith("id")
        known = conventions.references().get(facts["spelled"]) if is_id else None
        option, target = known or (conventions.option_name(name, self.vocabulary), None)
        if option in RESERVED and not (target and option == "domain" and not self.owned):
            option = f"{self.name}_{option}"
        word = "Ref" if target else WORDS[facts["type"]]
        if facts["type"] in ("uuid", "object") and not target:
            self.todo.append(f"option {option}: it is the id of something; a Ref would take names, too")
        more = {"target": conventions.homes()[id(target)][1]} if target else {}
        more.update(self._spelling(option, name, facts, word))
        more.update(self._time(name, facts, target))
        return Option(option, facts["spelled"], word, facts["type"], more, target, facts.get("length", 255))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that names may be made of."""
        return conventions.words(tuple(self.surface))

    def _spelling(self, option: str, name: str, facts: Mapping[str, Any], word: str) -> Iterator[tuple[str, str]]:
        """What of the API's spelling does not follow from the option's name."""
        usual = option.replace("_", "") + ("id" if word == "Ref" else "")
        if facts["spelled"] != usual:
            yield "api", repr(facts["spelled"])
        if facts["type"] == "double":
            yield "type", "'float'"
        if any(telling in name for telling in SECRET):
            yield "secret", "True"
        elif name not in self.response:
            yield "read", "None"
        elif self.response[name]["spelled"] != facts["spelled"]:
            yield "read", repr(self.response[name]["spelled"])
        if word == "Ref":
            yield from self._shown(option, name)
        if option == "name":
            yield "check", "checks.name255"

    def _shown(self, option: str, name: str) -> Iterator[tuple[str, str]]:
        label = f"{name[:-2]}name"
        if label not in self.response:
            yield "shows", "None"
        elif label != f"{option.replace('_', '')}name":
            yield "shows", repr(self.response[label]["spelled"])

    def _time(self, name: str, facts: Mapping[str, Any], target: Any) -> Iterator[tuple[str, str]]:
        """When the option counts."""
        created, updated = name in self.params("create"), name in self.params("update")
        is_shown = name in self.response
        is_place = target is not None and target.name in PLACES and is_shown and not updated
        scoped = is_place and facts.get("required") and name in self.params("list")
        if name == self.key_param or scoped:
            yield "required", "True"
        elif facts.get("required") and created:
            yield "needed_to_create", "True"
        if created and not updated and is_shown:
            yield "fixed", "True"
        if updated and not created:
            yield "late", "True"
        if scoped:
            yield "scope", "True"

    def filters(self) -> Iterator[tuple[Option, str]]:
        """The options that the list command can narrow by, with its parameters."""
        params = self.params("list")
        for option in self.options:
            if option.param.lower() in params and option.param.lower() in self.response and option is not self.key:
                yield option, params[option.param.lower()]["spelled"]

    def answers(self) -> Iterator[tuple[str, str, str]]:
        """What only the server sets: result key, type and answer key."""
        refs = {option.param.lower()[:-2] for option in self.options if option.param.lower().endswith("id")}
        known = {option.param.lower() for option in self.options} | NOISE | {f"{one}name" for one in refs}
        names = {option.name for option in self.options}
        for name, facts in self.response.items():
            is_secret = any(telling in name for telling in SECRET)
            if name in known or is_secret or facts["type"] not in ANSWERS or name in OWNER:
                continue
            key = "_".join(conventions.split(name, self.vocabulary))
            if key not in names:
                yield key, ANSWERS[facts["type"]], facts["spelled"]


def article(noun: str) -> str:
    """A noun with its article."""
    return f"{'an' if noun[0].lower() in 'aeio' else 'a'} {noun}"


def shape(surface: Surface, name: str, commands: Commands, key: str = "") -> Shape:
    """The shape of a kind.

    :param key: the parameter that names one of them, where that is not to be guessed.
    :raises Refused: nothing names it, or the list command wants what no option gives.
    """
    found = Shape(name, commands, surface, "")
    create = found.params("create")
    required = [one for one, facts in create.items() if facts.get("required") and facts["type"] == "string"]
    guesses = [key.lower()] if key else [*(["name"] if "name" in create else []), *required]
    fitting = [one for one in guesses if one in create and one in found.response]
    if not fitting:
        raise Refused(
            f"KEY: {'no such parameter' if key else 'nothing'} of {commands.create} that {commands.list} shows names "
            f"{article(found.noun)}. KEY=parameter says what does; it takes {', '.join(sorted(create))}."
        )
    found.key_param = fitting[0]
    told = {option.param.lower() for option in found.options}
    asked = [one for one, facts in found.params("list").items() if facts.get("required") and one not in told]
    if asked:
        raise Refused(f"{commands.list} demands {', '.join(asked)}. This is no plain kind: declare it by hand.")
    for way in ("update", "delete"):
        found.address(way)
    return found
