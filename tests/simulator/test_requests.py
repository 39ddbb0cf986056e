"""Parameters, paging, name filters and strictness."""

from __future__ import annotations

import random
from typing import Any

import pytest

from cloudstack_simulator import Simulator
from cloudstack_simulator.params import unpack
from cloudstack_simulator.registry import _COMMANDS, _JOBS, simulated
from cloudstack_simulator.shape import as_dict
from cloudstack_simulator.surface import is_write, surface


@pytest.fixture
def cloud() -> Simulator:
    return Simulator(api_key="k", secret_key="s")


def refused(answer: tuple[int, dict[str, Any]]) -> tuple[int, int, str]:
    status, body = answer
    error = next(iter(body.values()))
    return status, error["cserrorcode"], error["errortext"]


def zone(cloud: Simulator, name: str, **more: str) -> dict[str, Any]:
    params = {"name": name, "dns1": "192.0.2.1", "internaldns1": "192.0.2.2", "networktype": "Advanced", **more}
    status, body = cloud.request("createZone", **params)
    assert status == 200, body
    return body["createzoneresponse"]["zone"]


def test_maps_come_in_by_index_and_key() -> None:
    raw = {"details[1].b": "2", "details[0].key": "a", "details[0].value": "1=1", "Name": "x", "ids[0]": "7"}
    assert unpack(raw) == {
        "name": "x",
        "details": [{"key": "a", "value": "1=1"}, {"b": "2"}],
        "ids": [{"": "7"}],
    }
    assert as_dict(unpack(raw)["details"]) == {"a": "1=1", "b": "2"}


def test_a_required_parameter_is_missed(cloud: Simulator) -> None:
    text = "Unable to execute API command createzone due to missing parameter dns1"
    assert refused(cloud.request("createZone", name="z")) == (431, 9999, text)
    assert refused(cloud.request("createZone", name="z", dns1="")) == (431, 9999, text)


def test_an_id_of_nothing_is_refused_and_a_number_of_nothing_finds_nothing(cloud: Simulator) -> None:
    nobody = "11111111-1111-1111-1111-111111111111"
    status, cscode, text = refused(cloud.request("listZones", id=nobody))
    assert (status, cscode) == (431, 9999)
    assert f"Invalid parameter id value={nobody} due to" in text
    assert cloud.request("listZones", id="123") == (200, {"listzonesresponse": {}})


def test_an_id_of_another_kind_is_refused(cloud: Simulator) -> None:
    offering = cloud.store.all("networkoffering")[0]["id"]
    status, _, text = refused(cloud.request("listPods", zoneid=offering))
    assert status == 431
    assert "Invalid parameter zoneid" in text


def test_an_internal_number_names_the_same_thing_as_the_id(cloud: Simulator) -> None:
    made = zone(cloud, "z")
    assert cloud.request("listPods", zoneid="1") == cloud.request("listPods", zoneid=made["id"])


def test_words_that_are_no_number_and_no_boolean(cloud: Simulator) -> None:
    assert refused(cloud.request("listZones", page="x", pagesize="5"))[0] == 431
    assert zone(cloud, "z", localstorageenabled="yes")["localstorageenabled"] is False


def test_too_long_a_name(cloud: Simulator) -> None:
    assert refused(cloud.request("createZone", name="z" * 256, dns1="192.0.2.1"))[0] == 431


def test_pages(cloud: Simulator) -> None:
    seen = []
    for number in (1, 2):
        body = cloud.request("listConfigurations", page=number, pagesize=500)[1]["listconfigurationsresponse"]
        assert body["count"] == 968
        seen += [item["name"] for item in body["configuration"]]
    assert len(seen) == len(set(seen)) == 968
    unpaged = cloud.request("listConfigurations")[1]["listconfigurationsresponse"]
    assert (unpaged["count"], len(unpaged["configuration"])) == (968, 500)
    beyond = cloud.request("listConfigurations", page=3, pagesize=500)[1]["listconfigurationsresponse"]
    assert beyond == {"count": 968, "configuration": []}


def test_half_a_page_is_refused(cloud: Simulator) -> None:
    assert refused(cloud.request("listZones", page=1))[1:] == (
        9999,
        '"pagesize" parameter is required when "page" is specified',
    )
    assert refused(cloud.request("listZones", pagesize=10))[1:] == (
        9999,
        '"page" parameter is required when "pagesize" is specified',
    )
    assert refused(cloud.request("listZones", page=1, pagesize=501))[1:] == (
        4350,
        "Page size can't exceed max allowed page size value: 500",
    )


def test_names_are_found_as_recorded(cloud: Simulator) -> None:
    zone(cloud, "North")
    assert "zone" in cloud.request("listZones", name="nORTH")[1]["listzonesresponse"]
    assert cloud.request("listZones", name="Nor")[1]["listzonesresponse"] == {}
    assert "zone" in cloud.request("listZones", keyword="ort")[1]["listzonesresponse"]
    assert cloud.request("listOsCategories", name="bunt")[1]["listoscategoriesresponse"]["count"] == 1


def test_strict_mode_refuses_what_the_real_server_ignores(cloud: Simulator) -> None:
    assert cloud.request("listZones", nmae="x")[0] == 200
    cloud.strict = True
    status, _, text = refused(cloud.request("listZones", nmae="x"))
    assert status == 431
    assert "nmae" in text


