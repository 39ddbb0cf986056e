# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a database server tells of itself, as a report with what is wrong."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.database_state import differing_settings, held_settings

CROWDED = 0.9
"""Share of the allowed connections above which the server is about to refuse some."""


def rows(lines: Sequence[str], kind: str) -> list[list[str]]:
    """The rows of one kind, without the word that names it."""
    return [line.split("\t")[1:] for line in lines if line.split("\t")[0] == kind]


def replication(lines: Sequence[str]) -> dict[str, Any]:
    """Whom the server follows, whether it does, and how far behind it is in seconds.

    :param lines: what SHOW SLAVE STATUS prints when it is asked for a column a line; empty when it follows nobody.
    """
    told = dict(line.strip().partition(": ")[::2] for line in lines if ":" in line)
    lag = told.get("Seconds_Behind_Master", "")
    return {
        "primary": "{}:{}".format(told["Master_Host"], told["Master_Port"]) if "Master_Host" in told else "",
        "running": told.get("Slave_IO_Running") == "Yes" and told.get("Slave_SQL_Running") == "Yes",
        "lag": int(lag) if lag.isdigit() else None,
        "error": told.get("Last_IO_Error") or told.get("Last_SQL_Error") or "",
    }


def database_health(raw: Mapping[str, Any], wanted: Mapping[str, Any], limits: Mapping[str, int]) -> dict[str, Any]:
    """Report how a database server is.

    :param raw: lines as the client printed them: settings, facts, logs, following, jobs (number and age of the
        oldest in seconds), and the texts server and schema.
    :param wanted: see `differing_settings`.
    :param limits: the greatest lag and job_age, in seconds, that are no problem.
    :returns: the report; problems is a list of sentences.
    """
    held = held_settings(raw["settings"])
    jobs = [int(word) for word in (raw["jobs"] or "0\t0").split("\t")]
    report: dict[str, Any] = {
        "server": raw["server"],
        "schema": raw["schema"],
        "connections": int(rows(raw["facts"], "connections")[0][0]),
        "max_connections": int(held["max_connections"]),
        "binlog": {
            "enabled": held.get("log_bin", "OFF") != "OFF",
            "format": held.get("binlog_format", ""),
            "files": len(raw["logs"]),
            "bytes": sum(int(line.split("\t")[1]) for line in raw["logs"]),
        },
        "replication": replication(raw["following"]),
        "sizes": {name: int(size) for name, size in rows(raw["facts"], "size")},
        "largest_tables": [{"name": name, "bytes": int(size)} for name, size in rows(raw["facts"], "table")],
        "jobs": {"open": jobs[0], "oldest": jobs[1]},
        "settings": [one["told"] for one in differing_settings(raw["settings"], wanted)],
    }
    return {**report, "problems": problems(report, limits)}


def problems(report: Mapping[str, Any], limits: Mapping[str, int]) -> list[str]:
    """What is wrong, a sentence each; see `database_health`."""
    found = [f"the setting {one}" for one in report["settings"]]
    if report["connections"] > CROWDED * report["max_connections"]:
        found.append("{connections} of {max_connections} connections are in use".format(**report))
    copy = report["replication"]
    if copy["primary"] and not copy["running"]:
        found.append("the server does not follow {primary}: {error}".format(**copy))
    if copy["lag"] is not None and copy["lag"] > limits["lag"]:
        found.append("the server is {lag} s behind {primary}".format(**copy))
    if report["jobs"]["oldest"] > limits["job_age"]:
        found.append("the oldest of {open} open jobs is {oldest} s old".format(**report["jobs"]))
    return found
