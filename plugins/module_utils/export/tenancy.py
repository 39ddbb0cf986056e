# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Domains with their accounts and projects as the tree that the role tenancy takes."""

from __future__ import annotations

from typing import Any, Mapping

from ..client import Client
from ..lifecycle import Record
from ..resources.account import ACCOUNT
from ..resources.domain import DOMAIN, ROOT, domain_of, domains, own_domains
from ..resources.project import PROJECT
from ..resources.project_member import PROJECT_MEMBER
from ..resources.project_role import PROJECT_ROLE
from ..resources.project_role_permission import PROJECT_ROLE_PERMISSION
from ..resources.resource_limit import RESOURCE_LIMIT, kind_of
from ..resources.role import ROLE
from ..resources.role_permission import ROLE_PERMISSION
from ..resources.user import USER
from .defaults import SETTINGS, left_at
from .reader import Reader, by_key, told_apart
from .words import IDS, Branch, by_name, filled, lifted, noted

SERVERS = ("Project Kubernetes Service Role",)
"""Roles that CloudStack makes itself when it needs them, and does not mark as its own."""

HIDDEN = (
    "What the API does not show is not here: passwords of users, their API keys (keys: true has the role write them "
    "into files), and the public keys for SSH."
)
OF_FIRST_USER = ("username", "first_name", "last_name", "email", "password", "timezone")
IN_DIRECTORY = ("ldap_domain", "ldap_type", "ldap_admin")

BRANCHES: Mapping[str, Branch] = {
    "roles": Branch(ROLE, ("clone_from", "rules")),
    "permissions": Branch(ROLE_PERMISSION, only=("name", "permission", "description")),
    "domains": Branch(DOMAIN, only=("network_domain",)),
    "accounts": Branch(ACCOUNT, ("domain", *OF_FIRST_USER, *IN_DIRECTORY)),
    "users": Branch(USER, ("domain", "account", "password_change_required", "keys_registered", "two_factor_enabled")),
    "projects": Branch(PROJECT, ("domain",)),
    "project roles": Branch(PROJECT_ROLE, only=("name", "description")),
    "permissions of project roles": Branch(PROJECT_ROLE_PERMISSION, only=("name", "permission", "description")),
    "members": Branch(PROJECT_MEMBER, ("state",), ("account", "user", "role_type", "project_role")),
}
"""Where each kind of thing stands in a tree; what the tree has no word for is left out there."""

READS = frozenset({branch.resource.list for branch in BRANCHES.values()} | {RESOURCE_LIMIT.list, "listConfigurations"})
"""The commands that an export of tenants sends."""


