# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a database server holds, compared with what CloudStack wants of it."""

from __future__ import annotations

import posixpath
import re
from typing import Any, Iterable, Mapping, Sequence

from ansible.errors import AnsibleFilterError

UNITS = {"K": 1024, "M": 1024**2, "G": 1024**3, "T": 1024**4}
SIZE = re.compile(r"(\d+)([KMGT])", re.IGNORECASE)
SWITCHES = {"on": "1", "off": "0", "true": "1", "false": "0"}
LISTS = ("sql_mode",)
RIGHTS = {
    "all": "GRANT ALL PRIVILEGES ON `{database}`.* TO {account}",
    "process": "GRANT PROCESS ON *.* TO {account}",
    "replication": (
        "GRANT RELOAD, PROCESS, REPLICATION SLAVE, REPLICATION CLIENT, SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES "
        "ON *.* TO {account}"
    ),
}


def comparable(name: str, value: Any) -> Any:
    """A setting's value as it is compared: lists without order, sizes in bytes, switches as 0 or 1."""
    text = str(value).strip()
    if name in LISTS:
        return frozenset(word.strip().upper() for word in text.split(",") if word.strip())
    size = SIZE.fullmatch(text)
    if size:
        return str(int(size.group(1)) * UNITS[size.group(2).upper()])
    return SWITCHES.get(text.lower(), text)


def literal(value: Any) -> str:
    """A value as it stands in a statement: numbers as they are, everything else quoted."""
    text = str(value)
    if re.fullmatch(r"\d+", text):
        return text
    return "'{}'".format(text.replace("\\", "\\\\").replace("'", "\\'"))


def held_settings(lines: Iterable[str]) -> dict[str, str]:
    """The settings that a server told, by name.

    :param lines: what the client prints of SHOW GLOBAL VARIABLES: a name, a tabulator and a value each.
    """
    held = dict(line.partition("\t")[::2] for line in lines)
    if held.get("log_bin", "").upper() == "ON":
        held["log_bin"] = posixpath.basename(held.get("log_bin_basename", ""))
    return held


def differing_settings(lines: Iterable[str], wanted: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The settings that are not as they should be, in the order of their names.

    :param lines: see `held_settings`.
    :param wanted: the values that they should have; a hyphen in a name means an underscore.
    :returns: name, held, wanted, the literal for a statement, and all of it told in words.
    :raises AnsibleFilterError: the server knows no setting of that name.
    """
    held = held_settings(lines)
    asked = {name.replace("-", "_"): value for name, value in wanted.items()}
    unknown = sorted(set(asked) - set(held))
    if unknown:
        raise AnsibleFilterError(
            "database_settings: the server knows no variable {}. Leave it out, or write it as SHOW GLOBAL VARIABLES "
            "names it.".format(", ".join(unknown))
        )
    return [
        {
            "name": name,
            "held": held[name],
            "wanted": asked[name],
            "literal": literal(asked[name]),
            "told": "{} is {}, wanted {}".format(name, held[name] or "empty", asked[name]),
        }
        for name in sorted(asked)
        if comparable(name, held[name]) != comparable(name, asked[name])
    ]


def account_statements(
    lines: Iterable[str], accounts: Sequence[Mapping[str, Any]], databases: Sequence[str]
) -> list[dict[str, Any]]:
    """The statements that give the accounts what they lack, in the order in which they are to be run.

    :param lines: rows with tabulators: `account NAME same|other tls|plain`, `all NAME DATABASE`, `process NAME`,
        `replication NAME`, where NAME is user@host.
    :param accounts: each with user, hosts, password, tls, rights (all or replication) and force, which sets the
        password whatever it is.
    :param databases: the databases that the right `all` is about.
    :returns: the title without a secret, the sql, and whether it holds_secret.
    """
    rows = [tuple(line.split("\t")) for line in lines]
    known = {row[1]: row[2:] for row in rows if row[0] == "account"}
    granted = {row for row in rows if row[0] in RIGHTS}
    statements: list[dict[str, Any]] = []
    single = ({**account, "host": host} for account in accounts for host in account["hosts"])
    for account in single:
        statements += _account(account, known)
        statements += _rights(account, databases, granted)
    return statements


def _account(account: Mapping[str, Any], known: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    name = "{user}@{host}".format(**account)
    wanted = ("same", "tls" if account["tls"] else "plain")
    if known.get(name) == wanted and not account["force"]:
        return []
    quoted = "'{user}'@'{host}'".format(**account)
    identified = "{} IDENTIFIED BY '{}'".format(quoted, account["password"])
    sql = "CREATE USER IF NOT EXISTS {0}; ALTER USER {0} REQUIRE {1}".format(
        identified, "SSL" if account["tls"] else "NONE"
    )
    title = "{} account {}".format("change" if name in known else "create", name)
    return [{"title": title, "sql": sql, "holds_secret": True}]


def _rights(
    account: Mapping[str, Any], databases: Sequence[str], granted: set[tuple[str, ...]]
) -> list[dict[str, Any]]:
    name = "{user}@{host}".format(**account)
    quoted = "'{user}'@'{host}'".format(**account)
    if account["rights"] == "all":
        wanted = [("all", name, database) for database in databases] + [("process", name)]
    else:
        wanted = [(account["rights"], name)]
    return [
        {
            "title": "grant {} to {}".format(" on ".join((row[0], *row[2:])), name),
            "sql": RIGHTS[row[0]].format(account=quoted, database=row[-1]),
            "holds_secret": False,
        }
        for row in wanted
        if row not in granted
    ]
