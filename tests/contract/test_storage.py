"""What is odd about volumes, snapshots, backups and tags."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import SAMPLES, TEMPLATE, ZONE
from contract.test_contract import run_as_told
from contract.world import Tasks

DATA = {**ZONE, "name": "web-data"}


def refused(tasks: Tasks, kind: str, options: dict[str, Any], option: str) -> str:
    """The message of a task that fails in check mode as in a run, and sends nothing."""
    errors = load("errors")
    messages = []
    for check in (True, False):
        with pytest.raises(errors.OptionError) as caught:
            tasks.run(kind, options, check=check)
        assert tasks.writes == 0
        assert caught.value.failure["option"] == option
        messages.append(caught.value.message)
    assert messages[0] == messages[1]
    return str(messages[0])


@pytest.fixture
def second_zone(tasks: Tasks) -> None:
    dns = {"dns1": "192.0.2.53", "guest_cidr_address": "10.2.1.0/24"}
    tasks.run("zone", {"name": "zone-b", "network_type": "Advanced", **dns})
    tasks.run(
        "image_store",
        {"zone": "zone-b", "name": "secondary-b", "provider": "NFS", "url": "nfs://10.0.0.20/export/secondary-b"},
    )


def test_a_volume_does_not_shrink_unless_it_may(tasks: Tasks) -> None:
    assert "shrink_ok=true" in refused(tasks, "volume", {**DATA, "size": 3}, "size")
    assert tasks.run("volume", {**DATA, "size": 3, "shrink_ok": True})["size"] == 3


def test_an_offering_of_one_size_takes_no_other(tasks: Tasks) -> None:
    message = refused(tasks, "volume", {**ZONE, "name": "new", "disk_offering": "Large", "size": 8}, "size")
    assert "has one size, 100 GiB" in message
    assert tasks.run("volume", {**ZONE, "name": "new", "disk_offering": "Large"})["size"] == 100


def test_a_volume_of_another_instance_is_not_taken_by_accident(tasks: Tasks) -> None:
    options = {**DATA, "vm": "web-2", "state": "attached"}
    assert "force=true" in refused(tasks, "volume", options, "vm")
    assert tasks.run("volume", {**options, "force": True})["vm"] == "web-2"


def test_an_attached_volume_is_not_removed_by_accident(tasks: Tasks) -> None:
    assert "Set force=true" in refused(tasks, "volume", {**DATA, "state": "absent"}, "state")
    assert tasks.run("volume", {**DATA, "state": "absent", "force": True})["changed"]
    assert not tasks.run("volume", {**DATA, "state": "absent", "force": True})["changed"]


@pytest.mark.parametrize(("state", "option"), [("attached", "vm"), ("uploaded", "url")])
def test_a_state_names_what_it_needs(tasks: Tasks, state: str, option: str) -> None:
    assert f"{option} is needed" in refused(tasks, "volume", {**DATA, "state": state}, option)


def test_an_upload_that_fails_says_why(tasks: Tasks) -> None:
    errors = load("errors")
    options = {**ZONE, "name": "up", "url": "http://192.0.2.9/disk.vhd", "format": "VHD", "state": "uploaded"}
    with pytest.raises(errors.OptionError, match="Hyperv hypervisor supported for VHD") as caught:
        tasks.run("volume", options)
    assert caught.value.failure["option"] == "format"


def test_a_volume_is_made_from_a_snapshot_that_may_be_gone_later(tasks: Tasks) -> None:
    snapshot = {**ZONE, "name": "seed", "volume": "web-data"}
    tasks.run("volume_snapshot", snapshot)
    copy = {**ZONE, "name": "copy", "snapshot": "seed", "disk_offering": "Custom", "size": 5}
    assert tasks.run("volume", copy)["changed"]
    tasks.run("volume_snapshot", {**snapshot, "state": "absent"})
    assert not tasks.run("volume", copy)["changed"]


def test_a_snapshot_is_copied_to_further_zones(tasks: Tasks, second_zone: None) -> None:
    options = {**ZONE, "name": "far", "vm": "web-1", "volume_type": "ROOT", "zones": ["zone-b"]}
    told = tasks.run("volume_snapshot", options, check=True)
    done = tasks.run("volume_snapshot", options)
    assert told["diff"] == done["diff"]
    assert done["zones"] == ["zone-1", "zone-b"]
    assert not tasks.run("volume_snapshot", options)["changed"]
    near = {**options, "name": "near", "zones": None}
    tasks.run("volume_snapshot", near)
    told = tasks.run("volume_snapshot", {**near, "zones": ["zone-b"]}, check=True)
    done = tasks.run("volume_snapshot", {**near, "zones": ["zone-b"]})
    assert told["diff"] == done["diff"]
    assert tasks.writes == 1
    assert done["zones"] == ["zone-1", "zone-b"]


def test_snapshots_of_one_name_are_told_apart_by_their_disk(tasks: Tasks) -> None:
    root = {**ZONE, "name": "same", "vm": "web-1", "volume_type": "ROOT"}
    tasks.run("volume_snapshot", root)
    assert tasks.run("volume_snapshot", {**ZONE, "name": "same", "volume": "web-data"})["changed"]
    errors = load("errors")
    with pytest.raises(errors.Ambiguous, match="2 volume snapshots answer to 'same'"):
        tasks.run("volume_snapshot", {"name": "same"})
    assert not tasks.run("volume_snapshot", root)["changed"]


def test_several_disks_need_to_be_told_apart(tasks: Tasks) -> None:
    message = refused(tasks, "volume_snapshot", {**ZONE, "name": "which", "vm": "web-1"}, "vm")
    assert "2 volumes answer to" in message


def test_a_running_instance_is_not_brought_back(tasks: Tasks) -> None:
    errors = load("errors")
    backup = {**ZONE, "name": "before", "vm": "web-3"}
    tasks.run("backup", backup)
    with pytest.raises(errors.OptionError, match="Stop the instance first"):
        tasks.run("backup", {**backup, "state": "restored"})
    tasks.run("instance", {**ZONE, "name": "web-3", "state": "stopped"})
    for _ in range(2):
        assert tasks.run("backup", {**backup, "state": "restored"}, check=True)["changed"]
        assert tasks.run("backup", {**backup, "state": "restored"})["changed"]


def test_a_backup_without_an_offering_says_what_to_do(tasks: Tasks) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match="with backup_offering") as caught:
        tasks.run("backup", {**ZONE, "name": "none", "vm": "web-1"})
    assert caught.value.failure["option"] == "vm"


def test_an_instance_leaves_its_backup_offering(tasks: Tasks) -> None:
    options = {**ZONE, "name": "web-3", "backup_offering": ""}
    assert tasks.run("instance", options, check=True)["changed"]
    assert "backup_offering" not in tasks.run("instance", options)
    assert not tasks.run("instance", options)["changed"]


def test_tags_of_other_keys_stay(tasks: Tasks) -> None:
    place = {"resource_type": "Volume", "resource": "web-data"}
    for key in ("one", "two"):
        assert tasks.run("tag", {**place, "key": key, "value": "{{ x }}\n: y"})["changed"]
    assert tasks.run("tag", {**place, "key": "one", "state": "absent"})["changed"]
    assert not tasks.run("tag", {**place, "key": "one", "state": "absent"})["changed"]
    assert tasks.run("volume", DATA)["tags"] == [{"key": "two", "value": "{{ x }}\n: y"}]


def test_a_thing_whose_name_cannot_be_looked_up_needs_its_id(tasks: Tasks) -> None:
    options = {"resource_type": "LBStickinessPolicy", "resource": "sticky", "key": "a", "value": "b"}
    assert "Give the id" in refused(tasks, "tag", options, "resource")


IMAGE = {
    "template": {
        **ZONE,
        "name": "late",
        "url": "http://mirror.example.com/a.qcow2",
        "hypervisor": "KVM",
        "format": "QCOW2",
        "os_type": "Debian GNU/Linux 12 (64-bit)",
    },
    "iso": {**ZONE, "name": "late", "url": "http://mirror.example.com/a.iso", "bootable": False},
}


@pytest.mark.parametrize("kind", IMAGE)
def test_an_image_is_waited_for(tasks: Tasks, kind: str) -> None:
    tasks.simulator.downloads.looks = 3
    done = tasks.run(kind, IMAGE[kind])
    tasks.simulator.downloads.looks = 0
    assert done["is_ready"] is True
    assert not tasks.run(kind, IMAGE[kind])["changed"]


@pytest.mark.parametrize("kind", IMAGE)
def test_an_image_that_cannot_be_fetched_says_why_and_is_begun_anew(tasks: Tasks, kind: str) -> None:
    errors = load("errors")
    tasks.simulator.downloads.looks, tasks.simulator.downloads.error = 2, "Connection refused"
    with pytest.raises(errors.CloudError, match="zone 'zone-1' could not get it: Connection refused"):
        tasks.run(kind, IMAGE[kind])
    tasks.simulator.downloads.looks, tasks.simulator.downloads.error = 0, ""
    assert tasks.run(kind, IMAGE[kind], check=True)["changed"]
    assert tasks.run(kind, IMAGE[kind])["is_ready"] is True
    assert len(tasks.info(kind, {"name": "late"})) == 1


@pytest.mark.parametrize("kind", IMAGE)
def test_an_image_is_copied_to_all_zones_and_removed_from_one(tasks: Tasks, second_zone: None, kind: str) -> None:
    tasks.run(kind, IMAGE[kind])
    everywhere = {**IMAGE[kind], "cross_zones": True}
    told = tasks.run(kind, everywhere, check=True)
    done = tasks.run(kind, everywhere)
    assert told["diff"] == done["diff"]
    assert done["zones"] == ["zone-1", "zone-b"]
    assert not tasks.run(kind, everywhere)["changed"]
    assert tasks.run(kind, {"name": "late", **ZONE, "state": "absent"})["changed"]
    assert tasks.info(kind, {"name": "late"})[0]["zones"] == ["zone-b"]
    assert tasks.run(kind, {"name": "late", "state": "absent"})["changed"]
    assert tasks.info(kind, {"name": "late"}) == []


@pytest.mark.parametrize("kind", IMAGE)
def test_an_image_is_registered_for_all_zones(tasks: Tasks, second_zone: None, kind: str) -> None:
    options = {key: value for key, value in IMAGE[kind].items() if key != "zone"}
    told = tasks.run(kind, {**options, "cross_zones": True}, check=True)
    done = tasks.run(kind, {**options, "cross_zones": True})
    assert (done["cross_zones"], done["diff"]) == (True, told["diff"])
    assert not tasks.run(kind, {**options, "cross_zones": True})["changed"]


def test_a_template_is_made_of_a_stopped_instance(tasks: Tasks) -> None:
    errors = load("errors")
    options = {
        **ZONE,
        "name": "golden",
        "vm": "web-2",
        "os_type": "Debian GNU/Linux 12 (64-bit)",
        "is_extractable": True,
    }
    with pytest.raises(errors.OptionError, match="Stop the instance first") as caught:
        tasks.run("template", options)
    assert caught.value.failure["option"] == "vm"
    tasks.run("instance", {**ZONE, "name": "web-2", "state": "stopped"})
    told = tasks.run("template", options, check=True)
    done = tasks.run("template", options)
    assert (done["diff"], done["is_ready"], done["is_extractable"]) == (told["diff"], True, True)
    tasks.run("instance", {**ZONE, "name": "web-2", "state": "expunged"})
    assert not tasks.run("template", options)["changed"]


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"url": "http://mirror.example.com/a.qcow2", "format": "QCOW2"}, "hypervisor"),
        ({"vm": "web-2"}, "os_type"),
        ({"vm": "web-2", "os_type": "Debian GNU/Linux 12 (64-bit)", "format": "QCOW2"}, "format"),
        ({}, "url"),
    ],
)
def test_a_template_needs_what_its_making_needs(tasks: Tasks, options: dict[str, Any], option: str) -> None:
    refused(tasks, "template", {**ZONE, "name": "new", **options}, option)


@pytest.mark.parametrize(
    ("kind", "option", "words"),
    [
        ("disk_offering", "iops_max", {"disk_size": 5, "iops_max": 10}),
        ("service_offering", "disk_iops_min", {"is_customized": True, "disk_iops_min": 10, "is_iops_customized": True}),
        ("iso", "os_type", {**ZONE, "url": "http://mirror.example.com/a.iso"}),
        ("iso", "os_type", {**ZONE, "url": "http://mirror.example.com/a.iso", "bootable": True}),
        ("iso", "zone", {"url": "http://mirror.example.com/a.iso", "bootable": False, "cross_zones": False}),
    ],
)
def test_what_the_server_would_drop_or_refuse_is_told(
    tasks: Tasks, kind: str, option: str, words: dict[str, Any]
) -> None:
    refused(tasks, kind, {"name": "new", **words}, option)


def test_user_data_is_taken_from_a_template(tasks: Tasks) -> None:
    linked = {**IMAGE["template"], "user_data": "motd"}
    assert tasks.run("template", linked)["user_data"] == "motd"
    free = {**linked, "user_data": ""}
    assert tasks.run("template", free, check=True)["changed"]
    assert "user_data" not in tasks.run("template", free)
    assert not tasks.run("template", free)["changed"]


def test_an_offering_of_the_own_provider_has_no_policy(tasks: Tasks) -> None:
    own = {**ZONE, "name": "own", "description": "By CloudStack", "compress": True, "backup_chain_size": 6}
    made = run_as_told(tasks, "backup_offering", own)
    assert "external_id" not in made
    assert [call.command for call in tasks.simulator.calls if call.write][-1] == "createBackupOffering"
    assert run_as_told(tasks, "backup_offering", {**own, "description": "By the cloud"})["changed"]
    assert "cannot have it" in refused(
        tasks, "backup_offering", {**own, "name": "b", "external_id": "x"}, "external_id"
    )
    assert "external_id is needed" in refused(tasks, "backup_offering", {**DATA, "description": "d"}, "external_id")


EXTRACTED: list[tuple[str, dict[str, Any]]] = [
    ("volume", DATA),
    ("volume_snapshot", {**ZONE, "name": "before", "vm": "web-2", "volume_type": "ROOT"}),
    ("template", {**SAMPLES["template"]["create"], "is_extractable": True}),
    ("iso", {**SAMPLES["iso"]["create"], "is_extractable": True}),
]


@pytest.mark.parametrize(("kind", "options"), EXTRACTED, ids=[kind for kind, _ in EXTRACTED])
def test_where_a_copy_can_be_fetched_is_told_once(tasks: Tasks, kind: str, options: dict[str, Any]) -> None:
    tasks.run("volume", {**DATA, "state": "detached"})
    if kind != "volume":
        tasks.run(kind, options)
    told = tasks.run(kind, {**options, "state": "extracted"}, check=True)
    assert told["changed"]
    done = tasks.run(kind, {**options, "state": "extracted"})
    assert done["url"].startswith("http")
    assert done["url"] not in str((told, done["diff"], tasks.run(kind, options), tasks.info(kind, {})))


@pytest.mark.parametrize("kind", ["template", "iso", "vnf_template"])
def test_where_a_copy_is_sent_to_is_no_other_source(tasks: Tasks, kind: str) -> None:
    options = {**SAMPLES[kind]["create"], "is_extractable": True}
    tasks.run(kind, options)
    sent = {"mode": "ftp_upload", "url": "ftp://192.0.2.9/images/copy"}
    told = tasks.run(kind, {**options, **sent, "state": "extracted"}, check=True)
    done = tasks.run(kind, {**options, **sent, "state": "extracted"})
    assert (done["changed"], done.get("diff")) == (True, told.get("diff"))
    assert tasks.writes == 1
    call = [call for call in tasks.simulator.calls if call.write][-1]
    assert (call.params["mode"], call.params["url"]) == ("FTP_UPLOAD", sent["url"])
    assert "mirror.example.com" in refused_as_fixed(tasks, kind, {**options, **sent})


def refused_as_fixed(tasks: Tasks, kind: str, options: dict[str, Any]) -> str:
    """The message of a task that wants another value of something that cannot be changed."""
    with pytest.raises(load("errors").FixedField) as caught:
        tasks.run(kind, options)
    return str(caught.value.message)


def test_what_a_server_reveals_once_is_in_no_diff_and_no_later_answer(tasks: Tasks) -> None:
    state = tasks.simulator.dump()
    held = state["kinds"]["template"]
    for template in held if isinstance(held, list) else held.values():
        template["passwordenabled"] = True
    tasks.simulator.load(state)
    new = {
        **ZONE,
        "name": "sealed",
        "template": TEMPLATE,
        "service_offering": "Small Instance",
        "networks": ["web-net"],
    }
    made = tasks.run("instance", new)
    assert made["password"]
    key = tasks.run("ssh_key", {"name": "sealed"})
    assert key["private_key"].startswith("-----BEGIN")
    later = (
        made["diff"],
        key["diff"],
        tasks.run("instance", new),
        tasks.info("instance", {**ZONE, "name": "sealed"}),
        tasks.run("ssh_key", {"name": "sealed"}),
        tasks.info("ssh_key", {}),
    )
    assert made["password"] not in str(later)
    assert key["private_key"] not in str(later)
    assert "PRIVATE" not in str(later)
