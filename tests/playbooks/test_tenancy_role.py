"""The role `tenancy`: the example's tree planned, built, used, cut off, and cleared of what is too many."""

from __future__ import annotations

import configparser
import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from cs import CloudStack, CloudStackApiException

from helpers.collection import ROOT

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.tenancy"
HAVE = "cloudstack.cloud.tenancy : Have the roles, domains, accounts, users and projects"
EXAMPLE: dict[str, Any] = yaml.safe_load((ROOT / "examples" / "tenancy" / "acme.yml").read_text(encoding="utf-8"))


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, Any]:
    """The example, with a password and a folder for the keys."""
    folder = str(tmp_path / "keys")
    return {**copy.deepcopy(EXAMPLE), "tenancy_user_password": "not-a-real-one", "tenancy_keys_folder": folder}


def of_user(cloud: Any, variables: dict[str, Any], name: str) -> CloudStack:
    """A client with the keys that the role has written for a user."""
    read = configparser.ConfigParser()
    read.read(Path(variables["tenancy_keys_folder"], f"ROOT.acme.shop.{name}.ini"))
    own = read["cloudstack"]
    return CloudStack(endpoint=cloud.url, key=own["key"], secret=own["secret"])


def a_volume(simulator: Any, account: str) -> str:
    """The id of a new volume of an account."""
    network = {"networktype": "Advanced", "dns1": "192.0.2.1", "internaldns1": "192.0.2.2"}
    zone = simulator.request("createZone", name="z", **network)[1]["createzoneresponse"]["zone"]
    offering = simulator.request("listDiskOfferings")[1]["listdiskofferingsresponse"]["diskoffering"][0]
    owner = {"account": account, "domainid": simulator.store.first("account", name=account)["domainid"]}
    made = simulator.request("createVolume", name="precious", zoneid=zone["id"], diskofferingid=offering["id"], **owner)
    answer = made[1]["createvolumeresponse"]
    assert simulator.request("queryAsyncJobResult", jobid=answer["jobid"])[0] == 200
    return str(answer["id"])


def test_the_example_is_planned_built_and_used(cloud, simulator, run_playbook, variables):
    told = run_playbook(PLAYBOOK, variables, check=True, diff=True)
    assert (told.rc, simulator.writes) == (0, 0), told.stdout + told.stderr
    done = run_playbook(PLAYBOOK, variables, diff=True)
    assert done.rc == 0, done.stdout + done.stderr
    assert told.task(HAVE).diff["after"] == done.task(HAVE).diff["after"]
    assert told.changed == done.changed

    files = sorted(Path(variables["tenancy_keys_folder"]).iterdir())
    names = ("alice", "bob.build-server", "carol")
    assert [path.name for path in files] == [f"ROOT.acme.shop.{name}.ini" for name in names]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    shown = done.stdout + done.stderr + str([task.result for task in done.tasks])
    for name in names:
        own = of_user(cloud, variables, name)
        assert own.key not in shown
        assert own.secret not in shown
    assert "not-a-real-one" not in shown

    operator = of_user(cloud, variables, "carol")
    assert operator.listVirtualMachines() == {}
    with pytest.raises(CloudStackApiException) as caught:
        operator.createSecurityGroup(name="none")
    assert caught.value.error["errorcode"] == 432, "the role allows its modules and nothing else"
    assert of_user(cloud, variables, "alice").createSecurityGroup(name="one")
    reader = of_user(cloud, variables, "bob.build-server")
    assert reader.listSecurityGroups()
    with pytest.raises(CloudStackApiException) as caught:
        reader.createSecurityGroup(name="two")
    assert caught.value.error["errorcode"] == 432, "the rules of the pair allow to look and nothing else"

    files[1].unlink()
    lost = run_playbook(PLAYBOOK, variables)
    assert (lost.rc, lost.changed) == (0, 1), "the file that was lost is written again"
    assert of_user(cloud, variables, "bob.build-server").key == reader.key

    simulator.clear_calls()
    again = run_playbook(PLAYBOOK, variables)
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout + again.stderr