class TenantReader(Reader):
    """Reads who is in a domain and in all below it."""

    def __init__(self, client: Client, name: str | None) -> None:
        super().__init__(client)
        self.domains = self._domains(name)
        top = {"listall": True, "isrecursive": True, "domainid": self.domains[0]["id"]}
        accounts = [row for row in self.listed(ACCOUNT.list, **top) if not row.get("isdefault")]
        self.accounts = by_key(accounts, "domainid")
        self.users = by_key(self.listed(USER.list, **top), "domainid", "account")
        self.projects = by_key(self.listed(PROJECT.list, listall=True), "domainid")
        settings = [row for name in SETTINGS for row in self.listed("listConfigurations", name=name)]
        self.defaults = {str(row["name"]): row.get("value") for row in settings}

    def _domains(self, name: str | None) -> list[Record]:
        """The domain that is named, or the topmost one that the caller may see, and after it all below it."""
        rows = list(domains(self.resolver, {})) or own_domains(self.resolver)
        top = domain_of(self.resolver, name)["id"] if name else None
        first = next(row for row in sorted(rows, key=_level) if top in (None, row["id"]))
        above = str(first.get("path") or first["name"])
        inside = [row for row in rows if f"{_path(row)}/".startswith(f"{above}/")]
        return sorted(inside, key=lambda row: (_path(row) != above, _path(row).casefold(), _path(row)))

    def roles(self) -> list[Record]:
        """The roles that are not CloudStack's own; of a domain, those that its accounts have."""
        rows = [row for row in self.listed(ROLE.list) if not row.get("isdefault") and row["name"] not in SERVERS]
        used = {str(row.get("roleid")) for group in self.accounts.values() for row in group}
        return [row for row in rows if _path(self.domains[0]) == ROOT or row["id"] in used]

    def limits(self, scope: str, **owner: Any) -> tuple[dict[str, int], list[dict[str, Any]]]:
        """The limits of an owner that are not what new ones have, and those that count only a tag.

        :param scope: C(domain), C(account) or C(project).
        """
        rows = [row for row in self.listed(RESOURCE_LIMIT.list, **owner) if kind_of(row) is not None]
        plain = {str(kind_of(row)): int(row["max"]) for row in rows if not row.get("tag")}
        tagged = [
            {"resource_type": kind_of(row), "tag": row["tag"], "limit": int(row["max"])}
            for row in rows
            if row.get("tag") and int(row["max"]) != plain.get(str(kind_of(row)))
        ]
        own = {kind: most for kind, most in sorted(plain.items()) if not left_at(scope, kind, most, self.defaults)}
        return own, sorted(tagged, key=lambda one: (one["resource_type"], one["tag"]))


def _level(row: Record) -> int:
    return _path(row).count("/")


def _path(row: Record) -> str:
    return str(row.get("path") or row["name"])


def export_tenancy(client: Client, name: str | None) -> tuple[Any, Any]:
    """Read a domain and all below it into a tree.

    :param name: path, name or id of the domain; by default the topmost one that the caller may see.
    :return: the tree, and notes with their places in it: C(at) (empty for the whole) and C(text).
    :raises NotFound: there is no such domain.
    :raises CloudError: the server refuses.
    """
    read = TenantReader(client, name)
    notes: list[str] = []
    roles, twins = told_apart("roles", read.roles())
    notes += twins
    tree = filled({"roles": by_name(_role(read, role) for role in roles), "domains": _top(read, notes)})
    found, placed = lifted(tree)
    general = [HIDDEN, *read.untold(), *notes]
    return found, [*({"at": "", "text": text} for text in general), *placed]


def _role(read: TenantReader, role: Record) -> dict[str, Any]:
    rules = read.listed(ROLE_PERMISSION.list, roleid=role["id"])
    permissions = [BRANCHES["permissions"].entry(rule, {}) for rule in rules]
    return {**BRANCHES["roles"].entry(role, {}), "permissions": permissions}


def _top(read: TenantReader, notes: list[str]) -> list[dict[str, Any]]:
    """The domains at the top of the tree; the root is one of them where something stands in it."""
    first = read.domains[0]
    path = _path(first)
    if path != ROOT:
        return [_domain(read, first, path.partition("/")[2], notes)]
    root = filled({"name": ROOT, **_inside(read, first, notes)})
    return [*([root] if len(root) > 1 else []), *_below(read, first, notes)]


def _below(read: TenantReader, domain: Record, notes: list[str]) -> list[dict[str, Any]]:
    inner = [row for row in read.domains if row.get("parentdomainid") == domain["id"] and row is not domain]
    return by_name(_domain(read, row, str(row["name"]), notes) for row in inner)


def _domain(read: TenantReader, domain: Record, name: str, notes: list[str]) -> dict[str, Any]:
    limits, tagged = read.limits("domain", domainid=domain["id"])
    own = {"limits": limits, "tagged_limits": tagged}
    return filled({"name": name, **_inside(read, domain, notes, own), "domains": _below(read, domain, notes)})


