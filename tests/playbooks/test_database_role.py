"""The role `database` on real MariaDB servers that the tests start and end themselves."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest
from playbook_run import PlaybookRun

from helpers.database import PASSWORD, ROLE, TABLES, held_settings
from helpers.mariadb import Server
from helpers.runs import well

pytestmark = pytest.mark.playbook

WANTED = {
    "server_id": "1",
    "innodb_rollback_on_timeout": "ON",
    "innodb_lock_wait_timeout": "600",
    "max_connections": "700",
    "log_bin": "ON",
    "binlog_format": "ROW",
    "bind_address": "127.0.0.1",
}
SQL_MODE = {
    "STRICT_TRANS_TABLES",
    "NO_ENGINE_SUBSTITUTION",
    "ERROR_FOR_DIVISION_BY_ZERO",
    "NO_ZERO_DATE",
    "NO_ZERO_IN_DATE",
}
SETUP_PROGRAM = """\
#!/bin/bash
# A stand-in for CloudStack's own program of this name, which no package can be had of: it takes the same arguments, and
# makes a few tables with the administrator it is given.
set -eu
for word in "$@"; do case "$word" in --deploy-as=*) admin=${{word#--deploy-as=}} ;; esac; done
account=${{1%@*}}
printf '%s\\n' "$@" > {folder}/arguments
run() {{ MYSQL_PWD=${{admin#*:}} mariadb --no-defaults --socket={socket} --user="${{admin%%:*}}"; }}
echo 'CREATE DATABASE cloud; CREATE DATABASE cloud_usage; CREATE TABLE cloud.begun (id INT);' | run
[ ! -e {folder}/break ]
echo "CREATE TABLE cloud.version (id INT PRIMARY KEY, version VARCHAR(20));
  INSERT INTO cloud.version VALUES (1, '4.22.0.0');" | run
"""


def written(run: PlaybookRun) -> list[str]:
    """What a run tells to write into files."""
    diffs = [one for task in run.tasks for one in (task.diff if isinstance(task.diff, list) else [])]
    return [one["after"] for one in diffs if "after_header" in one]


def test_from_a_fresh_server_to_one_that_holds_all(make_server, run_role):
    server = make_server()
    foretold = well(run_role(server, "--check", "--diff"))
    assert not server.drop_in.exists()
    assert server.rows("SHOW DATABASES LIKE 'cloud%'") == []
    assert server.restarts == 1

    done = well(run_role(server, "--diff"))
    assert {task.task for task in foretold.tasks if task.changed} == {task.task for task in done.tasks if task.changed}
    assert written(foretold) == written(done)
    assert [text.splitlines()[0] for text in written(done)] == [
        "# Written by Ansible: what CloudStack needs of its database server.",
        "#!/usr/bin/env bash",
    ]
    assert written(done)[0] == server.drop_in.read_text(encoding="utf-8")
    held = held_settings(server)
    assert {name: held[name] for name in WANTED} == WANTED
    assert set(held["sql_mode"].split(",")) == SQL_MODE
    assert held["log_bin_basename"].endswith("/mysql-bin")
    assert server.restarts == 2

    assert server.rows("SHOW DATABASES LIKE 'cloud%'") == [["cloud"], ["cloud_usage"]]
    made = server.query("CREATE TABLE cloud.t (id INT); CREATE TABLE cloud_usage.t (id INT);", "cloud", PASSWORD)
    assert made.returncode == 0
    assert server.query("SHOW PROCESSLIST", "cloud", PASSWORD).stdout.count("\n") >= 1
    refused = server.query("CREATE DATABASE other", "cloud", PASSWORD, check=False)
    assert (refused.returncode, "denied" in refused.stderr) == (1, True)
    assert server.query("SELECT 1", "cloud", "wrong", check=False).returncode == 1

    again = well(run_role(server))
    assert (again.changed, server.restarts) == (0, 2)
    assert PASSWORD not in done.stdout + done.stderr + json.dumps([task.result for task in done.tasks])


def test_only_what_needs_it_restarts_the_server(ready, run_role):
    before = ready.restarts
    grown = well(run_role(ready, database_management_servers=3))
    assert (held_settings(ready)["max_connections"], ready.restarts) == ("1050", before)
    assert [task.task for task in grown.tasks if task.changed and not task.outcome.startswith("item_")] == [
        f"{ROLE}Have CloudStack's settings in a drop-in file",
        f"{ROLE}Change settings that need no restart",
    ]
    unknown = run_role(ready, "--check", database_settings={"max_conections": 5})
    assert unknown.rc == 2
    assert "the server knows no variable max_conections" in unknown.failures[0].msg

    other = ready.drop_in.parent / "zzz.cnf"
    other.write_text("[mysqld]\ninnodb_log_file_size=32M\n", encoding="utf-8")
    overruled = run_role(ready, database_settings={"innodb_log_file_size": "128M"})
    assert overruled.rc == 2
    assert "innodb_log_file_size is 33554432, wanted 128M" in overruled.failures[-1].msg
    other.unlink()
    well(run_role(ready, database_settings={"innodb_log_file_size": "64M"}))
    assert (held_settings(ready)["innodb_log_file_size"], ready.restarts) == (str(64 * 1024**2), before + 2)


def test_a_run_that_was_cut_off_is_completed_by_the_next(ready, run_role):
    """The file is written but not in force; accounts are there without rights, with another password."""
    server = ready
    well(run_role(server))
    whole = {"settings": {name: held_settings(server)[name] for name in WANTED}, "rights": rights(server)}
    server.query("REVOKE ALL PRIVILEGES ON cloud_usage.* FROM cloud@localhost; DROP DATABASE cloud_usage")
    server.query("ALTER USER cloud@localhost IDENTIFIED BY 'old'; REVOKE PROCESS ON *.* FROM cloud@localhost")
    text = server.drop_in.read_text(encoding="utf-8")
    server.drop_in.write_text("[mysqld]\n", encoding="utf-8")
    server.start()
    server.drop_in.write_text(text, encoding="utf-8")

    well(run_role(server))
    assert {"settings": {name: held_settings(server)[name] for name in WANTED}, "rights": rights(server)} == whole
    assert server.query("SELECT 1", "cloud", PASSWORD).returncode == 0
    assert well(run_role(server)).changed == 0


def rights(server: Server) -> list[list[str]]:
    return sorted(server.rows("SHOW GRANTS FOR cloud@localhost"))


def test_a_password_is_replaced(ready, run_role):
    wish = {"database_user_hosts": ["localhost", "127.0.0.1", "10.0.0.%"], "database_password": "second-5ecret"}
    before = ready.query("SELECT 1", "cloud", "second-5ecret", check=False)
    checked = well(run_role(ready, "--check", **wish))
    well(run_role(ready, **wish))
    assert (before.returncode, checked.changed) == (1, 2), "accounts, and rights of the new ones"
    assert ready.query("SELECT 1", "cloud", "second-5ecret").returncode == 0
    assert ready.query("SELECT 1", "cloud", PASSWORD, check=False).returncode == 1
    assert ready.rows("SELECT host FROM mysql.user WHERE user = 'cloud' ORDER BY 1") == [
        ["10.0.0.%"],
        ["127.0.0.1"],
        ["localhost"],
    ]
    well(run_role(ready, database_user_hosts=wish["database_user_hosts"]))
    assert ready.query("SELECT 1", "cloud", PASSWORD).returncode == 0
    ready.query("DROP USER cloud@'127.0.0.1', cloud@'10.0.0.%'")


def test_an_administrator_with_a_password_leaves_no_trace(make_server, run_role):
    server = make_server()
    secret = 'adm"in \\ 5ecret'
    server.query(
        "CREATE USER admin@localhost IDENTIFIED BY 'adm\"in \\\\ 5ecret';"
        "GRANT ALL ON *.* TO admin@localhost WITH GRANT OPTION"
    )
    login = {"database_login_user": "admin", "database_login_password": secret}
    checked = well(run_role(server, "--check", **login))
    assert not (server.folder / "role" / "state").exists()
    done = well(run_role(server, "-vvv", **login))
    kept = server.folder / "role" / "state" / "login.cnf"
    assert kept.stat().st_mode & 0o777 == 0o600
    told = json.dumps([task.result for run in (checked, done) for task in run.tasks])
    assert "5ecret" not in told
    assert well(run_role(server, **login)).changed == 0


def test_the_schema_is_made_once_and_a_cut_set_up_again(make_server, run_role):
    server = make_server()
    folder = server.folder / "role"
    folder.mkdir()
    program = folder / "cloudstack-setup-databases"
    program.write_text(SETUP_PROGRAM.format(folder=folder, socket=server.socket), encoding="utf-8")
    program.chmod(0o700)
    assert "database_management_secret and database_secret" in run_role(server).failures[-1].msg

    secrets = {
        "database_management_secret": "m5ecret",
        "database_secret": "d5ecret",
        "database_management_ip": "10.0.0.5",
    }
    (folder / "break").touch()
    assert run_role(server, **secrets).rc == 2
    assert server.rows("SHOW TABLES FROM cloud") == [["begun"]]
    (folder / "break").unlink()
    foretold = well(run_role(server, "--check", **secrets))
    assert foretold.task(f"{ROLE}Tell that the schema would be set up").changed
    done = well(run_role(server, **secrets))
    assert server.rows("SHOW TABLES FROM cloud") == [["begun"], ["version"]]
    assert server.rows("SELECT user FROM mysql.user WHERE user = 'cloudstack_setup'") == []
    assert "5ecret" not in done.stdout + json.dumps([task.result for task in done.tasks])
    arguments = (folder / "arguments").read_text(encoding="utf-8").splitlines()
    assert arguments[0] == f"cloud:{PASSWORD}@localhost:{server.port}"
    assert arguments[2:] == [
        "--managementserver-secretkey=m5ecret",
        "--database-secretkey=d5ecret",
        "--encrypt-type=file",
        "--mshost=10.0.0.5",
    ]
    again = well(run_role(server, **secrets))
    assert (again.changed, server.rows("SHOW TABLES FROM cloud")) == (0, [["begun"], ["version"]])
    assert "left alone" in again.task(f"{ROLE}Say why the schema is left alone").msg


def test_the_report_tells_what_is_wrong(ready, run_role):
    server = ready
    server.query("DROP DATABASE cloud; CREATE DATABASE cloud; DROP DATABASE cloud_usage; CREATE DATABASE cloud_usage")
    server.query(TABLES)
    server.query("INSERT INTO cloud.async_job VALUES (1, 0, UTC_TIMESTAMP() - INTERVAL 2 HOUR), (2, 1, '2020-01-01')")
    server.query("SET GLOBAL max_connections = 100")
    told = well(run_role(server, "--check", tasks_from="health"))
    health = told.task(f"{ROLE}Say how the databases are").result["ansible_facts"]["database_health"]
    assert health["binlog"]["enabled"]
    assert health["jobs"]["open"] == 1
    assert "MariaDB" in health["server"]
    assert set(health["sizes"]) == {"cloud", "cloud_usage"}
    assert health["problems"][0] == "the setting max_connections is 100, wanted 700"
    assert health["problems"][1].startswith("the oldest of 1 open jobs is 72")
    failing = run_role(server, tasks_from="health", database_health_fails=True)
    assert "max_connections is 100" in failing.failures[-1].msg
    server.query("SET GLOBAL max_connections = 700; DROP DATABASE cloud; CREATE DATABASE cloud")


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        ({"database_password": "with space"}, "database_password"),
        ({"database_user_hosts": ["bad host"]}, "database_user_hosts"),
        ({"database_replication_hosts": ["10.0.0.6"]}, "database_replication_password"),
        ({"database_replica_of": {"host": "a"}, "database_replication_password": "x"}, "server_id of its own"),
        ({"database_managment_servers": 1, "database_management_servers": "many"}, "database_management_servers"),
    ],
)
def test_bad_input_is_named(spoilt, says, tmp_path, run_role):
    class Nowhere:
        def variables(self) -> dict[str, Any]:
            return {"database_server": False, "database_state_folder": str(tmp_path / "none")}

    run = run_role(Nowhere(), **spoilt)
    assert run.rc == 2
    assert says in run.failures[0].msg
    assert not (tmp_path / "none").exists()


def test_accounts_can_be_bound_to_tls(make_server, run_role):
    server = make_server()
    certificate, key = server.folder / "server.crt", server.folder / "server.key"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*request, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    tls = {"ca": str(certificate), "certificate": str(certificate), "key": str(key)}
    well(run_role(server, database_tls=tls, database_user_requires_tls=True))
    assert server.restarts == 2
    plain = server.query("SELECT 1", "cloud", PASSWORD, check=False, options=("--skip-ssl",))
    assert (plain.returncode, "denied" in plain.stderr) == (1, True)
    secured = server.query("SHOW STATUS LIKE 'Ssl_version'", "cloud", PASSWORD, options=(f"--ssl-ca={certificate}",))
    assert "TLSv1." in secured.stdout
    assert well(run_role(server, database_tls=tls, database_user_requires_tls=True)).changed == 0