def test_a_run_that_was_cut_off_is_completed_by_the_next(simulator, run_playbook, variables, tmp_path):
    variables["tenancy_keys_folder"] = "keys"
    simulator.faults.add("530", "createProject")
    cut = run_playbook(PLAYBOOK, variables)
    assert [task.result["failure"]["command"] for task in cut.failures] == ["createProject"]
    done = run_playbook(PLAYBOOK, variables)
    assert done.rc == 0, done.stdout + done.stderr
    held = simulator.dump()["kinds"]
    assert sorted(one["name"] for one in held["domain"]) == ["ROOT", "acme", "lab", "shop"]
    assert [one["name"] for one in held["project"]] == ["storefront"]
    assert len(list((tmp_path / "keys").iterdir())) == 3, "a relative path is where the user stands"


def test_what_the_tree_does_not_have_goes_on_demand(simulator, run_playbook, variables):
    assert run_playbook(PLAYBOOK, variables).rc == 0
    smaller = copy.deepcopy(variables)
    shop = smaller["tenancy_tree"]["domains"][0]["domains"][0]
    del shop["domains"], shop["accounts"][1]
    del shop["accounts"][0]["users"][1]
    shop["projects"][0]["members"] = []
    shop["projects"][0]["roles"] = []
    volume = a_volume(simulator, "shop-web")
    simulator.clear_calls()
    listed = run_playbook(PLAYBOOK, {**smaller, "tenancy_purge_domain": "ROOT/acme"})
    assert (listed.rc, listed.changed, simulator.writes) == (0, 0, 0), listed.stdout + listed.stderr
    surplus = listed.task("cloudstack.cloud.tenancy : List what the tree does not have").result["msg"]
    assert [next(iter(one)) for one in surplus] == [
        *("domain", "account", "account", "user", "project_role", "project_member")
    ]

    purge = {**smaller, "tenancy_purge_domain": "ROOT/acme", "tenancy_purge": True}
    kept = run_playbook(PLAYBOOK, purge)
    assert (kept.rc, simulator.writes) == (2, 0)
    assert "this would go along: precious" in kept.failures[-1].msg
    assert simulator.request("deleteVolume", id=volume)[0] == 200
    simulator.clear_calls()

    told = run_playbook(PLAYBOOK, purge, check=True, diff=True)
    gone = run_playbook(PLAYBOOK, purge, diff=True)
    assert gone.rc == 0, gone.stdout + gone.stderr
    last = "cloudstack.cloud.tenancy : Have nothing that the tree does not have"
    assert told.task(last).diff == gone.task(last).diff
    assert [one["name"] for one in simulator.dump()["kinds"]["domain"]] == ["ROOT", "acme", "shop"]
    simulator.clear_calls()
    again = run_playbook(PLAYBOOK, purge)
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout + again.stderr


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"tenancy_purge_domain": "ROOT", "tenancy_purge": True}, "the domain ROOT is never emptied"),
        ({"tenancy_tree": {"domains": [{"name": "a"}, {"name": "a"}]}}, "the domain 'ROOT/a' of the cloud twice"),
        ({"tenancy_tree": {"domains": [{"nmae": "a"}]}}, "nmae"),
    ],
)
def test_a_bad_wish_gets_one_clear_error(simulator, run_playbook, more, says):
    tree = {"tenancy_tree": {"domains": []}}
    run = run_playbook(PLAYBOOK, {**tree, **more})
    assert run.rc == 2
    assert len(run.failures) == 1
    assert says in run.failures[0].msg
    assert simulator.writes == 0


def test_the_readme_is_right(simulator, run_playbook, tmp_path):
    text = (ROOT / "roles" / "tenancy" / "README.md").read_text(encoding="utf-8")
    play = yaml.safe_load(text.split("```yaml\n")[1].split("```")[0])
    run = run_playbook(play, {"vault_first_password": "not-a-real-one", "tenancy_keys_folder": str(tmp_path / "keys")})
    assert run.rc == 0, run.stdout + run.stderr
    assert simulator.store.first("project", name="storefront")
