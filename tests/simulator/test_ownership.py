"""Two domains, their accounts and projects: who sees what, and who may do what."""

from __future__ import annotations

from typing import Any

import pytest

from cloudstack_simulator import AtOnce, Simulator
from cloudstack_simulator.auth import sign

REFUSED, NOT_FOR_HIM, NO_MORE, INVALID = 531, 432, 535, 431


class Tenants:
    """A cloud with the domains north, sub (below it) and south: ann, bob and dora (its admin) in north, kim, sam."""

    def __init__(self) -> None:
        self.simulator = Simulator(api_key="k", secret_key="s", strict=True)
        self.simulator.jobs.policy = AtOnce()
        self.domains: dict[str, str] = {}
        for name, parent in (("north", None), ("sub", "north"), ("south", None)):
            given = {"parentdomainid": self.domains[parent]} if parent else {}
            self.domains[name] = self.ok("admin", "createDomain", name=name, **given)["domain"]["id"]
        for name, domain, kind in (
            ("ann", "north", 0),
            ("bob", "north", 0),
            ("dora", "north", 2),
            ("kim", "sub", 0),
            ("sam", "south", 0),
        ):
            self.account(name, domain, accounttype=kind)

    def account(self, name: str, domain: str, **role: Any) -> dict[str, Any]:
        """Make an account with one user of the same name."""
        person = {"username": name, "password": "p", "firstname": name, "lastname": "x", "email": f"{name}@example.com"}
        params = {**person, "account": name, "domainid": self.domains[domain], **role}
        return self.ok("admin", "createAccount", **params)["account"]

    def call(self, who: str, command: str, **params: Any) -> tuple[int, dict[str, Any]]:
        """Status and content of a call; the result of the job of an asynchronous one."""
        user = self.simulator.store.first("user", username=who)
        assert user is not None
        raw = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in params.items()}
        status, body = self.simulator.call(command, raw, self.simulator.caller_of(user))
        content = next(iter(body.values()))
        if status == 200 and "jobid" in content:
            _, answer = self.simulator.request("queryAsyncJobResult", jobid=content["jobid"])
            done = answer["queryasyncjobresultresponse"]
            return done["jobresultcode"] or 200, {
                **done["jobresult"],
                **({"id": content["id"]} if "id" in content else {}),
            }
        return status, content

    def ok(self, who: str, command: str, **params: Any) -> dict[str, Any]:
        """The content of a call that succeeds."""
        status, content = self.call(who, command, **params)
        assert status == 200, (who, command, content)
        return content

    def no(self, who: str, command: str, **params: Any) -> int:
        """The code of a call that is refused."""
        status, content = self.call(who, command, **params)
        assert status != 200, (who, command, content)
        return status

    def names(self, who: str, command: str, **params: Any) -> set[str]:
        """The names of the items of a list."""
        content = self.ok(who, command, **params)
        return {item["name"] for key, items in content.items() if key != "count" for item in items}

    def project(self, owner: str, name: str) -> str:
        """A project of an account."""
        return self.ok(owner, "createProject", name=name)["id"]


@pytest.fixture
def tenants() -> Tenants:
    return Tenants()


@pytest.mark.parametrize(
    ("who", "params", "seen"),
    [
        ("ann", {}, {"ann"}),
        ("ann", {"listall": True}, {"ann"}),
        ("dora", {}, {"dora"}),
        ("dora", {"listall": True}, {"ann", "bob", "dora", "kim"}),
        ("dora", {"account": "bob", "domainid": "north"}, {"bob"}),
        ("dora", {"domainid": "north"}, {"ann", "bob", "dora"}),
        ("dora", {"domainid": "north", "isrecursive": True}, {"ann", "bob", "dora", "kim"}),
        ("admin", {}, set()),
        ("admin", {"listall": True}, {"ann", "bob", "dora", "kim", "sam"}),
        ("admin", {"domainid": "south"}, {"sam"}),
        ("dora", {"domainid": "south"}, REFUSED),
        ("dora", {"account": "sam", "domainid": "south"}, REFUSED),
        ("ann", {"account": "bob", "domainid": "north"}, REFUSED),
        ("ann", {"domainid": "south"}, REFUSED),
        ("ann", {"account": "nobody", "domainid": "north"}, INVALID),
    ],
)
def test_who_sees_whose_key_pairs(tenants: Tenants, who: str, params: dict[str, Any], seen: set[str] | int) -> None:
    for name in ("ann", "bob", "dora", "kim", "sam"):
        tenants.ok(name, "createSSHKeyPair", name=name)
    asked = {name: tenants.domains.get(value, value) if name == "domainid" else value for name, value in params.items()}
    if isinstance(seen, int):
        assert tenants.no(who, "listSSHKeyPairs", **asked) == seen
    else:
        assert tenants.names(who, "listSSHKeyPairs", **asked) == seen


