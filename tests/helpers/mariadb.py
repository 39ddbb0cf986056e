"""MariaDB servers of a test's own: Debian's programs, a private folder, a free port on the loopback interface."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

PROGRAMS = ("mariadbd", "mariadb", "mariadb-dump", "mariadb-install-db")
PACKAGES = ("mariadb-server-core", "mariadb-client")
"""Both leave the services of the machine alone; mariadb-server would start one."""
PATIENCE = 60.0  # seconds


def have_programs() -> None:
    """Install the programs where they are missing and that can be done.

    :raises RuntimeError: they are missing and cannot be installed.
    """
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if not missing:
        return
    if os.geteuid() or not shutil.which("apt-get"):
        raise RuntimeError(f"the tests of the role database need {', '.join(missing)}: install {', '.join(PACKAGES)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run(["apt-get", "-qq", *words], env=environment, check=True, capture_output=True)


def _lives(pid: int) -> bool:
    """Whether a process is there and has not ended; one that nobody has waited for still has an entry."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """One server: `folder` holds its data, socket, settings and log; `start` and `stop` are what a service would do."""

    def __init__(self, folder: Path, inside: Sequence[str] = ()) -> None:
        """Have a server. `inside` stands before what starts it, to let it listen in another network."""
        have_programs()
        self._inside = inside
        self.folder = folder
        self.port = free_port()
        self.socket = folder / "socket"
        self.drop_in = folder / "conf.d" / "cloudstack.cnf"
        self.drop_in.parent.mkdir(parents=True)
        self.control = folder / "control"
        data = folder / "data"
        install = ["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--user=root", "--skip-test-db"]
        install += ["--auth-root-authentication-method=normal", "--innodb-use-native-aio=0"]
        made = subprocess.run(install, check=False, capture_output=True, encoding="utf-8")
        if made.returncode:
            raise RuntimeError(made.stdout + made.stderr)
        (folder / "server.cnf").write_text(
            f"[mysqld]\ndatadir={data}\nsocket={self.socket}\nport={self.port}\nbind-address=127.0.0.1\n"
            f"pid-file={folder / 'pid'}\nlog-error={folder / 'log'}\nuser=root\ninnodb-buffer-pool-size=32M\n"
            "innodb-use-native-aio=0\n"
            f"innodb-flush-log-at-trx-commit=2\n!includedir {self.drop_in.parent}\n",
            encoding="utf-8",
        )
        self.control.write_text(
            "#!/bin/bash\n# What a service manager does: ends the server, if it runs, and starts it.\n"
            f'if [ -s {folder}/pid ]; then\n  pid=$(cat {folder}/pid)\n  kill "$pid"\n'
            '  while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done\nfi\n'
            f"echo restarted >> {folder}/restarts\n"
            f"setsid mariadbd --defaults-file={folder}/server.cnf < /dev/null > /dev/null 2>&1 &\n",
            encoding="utf-8",
        )
        self.control.chmod(0o700)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        subprocess.run([*self._inside, str(self.control)], check=True, timeout=PATIENCE)
        end = time.monotonic() + PATIENCE
        while self.query("SELECT 1", check=False).returncode:
            if time.monotonic() > end:
                raise RuntimeError((self.folder / "log").read_text(encoding="utf-8"))
            time.sleep(0.1)

    def stop(self) -> None:
        """End the server by its process id, and wait for that; what ended with its machine has left its file."""
        recorded = self.folder / "pid"
        if not recorded.exists():
            return
        pid = int(recorded.read_text(encoding="utf-8"))
        if _lives(pid):
            os.kill(pid, signal.SIGTERM)
        end = time.monotonic() + PATIENCE
        while recorded.exists() and _lives(pid) and time.monotonic() < end:
            time.sleep(0.1)

    @property
    def restarts(self) -> int:
        """How often the server was started, by the test or by the role."""
        return len((self.folder / "restarts").read_text(encoding="utf-8").splitlines())

    def query(
        self, sql: str, user: str = "root", password: str = "", check: bool = True, options: tuple[str, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        """Run statements as a user, over the socket for root and over TCP for the others."""
        way = (
            [f"--socket={self.socket}"]
            if user == "root"
            else ["--protocol=tcp", "--host=127.0.0.1", f"--port={self.port}"]
        )
        command = [
            *self._inside,
            "mariadb",
            "--no-defaults",
            f"--user={user}",
            *way,
            *options,
            "--batch",
            "--skip-column-names",
            "--default-character-set=utf8mb4",
        ]
        return subprocess.run(
            command,
            input=sql,
            env={**os.environ, "MYSQL_PWD": password},
            encoding="utf-8",
            errors="surrogateescape",
            capture_output=True,
            check=check,
            timeout=PATIENCE,
        )

    def rows(self, sql: str) -> list[list[str]]:
        """The rows that a query gives root."""
        return [line.split("\t") for line in self.query(sql).stdout.splitlines()]

    def variables(self) -> dict[str, object]:
        """The variables of the role that lead it to this server, and to nothing else of the machine."""
        own = self.folder / "role"
        return {
            "database_packages": [],
            "database_config_file": str(self.drop_in),
            "database_restart_command": str(self.control),
            "database_login_socket": str(self.socket),
            "database_state_folder": str(own / "state"),
            "database_program": str(own / "cloudstack-database"),
            "database_backup_folder": str(own / "backups"),
            "database_backup_keys": str(own / "etc" / "cloudstack"),
            "database_cron_file": str(own / "cron"),
            "database_setup_program": str(own / "cloudstack-setup-databases"),
            "database_setup_port": self.port,
        }
