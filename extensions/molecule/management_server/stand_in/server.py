"""A stand-in for CloudStack's management server: it reads the same server.properties, and answers from the simulator.

Arguments: the folder of the configuration, the file that the cloud is kept in, the file for the process id.
"""

from __future__ import annotations

import os
import signal
import ssl
import subprocess
import sys
import tempfile
from pathlib import Path

from cloudstack_simulator import Simulator


def properties(path: Path) -> dict[str, str]:
    """The lines of a properties file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.partition("=")[::2] for line in lines if "=" in line and not line.startswith("#"))


def encrypted(keystore: str, password: str) -> ssl.SSLContext:
    """What a keystore holds, ready for TLS."""
    words = ["openssl", "pkcs12", "-in", keystore, "-passin", "env:KEYSTORE_PASSWORD", "-nodes"]
    held = subprocess.run(words, env={**os.environ, "KEYSTORE_PASSWORD": password}, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile() as file:
        file.write(held.stdout)
        file.flush()
        context.load_cert_chain(file.name)
    return context


def main(folder: str, state: str, pid_file: str) -> int:
    """Serve until it is ended; 1 when the connection to the databases was not set up."""
    if "db.cloud.password" not in properties(Path(folder, "db.properties")):
        print("db.properties was not written by cloudstack-setup-databases", file=sys.stderr)
        return 1
    held = properties(Path(folder, "server.properties"))
    simulator = Simulator("", "", strict=True, state_file=state)
    host = held.get("bind.interface", "127.0.0.1")
    secure = held["https.enable"] == "true"
    listener = simulator.serve(host, int(held["https.port" if secure else "http.port"]))
    if secure:
        context = encrypted(held["https.keystore"], held["https.keystore.password"])
        listener.encrypt(context)
    Path(pid_file).write_text(str(os.getpid()), encoding="utf-8")
    signal.signal(signal.SIGTERM, lambda *_given: sys.exit(0))
    listener.run()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