def test_what_is_not_simulated_says_so(cloud: Simulator) -> None:
    assert "listNetscalerLoadBalancers" not in simulated()
    status, _, text = refused(cloud.request("listNetscalerLoadBalancers"))
    assert (status, text) == (530, "The CloudStack simulator does not simulate listNetscalerLoadBalancers yet.")


def test_every_asynchronous_command_has_an_end() -> None:
    always_refused = {"createKubernetesCluster", "createLBHealthCheckPolicy", "createSharedFileSystem"}
    asynchronous = {name for name in _COMMANDS if surface().commands[name].is_async}
    assert asynchronous - set(_JOBS) == always_refused


def test_reads_and_writes_are_told_apart() -> None:
    reads = {"listZones", "getUserKeys", "queryAsyncJobResult", "findHostsForMigration", "isAccountAllowedToCreate",
             "login", "logout", "readyForShutdown", "quotaSummary"}  # fmt: skip
    writes = {"createZone", "deleteZone", "registerSSHKeyPair", "issueOutOfBandManagementPowerAction", "restartNetwork"}
    assert {name for name in reads if is_write(name)} == set()
    assert {name for name in writes if not is_write(name)} == set()


def test_any_input_gets_an_answer(cloud: Simulator) -> None:
    """No request, however odd, makes the simulator itself fail."""
    zone(cloud, "z")
    chance = random.Random(7)
    ids = [cloud.store.all("zone")[0]["id"], cloud.store.all("domain")[0]["id"], "1", "-1", "", "x", "0"]
    odd = ["", "true", "-1", "99999999999999999999", "Ünïcode", "{{ x }}", "a,b,,c", "10.0.0.0/33", "300.1.1.1", *ids]
    for name in sorted(_COMMANDS | _JOBS):
        spec = surface().commands[name]
        for _ in range(6):
            raw = {p.name: chance.choice(odd) for p in spec.params.values() if p.required or chance.random() < 0.5}
            raw |= {f"{p.name}[0].key": chance.choice(odd) for p in spec.params.values() if p.type == "map"}
            raw = {key: value for key, value in raw.items() if key not in ("page", "pagesize")}
            status, body = cloud.request(name, **raw)
            assert status in (200, 401, 430, 431, 432, 530, 531, 533, 534, 535, 536, 537), (name, raw, body)
    for _ in range(20):
        cloud.jobs.called()
    assert cloud.defects == []


def someone(cloud: Simulator, name: str, role_type: str, domain: dict[str, Any]) -> Any:
    """A caller of a role, in a domain."""
    role = next(r for r in cloud.store.all("role") if r["type"] == role_type)
    account = cloud.store.add(
        "account",
        {"name": name, "accounttype": 0, "roleid": role["id"], "domainid": domain["id"], "state": "enabled"},
    )
    user = {"username": name, "firstname": "f", "lastname": "l", "state": "enabled", "accountid": account["id"]}
    return cloud.caller_of(cloud.store.add("user", user))


def test_a_role_allows_what_it_allows(cloud: Simulator) -> None:
    user = someone(cloud, "ann", "User", cloud.store.all("domain")[0])
    status, body = cloud.call("listHosts", {}, user)
    assert status == 432
    assert body["errorresponse"]["errortext"] == (
        "The API [listHosts] does not exist or is not available for the account ann."
    )
    assert cloud.call("listZones", {}, user)[0] == 200


def test_a_user_sees_enabled_zones_and_nothing_of_their_inside(cloud: Simulator) -> None:
    user = someone(cloud, "ann", "User", cloud.store.all("domain")[0])
    made = zone(cloud, "z")
    assert cloud.call("listZones", {}, user) == (200, {"listzonesresponse": {}})
    cloud.store.need("zone", made["id"])["allocationstate"] = "Enabled"
    seen = cloud.call("listZones", {}, user)[1]["listzonesresponse"]["zone"][0]
    assert "dns1" not in seen
    assert seen["name"] == "z"


def test_lists_of_owned_things_keep_to_their_scope(cloud: Simulator) -> None:
    root = cloud.store.all("domain")[0]
    below = {"name": "sub", "path": "ROOT/sub", "level": 1, "parentdomainid": root["id"], "state": "Active"}
    child = cloud.store.add("domain", below)
    people = {
        "admin": cloud.admin(),
        "head": someone(cloud, "head", "DomainAdmin", child),
        "ann": someone(cloud, "ann", "User", child),
        "bob": someone(cloud, "bob", "User", root),
    }
    for name, caller in people.items():
        assert cloud.call("createSSHKeyPair", {"name": f"key-{name}"}, caller)[0] == 200

    def seen(name: str, **params: str) -> set[str]:
        body = cloud.call("listSSHKeyPairs", params, people[name])[1]["listsshkeypairsresponse"]
        return {pair["name"].removeprefix("key-") for pair in body.get("sshkeypair", [])}

    assert seen("admin") == {"admin"}
    assert seen("admin", listall="true") == {"admin", "head", "ann", "bob"}
    assert seen("admin", domainid=child["id"]) == {"head", "ann"}
    assert seen("admin", domainid=root["id"], isrecursive="true") == {"admin", "head", "ann", "bob"}
    assert seen("admin", domainid=child["id"], account="ann") == {"ann"}
    assert seen("head") == {"head"}
    assert seen("head", listall="true") == {"head", "ann"}
    assert seen("ann", listall="true") == {"ann"}
