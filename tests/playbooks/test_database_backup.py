"""The role `database` on real MariaDB servers: backup, restore, rotation, replica."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from helpers.database import PASSWORD, ROLE, TABLES, content, held_settings
from helpers.mariadb import Server
from helpers.runs import wait_for, well

pytestmark = pytest.mark.playbook


def test_a_backup_is_restored_into_a_second_server(make_server, run_role):
    first, second = make_server(), make_server()
    keys = first.folder / "role" / "etc" / "cloudstack" / "management"
    keys.mkdir(parents=True)
    (keys / "key").write_text("the key", encoding="utf-8")
    well(run_role(first))
    first.query(TABLES)
    backups = first.folder / "role" / "backups"
    assert well(run_role(first, "--check", tasks_from="backup")).changed == 1
    assert list(backups.iterdir()) == []
    made = well(run_role(first, tasks_from="backup")).task(f"{ROLE}Say where the backup is").result
    name = made["ansible_facts"]["database_result"]["backup"]
    assert sorted(path.name for path in (backups / name).iterdir()) == [
        "SHA256SUMS",
        "databases.sql.gz",
        "keys.tar.gz",
        "manifest",
    ]
    assert all(path.stat().st_mode & 0o077 == 0 for path in (backups / name).iterdir())

    well(run_role(second))
    second.query("CREATE TABLE cloud.stranger (id INT)")
    (second.folder / "role" / "backups").rmdir()
    (second.folder / "role" / "backups").symlink_to(backups)
    wish = {"tasks_from": "restore", "database_restore_name": name, "database_backup_keep": 1}
    assert "database_restore_confirm" in run_role(second, **wish).failures[-1].msg
    wish["database_restore_confirm"] = name
    foretold = well(run_role(second, "--check", **wish))
    assert foretold.task(f"{ROLE}Replace the databases").changed
    assert second.rows("SHOW TABLES FROM cloud") == [["stranger"]]
    well(run_role(second, **wish))
    assert content(second) == content(first)
    assert content(first)["`cloud_usage`.`usage_event`"][1] == ["2", "Zürich 🙂"]
    assert len(list(backups.glob("[0-9]*Z"))) == 2, "what was there before is saved, and the backup itself kept"
    assert well(run_role(second, **wish)).changed == 0

    second.query("DROP DATABASE cloud_usage; DROP TABLE cloud.vm_instance")
    (backups / ".restoring").write_text(name, encoding="utf-8")
    saved = {path.name for path in backups.iterdir()} - {".restoring"}
    well(run_role(second, **wish))
    assert content(second) == content(first), "the run after one that was cut off completes it"
    assert {path.name for path in backups.iterdir()} == saved, "and what was saved before stays"

    data = backups / name / "databases.sql.gz"
    data.write_bytes(data.read_bytes()[:-1] + b"x")
    spoilt = run_role(second, **wish)
    assert (spoilt.rc, "databases.sql.gz" in json.dumps(spoilt.failures[-1].result)) == (2, True)
    missing = {**wish, "database_restore_name": "19990101T000000Z", "database_restore_confirm": "19990101T000000Z"}
    assert f"It has {name}" in run_role(second, **missing).failures[-1].msg


def test_nothing_is_restored_under_a_running_management_server(ready, run_role):
    server = ready
    made = well(run_role(server, tasks_from="backup")).task(f"{ROLE}Say where the backup is").result
    name = made["ansible_facts"]["database_result"]["backup"]
    server.query("CREATE TABLE cloud.since (id INT)")
    connected = subprocess.Popen(
        ["mariadb", "--no-defaults", "--user=cloud", "--protocol=tcp", f"--port={server.port}", "--host=127.0.0.1"],
        stdin=subprocess.PIPE,
        env={"MYSQL_PWD": PASSWORD},
    )
    try:
        while not server.rows("SELECT id FROM information_schema.processlist WHERE user = 'cloud'"):
            pass
        wish = {"database_restore_name": name, "database_restore_confirm": name}
        refused = run_role(server, tasks_from="restore", **wish)
        assert "Stop cloudstack-management" in refused.failures[-1].msg
        assert server.rows("SHOW TABLES FROM cloud LIKE 'since'") == [["since"]]
    finally:
        connected.communicate()
    well(run_role(server, tasks_from="restore", **wish))
    assert server.rows("SHOW TABLES FROM cloud LIKE 'since'") == []


def test_backups_are_rotated_and_a_cut_one_is_cleared_away(ready, run_role):
    server = ready
    well(run_role(server, database_backup_keep=2, database_backup_schedule="15 2 * * *"))
    backups = server.folder / "role" / "backups"
    for old in backups.glob("[0-9]*Z"):
        shutil.rmtree(old)
    (backups / ".partial-20200101T000000Z").mkdir()
    (backups / "not-a-backup").mkdir()
    program = server.folder / "role" / "cloudstack-database"
    names = [
        subprocess.run([program, "backup"], check=True, capture_output=True, encoding="utf-8").stdout.strip()
        for _ in "abc"
    ]
    assert sorted(path.name for path in backups.iterdir()) == [".lock", *names[1:], "not-a-backup"]
    digest = subprocess.run([program, "digest"], check=True, capture_output=True, encoding="utf-8").stdout.strip()
    recorded = subprocess.run([program, "recorded", names[2]], check=True, capture_output=True, encoding="utf-8")
    assert digest == recorded.stdout.strip()
    assert len(digest) == len(hashlib.sha256().hexdigest())
    assert (
        (server.folder / "role" / "cron")
        .read_text(encoding="utf-8")
        .endswith(f"15 2 * * * root {program} backup >/dev/null\n")
    )
    cut = subprocess.run([program, "restore", "no-such-backup"], check=False, capture_output=True, encoding="utf-8")
    assert cut.returncode != 0
    assert subprocess.run([program], check=False, capture_output=True).returncode == 64


def test_a_replica_follows(make_server, run_role):
    primary, copy = make_server(), make_server()
    shared = {"database_replication_password": "replica-5ecret"}
    well(run_role(primary, database_replication_hosts=["localhost"], **shared))
    primary.query(TABLES)
    follow = {
        **shared,
        "database_server_id": 2,
        "database_replica_of": {"host": "127.0.0.1", "port": primary.port},
    }
    checked = well(run_role(copy, "--check", **follow))
    assert checked.task(f"{ROLE}Tell that a snapshot of the primary would be taken").changed
    assert copy.rows("SHOW DATABASES LIKE 'cloud%'") == []
    done = well(run_role(copy, **follow))
    assert content(copy) == content(primary)
    assert held_settings(copy)["read_only"] == "ON"
    assert "5ecret" not in done.stdout + json.dumps([task.result for task in done.tasks])
    primary.query("INSERT INTO cloud.empty_table VALUES (5); CALL cloud.add_one()")
    wait_for(lambda: copy.rows("SELECT id FROM cloud.empty_table ORDER BY 1") == [["1"], ["5"]])
    assert well(run_role(copy, **follow)).changed == 0

    copy.query("STOP SLAVE")
    health = run_role(copy, tasks_from="health", database_health_fails=True, **follow)
    assert "does not follow 127.0.0.1" in health.failures[-1].msg
    resumed = well(run_role(copy, **follow))
    assert [task.task for task in resumed.tasks if task.changed] == [f"{ROLE}Let the server go on following"]
    told = well(run_role(copy, tasks_from="health", database_health_fails=True, **follow))
    replication = told.task(f"{ROLE}Say how the databases are").result["ansible_facts"]["database_health"][
        "replication"
    ]
    assert (replication["running"], replication["lag"]) == (True, 0)
    with held_back(copy):
        primary.query("SET TIMESTAMP = UNIX_TIMESTAMP() - 300; INSERT INTO cloud.empty_table VALUES (7)")
        wait_for(lambda: any("lock" in str(row).lower() for row in copy.rows("SHOW PROCESSLIST") if "Slave_SQL" in row))
        behind = run_role(copy, tasks_from="health", database_health_fails=True, **follow)
        assert f"s behind 127.0.0.1:{primary.port}" in behind.failures[-1].msg
    wait_for(lambda: ["7"] in copy.rows("SELECT id FROM cloud.empty_table"))
    elsewhere = {**follow, "database_replica_of": {"host": "127.0.0.1", "port": 1}}
    assert "RESET SLAVE ALL" in run_role(copy, **elsewhere).failures[-1].msg


@contextmanager
def held_back(copy: Server) -> Iterator[None]:
    """Somebody reads a table of the replica, and lets nobody write it."""
    reader = subprocess.Popen(
        ["mariadb", "--no-defaults", "--user=root", f"--socket={copy.socket}"], stdin=subprocess.PIPE, encoding="utf-8"
    )
    try:
        reader.stdin.write("LOCK TABLES cloud.empty_table READ;\n")
        reader.stdin.flush()
        wait_for(lambda: copy.rows("SHOW OPEN TABLES FROM cloud WHERE In_use > 0") != [])
        yield
    finally:
        reader.communicate()
