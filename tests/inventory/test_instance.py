"""The inventory plugin against a populated cloud: what becomes a host, where it is reached, in which groups it is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible.errors import AnsibleError
from ansible.plugins.loader import inventory_loader
from docgen.catalog import ROOT, literals

from .conftest import KEY, Cloud, Read

PLUGIN = ROOT / "plugins" / "inventory" / "instance.py"
ALL = ["instances", "hosts", "routers", "system_vms"]


def members(inventory: Any, group: str) -> list[str]:
    """The names of the hosts in a group."""
    return sorted(host.name for host in inventory.groups[group].get_hosts()) if group in inventory.groups else []


def zones_of(inventory: Any) -> Counter[str]:
    return Counter(host.vars["cloudstack_zone"] for host in inventory.hosts.values())


def test_every_instance_is_a_host_with_the_words_of_its_info_module(cloud: Cloud, read: Read) -> None:
    cloud.tag(cloud.instances()[0], role="web")
    found = read()
    assert {host.vars["cloudstack_id"] for host in found.hosts.values()} == {one["id"] for one in cloud.instances()}
    tagged = next(host.vars for host in found.hosts.values() if host.vars["cloudstack_tags"])
    assert tagged["cloudstack_tags"] == {"role": "web"}
    documented = yaml.safe_load(literals(ROOT / "plugins" / "modules" / "instance_info.py")["RETURN"])
    known = {f"cloudstack_{name}" for name in (*documented["instances"]["contains"], "cloud", "source")}
    assert set(tagged) - known == {"ansible_host", "inventory_file", "inventory_dir"}
    assert tagged["ansible_host"] == tagged["cloudstack_default_ip"]
    assert members(found, "cloudstack") == members(found, "cloudstack_instances") == sorted(found.hosts)
    assert [call.command for call in cloud.simulator.calls if not call.write][-1:] == ["listVirtualMachines"]


def test_what_an_operator_looks_after_is_grouped_by_place(cloud: Cloud, read: Read) -> None:
    found = read(sources=ALL)
    assert zones_of(found) == {"zone-1": 12, "zone-2": 12}
    for source in ALL[1:]:
        inside = members(found, f"cloudstack_{source}")
        places = [f"cloudstack_{source}_{place}" for place in ("zone_zone_1", "pod_zone_1_pod_1")]
        cluster = f"cloudstack_{source}_cluster_zone_1_pod_1_cluster_1"
        assert members(found, places[0]) == members(found, places[1]) == members(found, cluster)
        assert 0 < len(members(found, cluster)) < len(inside)
        assert found.groups[places[1]].parent_groups == [found.groups[places[0]]]
    host = next(iter(found.groups["cloudstack_hosts"].get_hosts())).vars
    assert (host["ansible_host"], host["cloudstack_source"]) == (host["cloudstack_ip_address"], "hosts")
    assert "cloudstack_instances_zone_zone_1" not in found.groups


def test_a_zone_narrows_every_source_at_the_server(cloud: Cloud, read: Read) -> None:
    found = read(sources=ALL, filter_by_zone="zone-1")
    assert zones_of(found) == {"zone-1": 12}
    lists = [call for call in cloud.simulator.calls if call.command != "listZones"]
    assert len(lists) == 4
    assert all("zoneid" in call.params for call in lists)


def test_several_values_are_several_lists_and_no_host_comes_twice(cloud: Cloud, read: Read) -> None:
    names = {one["displaytext"]: one["id"] for one in cloud.simulator.store.all("network")}
    found = read(filter_by_zone=["zone-1", "zone-2"], filter_by_state=["Running", "Stopped"])
    assert zones_of(found) == {"zone-1": 6, "zone-2": 6}
    lists = [call.params for call in cloud.simulator.calls if call.command == "listVirtualMachines"]
    assert sorted((one["zoneid"] != lists[0]["zoneid"], one["state"]) for one in lists) == [
        (False, "Running"),
        (False, "Stopped"),
        (True, "Running"),
        (True, "Stopped"),
    ]
    assert len(read(filter_by_network=[*names.values(), *names.values()]).hosts) == 6


def test_filters_are_the_servers(cloud: Cloud, read: Read) -> None:
    first, second = cloud.instances()[:2]
    cloud.tag(first, role="web", tier="one")
    cloud.tag(second, role="web")
    cloud.ask("stopVirtualMachine", id=second["id"])
    role, tier = {"key": "role", "value": "web"}, {"key": "tier", "value": "one"}
    assert len(read(filter_by_tags=[role]).hosts) == 2
    assert [host.vars["cloudstack_id"] for host in read(filter_by_tags=[role, tier]).hosts.values()] == [first["id"]]
    assert [one.vars["cloudstack_id"] for one in read(filter_by_state="Stopped").hosts.values()] == [second["id"]]
    asked = next(call for call in cloud.simulator.calls if "tags[0].key" in call.params)
    assert asked.params["tags[0].value"] == "web"
    host = next(one["name"] for one in cloud.simulator.store.all("host"))
    assert {one.vars["cloudstack_host"] for one in read(filter_by_host=host).hosts.values()} == {host}
    template = next(iter(found.vars["cloudstack_template"] for found in read().hosts.values()))
    assert len(read(filter_by_template=template).hosts) == 12
    assert read(filter_by_state="Error").hosts == {}


def test_what_is_destroyed_is_only_there_when_asked_for(cloud: Cloud, read: Read) -> None:
    gone = cloud.instances()[0]
    cloud.ask("destroyVirtualMachine", id=gone["id"])
    assert gone["id"] not in {host.vars["cloudstack_id"] for host in read().hosts.values()}
    assert [host.vars["cloudstack_id"] for host in read(filter_by_state="Destroyed").hosts.values()] == [gone["id"]]


def test_instances_in_a_vpc(cloud: Cloud, read: Read) -> None:
    store = cloud.simulator.store
    zone = store.first("zone", name="zone-1")["id"]
    offering = store.first("vpcoffering", name="Default VPC offering")["id"]
    cloud.ask("createVPC", name="vpc-1", displaytext="vpc-1", cidr="10.9.0.0/16", zoneid=zone, vpcofferingid=offering)
    assert read(filter_by_vpc="vpc-1").hosts == {}
    assert "vpcid" in cloud.simulator.calls[-1].params


def test_owners_and_projects(cloud: Cloud, read: Read) -> None:
    project = cloud.ask("createProject", name="shop", displaytext="shop")["project"]["id"]
    mine, theirs = cloud.instances()[:2]
    mine["projectid"], mine["project"] = project, "shop"
    domain = cloud.ask("createDomain", name="web")["domain"]["id"]
    user = {"username": "ann", "password": "not-a-real-one", "email": "ann@example.com", "firstname": "a"}
    cloud.ask("createAccount", **user, lastname="b", accounttype="0", domainid=domain)
    theirs["account"], theirs["domainid"] = "ann", domain

    def ids(**options: Any) -> set[str]:
        return {host.vars["cloudstack_id"] for host in read(**options).hosts.values()}

    everything = {one["id"] for one in cloud.instances()}
    assert ids() == everything - {mine["id"], theirs["id"]}
    assert ids(list_all=True) == everything - {mine["id"]}
    assert ids(list_all=True, all_projects=True) == everything
    assert ids(filter_by_project="shop") == {mine["id"]}
    assert ids(filter_by_domain="ROOT/web", filter_by_account="ann") == {theirs["id"]}


def test_expressions_include_and_exclude(cloud: Cloud, read: Read) -> None:
    cloud.tag(cloud.instances()[0], managed="no")
    left = read(
        include_filters=["cloudstack_zone == 'zone-1'", "cloudstack_nothing.like == 'this'"],
        exclude_filters=["cloudstack_tags.managed | default('yes') == 'no'"],
    )
    excluded = cloud.instances()[0]["id"]
    assert excluded not in {host.vars["cloudstack_id"] for host in left.hosts.values()}
    assert set(zones_of(left)) == {"zone-1"}
    with pytest.raises(AnsibleError, match=r"include_filters: 'cloudstack_nothing\.like' cannot be worked out"):
        read(include_filters=["cloudstack_nothing.like"], strict=True)


def test_hosts_are_called_by_the_first_preference_that_gives_a_name(cloud: Cloud, read: Read) -> None:
    one, other = cloud.instances()[:2]
    cloud.tag(one, fqdn="web.example.com")
    found = read(hostnames=["cloudstack_tags.fqdn", "cloudstack_name ~ '.' ~ cloudstack_zone", "id"])
    assert found.hosts["web.example.com"].vars["cloudstack_id"] == one["id"]
    zone = cloud.simulator.store.get("zone", other["zoneid"])["name"]
    assert found.hosts[f"{other['name']}.{zone}"].vars["cloudstack_id"] == other["id"]
    assert set(read(hostnames=["nothing"]).hosts) == {one["id"] for one in cloud.instances()}
    assert {name.rsplit(".", 1)[0] for name in read(hostnames=["default_ip"]).hosts} >= {"10.1.1"}


def test_names_that_several_have_stay_with_the_oldest(cloud: Cloud, read: Read) -> None:
    young, old = cloud.instances()[:2]
    young.update(name="web", created="2026-02-02T00:00:00+0000")
    old.update(name="web", created="2026-01-01T00:00:00+0000")
    for _again in range(2):
        found = read()
        assert found.hosts["web"].vars["cloudstack_id"] == old["id"]
        assert found.hosts[f"web-{young['id'][:8]}"].vars["cloudstack_id"] == young["id"]
        assert len(found.hosts) == 12


def test_groups_and_variables_are_composed(cloud: Cloud, read: Read) -> None:
    cloud.tag(cloud.instances()[0], role="web")
    found = read(
        compose={"place": "cloudstack_zone ~ '/' ~ cloudstack_name", "lost": "cloudstack_nothing"},
        groups={"tagged": "cloudstack_tags | length > 0"},
        keyed_groups=[{"key": "cloudstack_zone", "prefix": "in", "parent_group": "places"}, {"key": "cloudstack_tags"}],
    )
    tagged = members(found, "tagged")
    assert tagged == members(found, "_role_web")
    assert len(tagged) == 1
    assert (len(members(found, "in_zone_1")), len(members(found, "in_zone_2"))) == (6, 6)
    assert members(found, "places") == sorted(found.hosts)
    host = found.hosts[tagged[0]].vars
    assert host["place"] == f"{host['cloudstack_zone']}/{host['cloudstack_name']}"
    assert "lost" not in host
    with pytest.raises(AnsibleError, match="Could not set lost"):
        read(compose={"lost": "cloudstack_nothing"}, strict=True)


def test_extra_variables_are_used_on_request(
    cloud: Cloud, read: Read, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("ansible.plugins.inventory.load_extra_vars", lambda loader: {"site": "zone-2", "wanted": "x"})
    found = read(use_extra_vars=True, compose={"site": "wanted"}, filter_by_zone="{{ site }}")
    assert set(zones_of(found)) == {"zone-2"}
    assert {host.vars["site"] for host in found.hosts.values()} == {"x"}
    assert all("site" not in host.vars for host in read(compose={"site": "wanted"}).hosts.values())


def test_variables_without_a_prefix(read: Read) -> None:
    host = next(iter(read(vars_prefix="").hosts.values())).vars
    assert host["zone"] in ("zone-1", "zone-2")
    assert host["tags"] == {}
    assert not any(name.startswith("cloudstack") for name in host)


def test_several_clouds_in_one_file(cloud: Cloud, read: Read) -> None:
    both = [
        {"name": "east", "filter_by_zone": "zone-1"},
        {"name": "west", "filter_by_zone": "zone-2", "sources": ["hosts"]},
        {"name": "again", **cloud.connection},
    ]
    found = read(clouds=both)
    by_cloud = Counter((host.vars["cloudstack_cloud"], host.vars["cloudstack_source"]) for host in found.hosts.values())
    assert by_cloud == {("east", "instances"): 6, ("west", "hosts"): 2, ("again", "instances"): 6}


def test_a_profile_and_the_environment_tell_the_connection(
    cloud: Cloud, read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in cloud.environment.items():
        monkeypatch.setenv(name, value)
    assert len(read(connection={}).hosts) == 12
    for name in cloud.environment:
        monkeypatch.delenv(name)
    words = dict(zip(("endpoint", "key", "secret"), cloud.connection.values(), strict=True))
    profile = "\n".join(f"{word} = {value}" for word, value in words.items())
    (tmp_path / "cloudstack.ini").write_text(f"[lab]\n{profile}\n", encoding="utf-8")
    monkeypatch.setenv("CLOUDSTACK_CONFIG", str(tmp_path / "cloudstack.ini"))
    assert len(read(connection={"api_profile": "lab"}).hosts) == 12


def test_the_cache_spares_the_cloud_until_something_else_is_asked(cloud: Cloud, read: Read, tmp_path: Path) -> None:
    cache = {"cache": True, "cache_plugin": "ansible.builtin.jsonfile", "cache_connection": str(tmp_path / "cache")}
    hostile = "1\nansible_connection: local {{ 1 + 1 }}"
    cloud.tag(cloud.instances()[0], x=hostile)
    first = read(**cache)
    calls = len(cloud.simulator.calls)
    second = read(**cache)
    assert len(cloud.simulator.calls) == calls
    assert {name: host.vars for name, host in first.hosts.items()} == {
        name: host.vars for name, host in second.hosts.items()
    }
    assert hostile in str([host.vars["cloudstack_tags"].get("x") for host in second.hosts.values()]).replace(
        "\\n", "\n"
    )
    assert len(read(**cache, filter_by_zone="zone-1").hosts) == 6
    assert len(cloud.simulator.calls) == calls + 2
    held = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "cache").iterdir())
    assert KEY not in held
    assert cloud.connection["api_secret"] not in held


def test_the_cache_is_no_answer_to_what_was_not_read(cloud: Cloud, read: Read, tmp_path: Path) -> None:
    cache = {"cache": True, "cache_plugin": "ansible.builtin.jsonfile", "cache_connection": str(tmp_path / "cache")}
    read(**cache)
    cloud.simulator.clear_calls()
    for _again in range(2):
        read(**cache, ansible_host_from=["port_forward"])
        read(**cache, ansible_host_from=["private"])
    assert sorted(call.command for call in cloud.simulator.calls) == ["listPortForwardingRules", "listVirtualMachines"]


def test_a_forwarded_port_gives_address_and_port(cloud: Cloud, read: Read) -> None:
    instance = cloud.instances()[0]
    nic = cloud.simulator.store.first("nic", virtualmachineid=instance["id"])
    public = cloud.ask("associateIpAddress", networkid=nic["networkid"])["ipaddress"]
    rule = {"protocol": "tcp", "privateport": "22", "publicport": "2201", "virtualmachineid": instance["id"]}
    cloud.ask("createPortForwardingRule", ipaddressid=public["id"], **rule)
    cloud.simulator.clear_calls()
    found = {host.vars["cloudstack_id"]: host.vars for host in read(ansible_host_from=["port_forward"]).hosts.values()}
    reached = found[instance["id"]]
    assert (reached["ansible_host"], reached["ansible_port"]) == (public["ipaddress"], 2201)
    assert sum("ansible_host" in host for host in found.values()) == 1
    assert sorted(call.command for call in cloud.simulator.calls) == ["listPortForwardingRules", "listVirtualMachines"]
    other = read(ansible_host_from=["port_forward"], forwarded_port=5986)
    assert not any("ansible_port" in host.vars for host in other.hosts.values())


def test_an_ordinary_user_reads_what_is_his(cloud: Cloud, read: Read) -> None:
    user = {"username": "ann", "password": "not-a-real-one", "email": "ann@example.com", "firstname": "a"}
    made = cloud.ask("createAccount", **user, lastname="b", accounttype="0")["account"]["user"][0]["id"]
    keys = cloud.ask("registerUserKeys", id=made)["userkeys"]
    mine = cloud.instances()[0]
    mine["account"] = "ann"
    ann = {**cloud.connection, "api_key": keys["apikey"], "api_secret": keys["secretkey"]}
    asked = {"ansible_host_from": ["static_nat", "port_forward", "private"], "filter_by_state": "Running"}
    found = read(connection=ann, list_all=True, all_projects=True, filter_by_zone=["zone-1", "zone-2"], **asked)
    assert [host.vars["cloudstack_id"] for host in found.hosts.values()] == [mine["id"]]


def test_the_examples_of_the_documentation(
    cloud: Cloud, read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = dict(zip(("endpoint", "key", "secret"), cloud.connection.values(), strict=True))
    lines = "\n".join(f"{word} = {value}" for word, value in words.items())
    (tmp_path / "profiles.ini").write_text("".join(f"[{name}]\n{lines}\n" for name in ("east", "west")), "utf-8")
    monkeypatch.setenv("CLOUDSTACK_CONFIG", str(tmp_path / "profiles.ini"))
    first, second = cloud.instances()[:2]
    cloud.tag(first, role="web", fqdn="web.example.com", managed="yes")
    cloud.tag(second, managed="no")
    running, placed, both, operator = yaml.safe_load_all(literals(PLUGIN)["EXAMPLES"])
    assert len(read(**running).hosts) == 12
    found = read(**placed)
    assert members(found, "role_web") == ["web.example.com"]
    assert len(members(found, "zone_zone_2")) == 6
    assert {host.vars["ansible_user"] for host in found.hosts.values()} == {"root"}
    both["cache_connection"] = str(tmp_path / "cache")
    cached = read(connection={}, **both)
    assert [len(members(cached, group)) for group in ("_east", "_west")] == [11, 0]
    assert len(members(read(**operator), "cloudstack_system_vms")) == 4


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"filter_by_zone": "zone-9"}, "filter_by_zone: there is no zone 'zone-9'"),
        ({"filter_by_zonee": "zone-1"}, "filter_by_zonee: there is no such option. Is 'filter_by_zone' meant?"),
        ({"clouds": [{"api_profile": "x"}]}, r"clouds\[0\]: an entry is a dictionary with a name"),
        ({"clouds": [{"name": "a", "zone": "x"}]}, r"clouds\[a\]\.zone: there is no such option"),
        ({"clouds": [{"name": "a"}, {"name": "a"}]}, "two entries have the name 'a'"),
        ({"clouds": [{"name": "a", "sources": ["disks"]}]}, r"clouds\[a\]\.sources: 'disks' is not one of instances"),
        ({"clouds": [{"name": "a", "api_timeout": "soon"}]}, r"clouds\[a\]\.api_timeout: 'soon' is not a number"),
        ({"clouds": [{"name": "a", "api_http_method": "put"}]}, r"api_http_method: 'put' is not one of get, post"),
        ({"filter_by_account": "ann"}, "give filter_by_domain, too"),
        ({"filter_by_project": "a", "all_projects": True}, "all_projects: it excludes filter_by_project"),
        ({"filter_by_tags": [{"key": "a"}]}, "filter_by_tags: each entry has a key and a value"),
        ({"vars_prefix": "ansible_"}, "vars_prefix: 'ansible_' cannot begin"),
        ({"vars_prefix": "a-b"}, "vars_prefix: 'a-b' cannot begin"),
        ({"api_key": "wrong"}, "Check api_key, api_secret"),
        ({"hostname": "v6"}, "Invalid value 'v6' for config 'hostname'"),
        ({"ansible_host_from": ["pigeon"]}, "pigeon"),
    ],
)
def test_bad_input_is_an_error_that_names_the_option(read: Read, options: dict[str, Any], message: str) -> None:
    with pytest.raises(AnsibleError, match=message):
        read(**options)


def test_a_secret_stands_in_no_error(cloud: Cloud, read: Read) -> None:
    cloud.simulator.faults.add("530", "listVirtualMachines")
    with pytest.raises(AnsibleError) as caught:
        read()
    assert cloud.connection["api_secret"] not in str(caught.value)


@pytest.mark.parametrize(
    ("file", "fits"),
    [
        ("cloudstack.yml", True),
        ("my-cloudstack-prod.yaml", True),
        ("cloudstack-instances.yml", True),
        ("hosts.yml", False),
        ("cloudstack.ini", False),
    ],
)
def test_file_names(tmp_path: Path, file: str, fits: bool) -> None:
    (tmp_path / file).write_text("plugin: cloudstack.cloud.instance\n", encoding="utf-8")
    assert inventory_loader.get("cloudstack.cloud.instance").verify_file(str(tmp_path / file)) is fits
    assert not inventory_loader.get("cloudstack.cloud.instance").verify_file(str(tmp_path / "cloudstack.yaml"))
