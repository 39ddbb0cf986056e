# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From a tree of domains, accounts and projects to the entries of the module converge."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Iterator, Mapping, Sequence

from ..module_utils.registry import KINDS
from .role_rules import role_rules

Tree = Mapping[str, Any]
Entry = dict[str, dict[str, Any]]

ROOT = "ROOT"
OWNER = ("domain", "account", "project")
PERSON = ("username", "first_name", "last_name", "email", "password", "timezone")
ACCOUNT = ("account_type", "role", "network_domain", "details", "api_key_access", "state")
DIRECTORY = ("ldap_domain", "ldap_type", "ldap_admin")
USER = (*PERSON, "state", "api_key_access", "two_factor_mandated")
PAIR = ("name", "description", "start_date", "end_date", "rules", "force_recreate")
PROJECT = ("name", "account", "display_text", "state", "tags")
SUSPENDED = ("state", "suspended")
MEMBER = ("account", "user", "role_type", "project_role")
ROLE = ("name", "role_type", "description", "is_public", "state")


class TreeError(ValueError):
    """A tree that cannot be; the message names the place."""


def tenancy_entries(tree: Tree, password: str | None = None) -> dict[str, list[Entry]]:
    """The entries that make what a tree describes.

    :param tree: C(roles) and C(domains), as the role tenancy takes them.
    :param password: the first password of the users that do not have one of their own.
    :return: ``tenants``: roles, domains, accounts, users, projects, limits, SSH keys, and at the end what suspends
        projects; ``keys``: the API keys of users,
        whose results are secrets; ``all``: both.
    :raises TreeError: something stands twice, or lacks what it cannot be made without.
    """
    places = list(domains_of(tree))
    tenants = [entry for role in tree.get("roles") or () for entry in _role(role)]
    keys: list[Entry] = []
    for path, domain in places:
        tenants += _domain(path, domain)
        for account in domain.get("accounts") or ():
            tenants += _account(path, account, password)
            keys += _keys(path, account)
        for project in domain.get("projects") or ():
            tenants += _project(path, project)
    _refuse_twice([*tenants, *keys])
    tenants += [entry for path, domain in places for entry in _suspensions(path, domain)]
    return {"tenants": tenants, "keys": keys, "all": [*tenants, *keys]}