def test_nobody_makes_things_for_those_he_has_no_say_over(tenants: Tenants) -> None:
    for who, account, domain in (("ann", "bob", "north"), ("dora", "sam", "south"), ("sam", "ann", "north")):
        params = {"name": "x", "account": account, "domainid": tenants.domains[domain]}
        assert tenants.no(who, "createSSHKeyPair", **params) == REFUSED
    tenants.ok("dora", "createSSHKeyPair", name="x", account="kim", domainid=tenants.domains["sub"])
    assert tenants.names("kim", "listSSHKeyPairs") == {"x"}


def test_a_project_is_its_members(tenants: Tenants) -> None:
    project = tenants.project("ann", "web")
    tenants.ok("ann", "createSSHKeyPair", name="inside", projectid=project)
    tenants.ok("ann", "createSSHKeyPair", name="outside")
    assert tenants.names("bob", "listProjects") == set()
    assert tenants.no("bob", "listSSHKeyPairs", projectid=project) == REFUSED
    assert tenants.no("bob", "addAccountToProject", projectid=project, account="bob") == REFUSED
    tenants.ok("ann", "addAccountToProject", projectid=project, account="bob")
    assert tenants.names("bob", "listProjects") == {"web"}
    assert tenants.names("bob", "listSSHKeyPairs", projectid=project) == {"inside"}
    assert tenants.names("bob", "listSSHKeyPairs", projectid="-1") == {"inside"}
    assert tenants.names("ann", "listSSHKeyPairs", projectid="-1") == {"inside", "outside"}
    assert tenants.names("ann", "listSSHKeyPairs") == {"outside"}
    assert tenants.names("sam", "listSSHKeyPairs", projectid="-1") == set()
    assert tenants.no("bob", "deleteProject", id=project) == REFUSED, "only its administrators"
    members = tenants.ok("ann", "listProjectAccounts", projectid=project)["projectaccount"]
    assert [(member["account"], member["role"]) for member in members] == [("ann", "Admin"), ("bob", "Regular")]
    assert tenants.no("ann", "deleteAccountFromProject", projectid=project, account="ann") == INVALID
    tenants.ok("ann", "deleteAccountFromProject", projectid=project, account="bob")
    assert tenants.names("bob", "listProjects") == set()


def test_a_project_role_denies(tenants: Tenants) -> None:
    project = tenants.project("ann", "web")
    role = tenants.ok("ann", "createProjectRole", projectid=project, name="reader")["projectrole"]["id"]
    rule = {"projectid": project, "projectroleid": role}
    tenants.ok("ann", "createProjectRolePermission", **rule, rule="list*", permission="allow")
    tenants.ok("ann", "createProjectRolePermission", **rule, rule="*", permission="deny")
    tenants.ok("ann", "addAccountToProject", projectid=project, account="bob", projectroleid=role)
    assert tenants.names("bob", "listSSHKeyPairs", projectid=project) == set()
    assert tenants.no("bob", "createSSHKeyPair", name="x", projectid=project) == NOT_FOR_HIM
    tenants.ok("bob", "createSSHKeyPair", name="own")
    assert tenants.no("ann", "deleteProjectRole", projectid=project, id=role) == 530, "bob has it"