def _inside(read: TenantReader, domain: Record, notes: list[str], own: Any = None) -> dict[str, Any]:
    """What a domain has besides its name and the domains in it."""
    place = f"in {_path(domain)}"
    accounts, twins = told_apart(f"accounts {place}", read.accounts.get((str(domain["id"]),), ()))
    projects, others = told_apart(f"projects {place}", read.projects.get((str(domain["id"]),), ()))
    notes += [*twins, *others]
    people = {row["name"]: _users(read, row) for row in accounts}
    notes += [f"The account '{name}' {place} has no users, so it is left out." for name in people if not people[name]]
    return {
        **BRANCHES["domains"].entry(domain, {}),
        **(own or {}),
        "accounts": by_name(_account(read, row, people[row["name"]]) for row in accounts if people[row["name"]]),
        "projects": by_name(_project(read, row) for row in projects),
    }


def _users(read: TenantReader, account: Record) -> list[dict[str, Any]]:
    rows = read.users.get((str(account["domainid"]), str(account["name"])), ()) or account.get("user") or ()
    return by_name((_user(row) for row in rows), "username")


def _user(user: Record) -> dict[str, Any]:
    source = str(user.get("usersource") or "native").lower()
    elsewhere = f"comes from elsewhere ({source}), of which the API does not tell more"
    return noted(BRANCHES["users"].entry(user, {}), {} if source in ("native", "unknown") else {"username": elsewhere})


def _account(read: TenantReader, account: Record, users: list[dict[str, Any]]) -> dict[str, Any]:
    entry = BRANCHES["accounts"].entry(account, {})
    entry.pop("role" if _has_role_of_its_type(account) else "account_type", None)
    place = {"domainid": account["domainid"], "account": account["name"]}
    is_root = entry.get("account_type") == "root_admin"
    limits, tagged = ({}, []) if is_root else read.limits("account", **place)
    return filled({**entry, "limits": limits, "tagged_limits": tagged, "users": users})


def _has_role_of_its_type(account: Record) -> bool:
    """Tell whether an account has the role that CloudStack gives its type by itself."""
    role, kind = account.get("rolename"), str(account.get("roletype"))
    own = {"Admin": "Root Admin", "ResourceAdmin": "Resource Admin", "DomainAdmin": "Domain Admin", "User": "User"}
    return role is None or role == own.get(kind)


def _project(read: TenantReader, project: Record) -> dict[str, Any]:
    place = {"projectid": project["id"]}
    entry = BRANCHES["projects"].entry(project, {})
    roles = read.listed(PROJECT_ROLE.list, **place)
    names = {str(row["id"]): str(row["name"]) for row in roles}
    owner = min((str(one["account"]) for one in project.get("owner") or () if one.get("account")), default="")
    limits, tagged = read.limits("project", **place)
    return filled(
        {
            **entry,
            "account": owner,
            "limits": limits,
            "tagged_limits": tagged,
            "roles": by_name(_project_role(read, row, place) for row in roles),
            "members": _members(read, place, owner, names),
        }
    )


def _project_role(read: TenantReader, role: Record, place: Mapping[str, Any]) -> dict[str, Any]:
    rules = read.listed(PROJECT_ROLE_PERMISSION.list, **place, projectroleid=role["id"])
    permissions = [BRANCHES["permissions of project roles"].entry(rule, {}) for rule in rules]
    return filled({**BRANCHES["project roles"].entry(role, {}), "permissions": permissions})


def _members(read: TenantReader, place: Mapping[str, Any], owner: str, roles: IDS) -> list[dict[str, Any]]:
    """Who belongs to a project besides its owner."""
    listed = read.listed(PROJECT_MEMBER.list, **place)
    rows = [inner for row in listed for inner in (PROJECT_MEMBER.rows or _itself)(row)]
    entries = [BRANCHES["members"].entry(row, roles) for row in rows]
    others = [filled({**one, "account": None} if one.get("user") else one) for one in entries]
    return sorted(
        (one for one in others if one.get("user") or one.get("account") != owner),
        key=lambda one: (str(one.get("account") or ""), str(one.get("user") or "")),
    )


def _itself(row: Record) -> list[Record]:
    return [row]