def domains_of(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """Every domain of the tree with its path, those above first."""

    def below(parent: str, domains: Sequence[Tree]) -> Iterator[tuple[str, Tree]]:
        for domain in domains:
            name = str(domain["name"]).strip("/")
            path = name if name.upper() == ROOT or name.upper().startswith(f"{ROOT}/") else f"{parent}/{name}"
            if path.upper().partition("/")[0] == ROOT and parent != ROOT and path == name:
                raise TreeError(
                    f"'{name}' stands in {parent}: a domain in another one has a name, not a path from ROOT"
                )
            yield path, domain
            yield from below(path, domain.get("domains") or ())

    return below(ROOT, tree.get("domains") or ())


def tenancy_files(keys: Sequence[Tree]) -> list[dict[str, Any]]:
    """The file for each pair of keys: named after the domain, the user and the pair, for names repeat elsewhere.

    :param keys: the options of users, or of pairs of keys, with the paths of their domains.
    :raises TreeError: two would be written into one file.
    """
    found = [{**one, "name": f"{_file(one)}.ini"} for one in keys]
    twice = sorted(name for name, count in Counter(one["name"] for one in found).items() if count > 1)
    if twice:
        raise TreeError(f"several pairs of keys would be written into {', '.join(twice)}; rename one of each")
    return found


def _file(one: Tree) -> str:
    pair = [re.sub(r"[^\w.-]+", "-", str(one["name"]))] if "user" in one else []
    return ".".join([one["domain"].replace("/", "."), str(one.get("username") or one["user"]), *pair])


def tenancy_projects(listed: Mapping[str, Any], tree: Tree) -> list[dict[str, str]]:
    """The projects that there are and the tree has, each with its domain.

    :param listed: the results of a loop over paths of domains, as project_info gives them.
    """
    wanted = {
        (path.casefold(), project["name"]) for path, one in domains_of(tree) for project in one.get("projects") or ()
    }
    return [
        {"project": row["name"], "domain": one["item"]}
        for one in listed.get("results") or ()
        for row in one.get("projects") or ()
        if (str(one["item"]).casefold(), row["name"]) in wanted
    ]


def tenancy_owners(tree: Tree) -> list[dict[str, str]]:
    """Who owns things in a tree: each account and each project, with its domain, in the order of the tree."""
    return [
        {"domain": path, word: str(one["name"])}
        for path, domain in domains_of(tree)
        for word, key in (("account", "accounts"), ("project", "projects"))
        for one in domain.get(key) or ()
    ]


def _given(options: Tree, names: Sequence[str]) -> dict[str, Any]:
    return {name: options[name] for name in names if options.get(name) is not None}


def _role(role: Tree) -> list[Entry]:
    found: list[Entry] = [{"role": _given(role, ROLE)}]
    modules, playbooks = role.get("modules") or [], role.get("playbooks") or []
    if modules or playbooks or role.get("permissions") is not None:
        rules = [*(role.get("permissions") or ()), *role_rules(modules, playbooks)]
        first: dict[str, dict[str, Any]] = {}
        for rule in rules:
            first.setdefault(rule["name"].casefold(), rule)
        found.append({"role_permissions": {"role": role["name"], "rules": list(first.values()), "purge": True}})
    return found


def _domain(path: str, domain: Tree) -> list[Entry]:
    own = _given(domain, ("network_domain",))
    entries: list[Entry] = [] if path.upper() == ROOT and not own else [{"domain": {"path": path, **own}}]
    return entries + _limits(domain, {"domain": path})


def _account(path: str, account: Tree, password: str | None) -> list[Entry]:
    users = [{"password": password, **_given(user, USER)} for user in account.get("users") or ()]
    directory = _given(account, DIRECTORY)
    if not users and "ldap_domain" not in directory:
        raise TreeError(
            f"the account '{account['name']}' in {path} has no users; an account is made with its first one"
        )
    first = _given(users[0], PERSON) if users and not directory else {}
    place = {"domain": path, "account": account["name"]}
    return [
        {"account": {"name": account["name"], "domain": path, **first, **_given(account, ACCOUNT), **directory}},
        *({"user": {**place, **_given(user, USER)}} for user in users),
        *_limits(account, place),
        *({"ssh_key": {**place, **key}} for key in account.get("ssh_keys") or ()),
    ]


def _keys(path: str, account: Tree) -> list[Entry]:
    """The API keys of users: one pair without a name, or several with names.

    :raises TreeError: a user shall have both; then nobody could tell which of them is the one without a name.
    """
    found: list[Entry] = []
    for user in account.get("users") or ():
        pairs = user.get("key_pairs") or ()
        if user.get("keys") and pairs:
            raise TreeError(f"the user '{user['username']}' in {path} has keys and key_pairs; leave one of them out")
        if user.get("keys"):
            found.append({"user": {"username": user["username"], "domain": path, "keys_registered": True}})
        place = {"user": user["username"], "domain": path, "keys_shown": True}
        found += [{"user_key": {**place, **_given(pair, PAIR)}} for pair in pairs]
    return found


def _project(path: str, project: Tree) -> list[Entry]:
    place = {"domain": path, "project": project["name"]}
    roles = project.get("roles") or ()
    own = {name: value for name, value in _given(project, PROJECT).items() if (name, value) != SUSPENDED}
    return [
        {"project": {"domain": path, **own}},
        *({"project_role": {**place, **_given(role, ("name", "description"))}} for role in roles),
        *(
            {"project_role_permission": {**place, "project_role": role["name"], **permission}}
            for role in roles
            for permission in role.get("permissions") or ()
        ),
        *({"project_member": {**place, **_given(member, MEMBER)}} for member in project.get("members") or ()),
        *_limits(project, place),
        *({"ssh_key": {**place, **key}} for key in project.get("ssh_keys") or ()),
    ]


def _suspensions(path: str, domain: Tree) -> list[Entry]:
    """What suspends projects: it comes last, for the server lets nothing be made in a project that is suspended."""
    projects = [one for one in domain.get("projects") or () if ("state", one.get("state")) == SUSPENDED]
    return [{"project": {"domain": path, "name": one["name"], "state": one["state"]}} for one in projects]


def _limits(owner: Tree, place: Mapping[str, Any]) -> list[Entry]:
    plain = [{"resource_type": kind, "limit": limit} for kind, limit in (owner.get("limits") or {}).items()]
    return [{"resource_limit": {**place, **one}} for one in (*plain, *(owner.get("tagged_limits") or ()))]


def _refuse_twice(entries: Sequence[Entry]) -> None:
    """What stands twice would be brought to two states, one after the other, at every run."""
    names = Counter(_identity(kind, options) for one in entries for kind, options in one.items())
    twice = sorted(name for name, count in names.items() if count > 1)
    if twice:
        raise TreeError(f"the tree has {', '.join(twice)} twice")


def _identity(kind: str, options: Mapping[str, Any]) -> str:
    """What is one and the same thing: its kind, its key, and where it stands."""
    declared = KINDS[kind]
    what = [options[name] for name in declared.key if options.get(name) is not None]
    places = [*(ref.name for ref in declared.scope), *(OWNER if getattr(declared, "owned", False) else ("domain",))]
    where = [
        options[name] for name in dict.fromkeys(places) if options.get(name) is not None and name not in declared.key
    ]
    kept = " (keys)" if "keys_registered" in options else ""
    return (
        f"the {kind.replace('_', ' ')} '{' '.join(map(str, what))}' of {' '.join(map(str, where)) or 'the cloud'}{kept}"
    )