def test_a_suspended_project_takes_nothing_more(tenants: Tenants) -> None:
    project = tenants.project("ann", "web")
    tenants.ok("ann", "suspendProject", id=project)
    assert tenants.no("ann", "createSSHKeyPair", name="x", projectid=project) == REFUSED
    tenants.ok("ann", "activateProject", id=project)
    tenants.ok("ann", "createSSHKeyPair", name="x", projectid=project)


def test_an_invitation_is_accepted_by_whom_it_is_for(tenants: Tenants) -> None:
    tenants.ok("admin", "updateConfiguration", name="project.invite.required", value="true")
    project = tenants.project("ann", "web")
    tenants.ok("ann", "addAccountToProject", projectid=project, account="bob")
    assert tenants.names("bob", "listProjects") == set()
    assert [i["state"] for i in tenants.ok("bob", "listProjectInvitations")["projectinvitation"]] == ["Pending"]
    assert tenants.ok("sam", "listProjectInvitations") == {}
    assert tenants.no("sam", "updateProjectInvitation", projectid=project) == INVALID
    tenants.ok("bob", "updateProjectInvitation", projectid=project)
    assert tenants.names("bob", "listProjects") == {"web"}


def test_the_first_rule_that_fits_decides(tenants: Tenants) -> None:
    rules = {"rules[0].rule": "listZones", "rules[0].permission": "deny",
             "rules[1].rule": "list*", "rules[1].permission": "allow"}  # fmt: skip
    role = tenants.ok("admin", "importRole", name="watcher", type="User", **rules)["role"]
    tenants.account("wil", "north", roleid=role["id"])
    assert tenants.no("wil", "listZones") == NOT_FOR_HIM
    assert tenants.no("wil", "createSSHKeyPair", name="x") == NOT_FOR_HIM, "what no rule fits is denied"
    tenants.ok("wil", "listSSHKeyPairs")
    names = [api["name"] for api in tenants.ok("wil", "listApis")["api"]]
    assert {"listZones", "listSSHKeyPairs", "createZone"} & set(names) == {"listSSHKeyPairs"}
    held = tenants.ok("admin", "listRolePermissions", roleid=role["id"])["rolepermission"]
    order = ",".join(rule["id"] for rule in reversed(held))
    tenants.ok("admin", "updateRolePermission", roleid=role["id"], ruleorder=order)
    tenants.ok("wil", "listZones")
    tenants.ok("admin", "disableRole", id=role["id"])
    assert tenants.no("wil", "listSSHKeyPairs") == NOT_FOR_HIM
    assert tenants.no("admin", "deleteRole", id=role["id"]) == 530, "an account has it"


def test_a_role_of_the_cloud_stays_as_it_is(tenants: Tenants) -> None:
    user = next(role for role in tenants.ok("admin", "listRoles")["role"] if role["name"] == "User")
    for command, params in (("updateRole", {"name": "x"}), ("disableRole", {}), ("deleteRole", {})):
        assert tenants.no("admin", command, id=user["id"], **params) == INVALID
    assert tenants.no("admin", "createRolePermission", roleid=user["id"], rule="*", permission="allow") == INVALID
    copy = tenants.ok("admin", "createRole", name="copy", roleid=user["id"])["role"]
    tenants.account("cleo", "north", roleid=copy["id"])
    assert tenants.no("cleo", "listHosts") == NOT_FOR_HIM
    tenants.ok("cleo", "listZones")


