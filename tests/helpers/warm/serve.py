"""Forks a process for each program that `ask.py` hands over, with what every module of Ansible imports at hand."""

from __future__ import annotations

import atexit
import importlib
import os
import signal
import socket
import sys
import traceback
import types

AT_HAND = (
    "ansible.module_utils._internal._ansiballz._loader",
    "ansible.module_utils.facts.ansible_collector",
    "ansible.module_utils.facts.default_collectors",
    "ansible.module_utils.service",
    "ansible.module_utils.urls",
    "base64",
    "tempfile",
    "zipfile",
)
STREAMS = 3


def prepare(packages: str) -> None:
    """Import what modules need; Ansible's package is found at `packages`, and nothing else of there later."""
    path = list(sys.path)
    sys.path.append(packages)
    for name in AT_HAND:
        importlib.import_module(name)
    sys.path[:] = path[1:]


def receive(asking: socket.socket) -> dict[bytes, bytes]:
    """Take over the standard streams and return the environment."""
    streams = socket.recv_fds(asking, 1, STREAMS)[1]
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    given = b"".join(iter(lambda: asking.recv(65536), b""))
    return dict(item.partition(b"=")[::2] for item in given.split(b"\0"))


def run() -> int:
    """Run the program at standard input as Python would, and return the status it ends with."""
    with open(0, "rb", closefd=False) as stream:
        program = stream.read()
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        exec(compile(program, "<stdin>", "exec"), sys.modules["__main__"].__dict__)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def answer(asking: socket.socket) -> None:
    """Be the process of one program, to its end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environb.clear()
    os.environb.update(receive(asking))
    os.chdir("/")
    sys.argv = [""]
    status = run()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    asking.send(bytes([status & 255]))
    os._exit(0)


def serve(folder: str, packages: str) -> None:
    """Answer until it is killed."""
    prepare(packages)
    os.chdir(folder)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("socket")
        server.listen(64)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        print("ready", flush=True)
        while True:
            asking, _address = server.accept()
            if os.fork() == 0:
                server.close()
                answer(asking)
            asking.close()


if __name__ == "__main__":
    serve(*sys.argv[1:])
