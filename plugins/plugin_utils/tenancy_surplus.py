# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a domain has and the tree of tenants does not, as entries that the module converge removes."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Sequence

from .tenancy_entries import ROOT, Entry, TreeError, domains_of

Rows = Sequence[Mapping[str, Any]]
Tree = Mapping[str, Any]


def tenancy_surplus(tree: Tree, domain: str, found: Mapping[str, Rows]) -> dict[str, Any]:
    """Compare a domain, and all below it, with the tree.

    :param domain: path of the domain, which must stand in the tree.
    :param found: what there is: C(domains) as domain_info shows them, and for C(accounts), C(users), C(projects),
        C(members) and C(project_roles) the results of a loop over paths of domains, or over projects.
    :return: ``entries``: what to remove; ``holders``: whose instances and volumes must be gone before.
    :raises TreeError: the domain is the root, or does not stand in the tree.
    """
    wanted = {path.casefold(): content for path, content in domains_of(tree)}
    if domain.strip("/").upper() == ROOT:
        raise TreeError("tenancy_purge_domain: the domain ROOT is never emptied; name one below it")
    if domain.casefold() not in wanted:
        raise TreeError(
            f"tenancy_purge_domain: '{domain}' is no domain of the tree. It has {', '.join(wanted) or 'none'}"
        )
    paths = [str(row["path"]) for row in found["domains"] if _inside(str(row["path"]), domain)]
    entries: list[Entry] = [{"domain": {"path": path}} for path in paths if path.casefold() not in wanted]
    accounts = [one for path in paths for one in _accounts(wanted.get(path.casefold(), {}), path, found)]
    projects = [one for path in paths for one in _projects(wanted.get(path.casefold(), {}), path, found)]
    users = [one for path in paths for one in _users(wanted.get(path.casefold(), {}), path, found)]
    entries += [{"account": one} for one in accounts] + [{"user": one} for one in users]
    entries += [{"project": {**one, "clean_up": True}} for one in projects]
    entries += [entry for kind in ("project_roles", "members") for entry in _of_projects(kind, wanted, found)]
    owners = [{"account": one["name"], "domain": one["domain"]} for one in accounts]
    return {
        "entries": entries,
        "holders": [*owners, *({"project": one["name"], "domain": one["domain"]} for one in projects)],
    }


def _inside(path: str, domain: str) -> bool:
    return f"{path.casefold()}/".startswith(f"{domain.casefold()}/")


def _rows(results: Rows, item: Any, key: str) -> Rows:
    return [row for one in results if one.get("item") == item for row in one.get(key) or ()]


def _names(options: Tree, key: str, name: str = "name") -> set[str]:
    return {str(one[name]).casefold() for one in options.get(key) or () if one.get(name)}


def _accounts(domain: Tree, path: str, found: Mapping[str, Rows]) -> Iterator[dict[str, Any]]:
    kept = _names(domain, "accounts")
    for row in _rows(found["accounts"], path, "accounts"):
        if not row.get("is_default") and str(row["name"]).casefold() not in kept:
            yield {"name": row["name"], "domain": path}


def _users(domain: Tree, path: str, found: Mapping[str, Rows]) -> Iterator[dict[str, Any]]:
    """The users of accounts that stay; those of the others go with their accounts, and a directory's are its own."""
    listed = {str(one["name"]).casefold(): one for one in domain.get("accounts") or ()}
    for row in _rows(found["users"], path, "users"):
        account = listed.get(str(row["account"]).casefold())
        if account is None or account.get("ldap_domain") or row.get("is_default"):
            continue
        if str(row["username"]).casefold() not in _names(account, "users", "username"):
            yield {"username": row["username"], "domain": path}


def _projects(domain: Tree, path: str, found: Mapping[str, Rows]) -> Iterator[dict[str, Any]]:
    kept = _names(domain, "projects")
    for row in _rows(found["projects"], path, "projects"):
        if str(row["name"]).casefold() not in kept:
            yield {"name": row["name"], "domain": path}


def _of_projects(kind: str, wanted: Mapping[str, Tree], found: Mapping[str, Rows]) -> Iterator[Entry]:
    """Members and roles that projects of the tree have and their descriptions do not; an owner is no such member."""
    for one in found[kind]:
        place = one["item"]
        projects = wanted[str(place["domain"]).casefold()].get("projects") or ()
        project = next((known for known in projects if known["name"] == place["project"]), {})
        if kind == "project_roles":
            kept = _names(project, "roles")
            for row in one.get("project_roles") or ():
                if str(row["name"]).casefold() not in kept:
                    yield {"project_role": {**place, "name": row["name"]}}
            continue
        accounts = {*_names(project, "members", "account"), str(project.get("account")).casefold()}
        users = _names(project, "members", "user")
        for row in one.get("project_members") or ():
            alone, name = row.get("user"), str(row.get("user") or row.get("account"))
            if name.casefold() not in (users if alone else accounts):
                yield {"project_member": {**place, "user" if alone else "account": name}}