def test_limits_hold_for_accounts_and_for_domains(tenants: Tenants) -> None:
    north = tenants.domains["north"]
    tenants.ok("admin", "updateResourceLimit", resourcetype=5, max=1, account="ann", domainid=north)
    tenants.project("ann", "one")
    assert tenants.no("ann", "createProject", name="two") == NO_MORE
    shown = tenants.ok("admin", "listAccounts", name="ann", domainid=north)["account"][0]
    assert (shown["projectlimit"], shown["projecttotal"], shown["projectavailable"]) == ("1", 1, "0")
    tenants.ok("admin", "updateResourceLimit", resourcetype=5, max=2, domainid=north)
    tenants.project("kim", "below")
    assert tenants.no("bob", "createProject", name="three") == NO_MORE, "two below north already"
    tenants.project("sam", "elsewhere")
    tenants.ok("admin", "updateResourceLimit", resourcetype=5, max=-1, domainid=north)
    tenants.project("bob", "three")
    assert tenants.no("dora", "updateResourceLimit", resourcetype=5, max=9, domainid=north) == REFUSED
    assert tenants.no("ann", "updateResourceLimit", resourcetype=5, max=9, domainid=north) == NOT_FOR_HIM


def test_a_pair_of_keys_is_as_good_as_its_rules(tenants: Tenants) -> None:
    ann = tenants.simulator.store.first("user", username="ann")
    assert ann is not None
    first = tenants.ok("ann", "registerUserKeys", id=ann["id"])["userkeys"]
    rules = {"rules[0].rule": "list*", "rules[0].permission": "allow"}
    second = tenants.ok("ann", "registerUserKeys", id=ann["id"], **rules)["userkeys"]

    def status(pair: dict[str, str], command: str, **params: str) -> int:
        query = {"command": command, "apikey": pair["apikey"], **params}
        caller = tenants.simulator.auth.caller({**query, "signature": sign(query, pair["secretkey"])}, None)
        return tenants.simulator.call(command, params, caller)[0]

    assert (status(first, "createSSHKeyPair", name="a"), status(second, "listZones")) == (200, 200)
    assert status(second, "createSSHKeyPair", name="b") == NOT_FOR_HIM
    assert {pair["id"] for pair in tenants.ok("ann", "listUserKeys")["userapikey"]} == {first["id"], second["id"]}
    tenants.ok("ann", "deleteUserKeys", keypairid=second["id"])
    with pytest.raises(Exception, match="unable to verify"):
        status(second, "listZones")
    assert status(first, "listZones") == 200


def test_events_tell_what_happened_to_whom_it_concerns(tenants: Tenants) -> None:
    tenants.project("ann", "web")
    tenants.no("ann", "createProject", name="web")
    events = tenants.ok("ann", "listEvents")["event"]
    assert [(event["type"], event["level"], event["state"]) for event in events] == [
        ("PROJECT.CREATE", "ERROR", "Completed"),
        ("PROJECT.CREATE", "INFO", "Completed"),
        ("PROJECT.CREATE", "INFO", "Created"),
    ]
    assert events[1]["parentid"] == events[2]["id"]
    assert tenants.ok("bob", "listEvents") == {}
    assert tenants.ok("sam", "listEvents", listall=True) == {}
    assert tenants.ok("dora", "listEvents", listall=True)["count"] == len(events)
    tenants.ok("ann", "archiveEvents", ids=events[0]["id"])
    assert tenants.ok("ann", "listEvents")["count"] == len(events) - 1
    tenants.ok("ann", "deleteEvents", type="PROJECT.CREATE")
    assert tenants.ok("ann", "listEvents") == {}
    assert tenants.no("ann", "deleteEvents") == INVALID


def test_a_domain_goes_with_all_that_is_in_it(tenants: Tenants) -> None:
    project = tenants.project("ann", "web")
    tenants.ok("ann", "addAccountToProject", projectid=project, account="bob")
    tenants.ok("ann", "createProjectRole", projectid=project, name="reader")
    tenants.ok("admin", "updateResourceLimit", resourcetype=5, max=2, domainid=tenants.domains["north"])
    assert tenants.no("admin", "deleteDomain", id=tenants.domains["north"]) == 530
    tenants.ok("admin", "deleteDomain", id=tenants.domains["north"], cleanup=True)
    store = tenants.simulator.store
    left = {kind: store.count(kind) for kind in ("project", "projectmember", "projectrole", "resourcelimit")}
    assert left == dict.fromkeys(left, 0)
    assert {account["name"] for account in store.all("account")} == {"admin", "system", "sam"}
    assert tenants.simulator.defects == []
