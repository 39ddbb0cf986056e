"""The role `database` on a server of a test's own, and what such a server holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playbook_run import PlaybookRun, ansible_environment, run_playbook

from helpers.mariadb import Server

PASSWORD = "first-5ecret"
ROLE = "cloudstack.cloud.database : "
TABLES = """\
CREATE TABLE cloud.vm_instance (id BIGINT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(255), data BLOB) AUTO_INCREMENT=900;
CREATE TABLE cloud.empty_table (id INT PRIMARY KEY);
CREATE TABLE cloud.async_job (id INT PRIMARY KEY, job_status INT, created DATETIME);
CREATE TABLE cloud_usage.usage_event (id INT PRIMARY KEY, event VARCHAR(20)) DEFAULT CHARACTER SET utf8mb4;
CREATE VIEW cloud.names AS SELECT name FROM cloud.vm_instance;
INSERT INTO cloud.vm_instance (name, data) VALUES ('web', X'00FF10'), ('quo''te\\n', NULL);
INSERT INTO cloud_usage.usage_event VALUES (1, 'VM.CREATE'), (2, 'Zürich 🙂');
DELIMITER //
CREATE PROCEDURE cloud.add_one() BEGIN INSERT INTO cloud.empty_table VALUES (1); END //
CREATE TRIGGER cloud.on_insert AFTER INSERT ON cloud.vm_instance FOR EACH ROW BEGIN SET @seen = 1; END //
DELIMITER ;
"""
CONTENT = (
    "SELECT table_schema, table_name, table_type FROM information_schema.tables "
    "WHERE table_schema IN ('cloud', 'cloud_usage') ORDER BY 1, 2",
    "SELECT routine_schema, routine_name, routine_definition FROM information_schema.routines "
    "WHERE routine_schema LIKE 'cloud%' ORDER BY 1, 2",
    "SELECT trigger_name, action_statement FROM information_schema.triggers WHERE trigger_schema = 'cloud'",
)

RunRole = Callable[..., PlaybookRun]


def start_role(scratch: Path, server: Server, *options: str, tasks_from: str = "main", **more: Any) -> PlaybookRun:
    """Run the role against a server."""
    task = {
        "name": "Run the role",
        "ansible.builtin.include_role": {"name": "cloudstack.cloud.database", "tasks_from": tasks_from},
    }
    play = scratch / "play.yml"
    play.write_text(json.dumps([{"hosts": "localhost", "connection": "local", "gather_facts": False, "tasks": [task]}]))
    variables = scratch / "variables.json"
    given = {**server.variables(), "database_password": PASSWORD, "database_management_servers": 2, **more}
    variables.write_text(json.dumps(given), encoding="utf-8")
    environment = {**ansible_environment(scratch), "ANSIBLE_PIPELINING": "1"}
    return run_playbook(str(play), environment, scratch, [*options, "--extra-vars", f"@{variables}"], timeout=300)


def content(server: Server) -> dict[str, list[list[str]]]:
    """Everything that the databases hold: tables, routines, triggers, and each row."""
    held = {query: server.rows(query) for query in CONTENT}
    for schema, table, _kind in held[CONTENT[0]]:
        name = f"`{schema}`.`{table}`"
        held[name] = server.rows(f"SELECT * FROM {name} ORDER BY 1")
        held[f"{name} is"] = server.rows(f"SHOW CREATE TABLE {name}")
    return held


def held_settings(server: Server) -> dict[str, str]:
    return {row[0]: row[1] if len(row) > 1 else "" for row in server.rows("SHOW GLOBAL VARIABLES")}
