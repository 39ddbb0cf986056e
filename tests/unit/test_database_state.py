"""The role database's comparisons: settings in force, accounts and rights, the report."""

from __future__ import annotations

import pytest
from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.database_health import database_health
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.database_state import (
    account_statements,
    differing_settings,
    literal,
)

ACCOUNT = {"user": "cloud", "hosts": ["h"], "password": "5ecret", "tls": False, "rights": "all", "force": False}
WHOLE = ["account\tcloud@h\tsame\tplain", "all\tcloud@h\tcloud", "all\tcloud@h\tcloud_usage", "process\tcloud@h"]


@pytest.mark.parametrize(
    ("name", "held", "wanted"),
    [
        ("sql_mode", "NO_ZERO_DATE,STRICT_TRANS_TABLES", "STRICT_TRANS_TABLES, no_zero_date"),
        ("innodb_buffer_pool_size", "4294967296", "4G"),
        ("max_connections", "350", 350),
        ("innodb_rollback_on_timeout", "ON", 1),
        ("read_only", "OFF", False),
        ("ssl_ca", "", ""),
    ],
)
def test_the_same_setting_in_other_words_does_not_differ(name, held, wanted):
    assert differing_settings([f"{name}\t{held}"], {name.replace("_", "-"): wanted}) == []


def test_settings_that_differ_are_told_in_order():
    lines = ["b\t1", "a\t", "log_bin\tON", "log_bin_basename\t/var/lib/mysql/mysql-bin"]
    assert [one["told"] for one in differing_settings(lines, {"b": 2, "a": "x", "log_bin": "mysql-bin"})] == [
        "a is empty, wanted x",
        "b is 1, wanted 2",
    ]
    off = differing_settings(["log_bin\tOFF"], {"log_bin": "mysql-bin"})
    assert (off[0]["held"], off[0]["literal"]) == ("OFF", "'mysql-bin'")


def test_an_unknown_setting_is_an_error():
    with pytest.raises(AnsibleFilterError, match="no variable max_conections"):
        differing_settings(["max_connections\t1"], {"max_conections": 2})


@pytest.mark.parametrize(("value", "text"), [(350, "350"), ("a'b\\c", "'a\\'b\\\\c'"), ("4G", "'4G'")])
def test_literals(value, text):
    assert literal(value) == text


def test_an_account_that_lacks_nothing_needs_no_statement():
    assert account_statements(WHOLE, [ACCOUNT], ["cloud", "cloud_usage"]) == []


@pytest.mark.parametrize(
    ("held", "change", "titles"),
    [
        (WHOLE[1:], {}, ["create account cloud@h"]),
        (["account\tcloud@h\tother\tplain", *WHOLE[1:]], {}, ["change account cloud@h"]),
        (WHOLE, {"tls": True}, ["change account cloud@h"]),
        (WHOLE, {"force": True}, ["change account cloud@h"]),
        (WHOLE[:2] + WHOLE[3:], {}, ["grant all on cloud_usage to cloud@h"]),
        (WHOLE[:3], {}, ["grant process to cloud@h"]),
        (WHOLE, {"rights": "replication"}, ["grant replication to cloud@h"]),
        (WHOLE, {"hosts": ["h", "i"]}, ["create account cloud@i", "grant all on cloud to cloud@i"]),
    ],
)
def test_what_an_account_lacks(held, change, titles):
    statements = account_statements(held, [{**ACCOUNT, **change}], ["cloud", "cloud_usage"])
    assert [one["title"] for one in statements][: len(titles)] == titles
    assert all(one["holds_secret"] == ("5ecret" in one["sql"]) for one in statements)
    assert not any("5ecret" in one["title"] for one in statements)


def test_statements_of_an_account():
    first, *grants = account_statements([], [{**ACCOUNT, "tls": True}], ["cloud"])
    assert first["sql"] == (
        "CREATE USER IF NOT EXISTS 'cloud'@'h' IDENTIFIED BY '5ecret'; "
        "ALTER USER 'cloud'@'h' IDENTIFIED BY '5ecret' REQUIRE SSL"
    )
    assert [one["sql"] for one in grants] == [
        "GRANT ALL PRIVILEGES ON `cloud`.* TO 'cloud'@'h'",
        "GRANT PROCESS ON *.* TO 'cloud'@'h'",
    ]


RAW = {
    "server": "10.11.6-MariaDB",
    "schema": "4.22.0.0",
    "settings": ["max_connections\t10", "log_bin\tON", "log_bin_basename\t/data/mysql-bin", "binlog_format\tROW"],
    "facts": ["connections\t3", "size\tcloud\t4096", "table\tcloud.host\t2048"],
    "logs": ["mysql-bin.000001\t300", "mysql-bin.000002\t44"],
    "following": [],
    "jobs": "2\t90",
}
LIMITS = {"lag": 60, "job_age": 100}
FOLLOWING = [
    "*************************** 1. row ***************************",
    "                  Master_Host: 10.0.0.10",
    "                  Master_Port: 3306",
    "             Slave_IO_Running: {io}",
    "            Slave_SQL_Running: Yes",
    "        Seconds_Behind_Master: {lag}",
    "                Last_IO_Error: {error}",
]


def told(**words: str) -> list[str]:
    return [line.format(**words) for line in FOLLOWING]


def test_the_report_of_a_server_that_is_well():
    report = database_health(RAW, {"max_connections": 10}, LIMITS)
    assert report["problems"] == []
    assert report["binlog"] == {"enabled": True, "format": "ROW", "files": 2, "bytes": 344}
    assert report["sizes"] == {"cloud": 4096}
    assert report["largest_tables"] == [{"name": "cloud.host", "bytes": 2048}]
    assert report["jobs"] == {"open": 2, "oldest": 90}
    assert report["replication"] == {"primary": "", "running": False, "lag": None, "error": ""}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"facts": ["connections\t10"]}, "10 of 10 connections are in use"),
        ({"jobs": "2\t101"}, "the oldest of 2 open jobs is 101 s old"),
        (
            {"following": told(io="No", lag="NULL", error="no route")},
            "the server does not follow 10.0.0.10:3306: no route",
        ),
        ({"following": told(io="Yes", lag="61", error="")}, "the server is 61 s behind 10.0.0.10:3306"),
        ({"settings": ["max_connections\t11", "log_bin\tOFF"]}, "the setting max_connections is 11, wanted 10"),
    ],
)
def test_the_report_tells_problems(change, problem):
    assert database_health({**RAW, **change}, {"max_connections": 10}, LIMITS)["problems"] == [problem]


def test_a_server_without_a_schema_has_no_jobs():
    assert database_health({**RAW, "jobs": ""}, {}, LIMITS)["jobs"] == {"open": 0, "oldest": 0}
