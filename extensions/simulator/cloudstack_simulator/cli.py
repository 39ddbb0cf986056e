"""The command line: `cloudstack-simulator`."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from pathlib import Path

from . import populate
from .registry import simulated
from .server import Server
from .simulator import Simulator
from .web import Listener, is_loopback


def main(arguments: list[str] | None = None) -> int:
    """Run the simulator until it is interrupted; 2 when it may not or cannot bind."""
    options = _parser().parse_args(arguments)
    if options.commands:
        print("\n".join(simulated()))
        return 0
    if not is_loopback(options.host) and not options.allow_remote:
        print(
            f"cloudstack-simulator: {options.host} is not a loopback address. The simulator is a test double with "
            "weak protection; add --allow-remote to serve it to other machines all the same.",
            file=sys.stderr,
        )
        return 2
    if not is_loopback(options.host):
        print(f"cloudstack-simulator: WARNING: other machines can reach {options.host}", file=sys.stderr)
    simulator = Simulator(
        options.api_key, options.secret_key, strict=options.strict, password=options.password, state_file=options.state
    )
    if not (options.state and Path(options.state).exists()):
        try:
            _begin(simulator, options)
        except (OSError, ValueError, LookupError) as error:
            print(f"cloudstack-simulator: {error}", file=sys.stderr)
            return 2
    return _serve(simulator, options)


def _begin(simulator: Simulator, options: argparse.Namespace) -> None:
    """Fill a cloud that begins now: from a saved state, and by a plan."""
    if options.seed:
        simulator.load(json.loads(Path(options.seed).read_text(encoding="utf-8")))
    if options.populate:
        populate.build(simulator, populate.plan(options.populate))


def _serve(simulator: Simulator, options: argparse.Namespace) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    beside: list[Listener] = []
    port = options.port
    try:
        server = simulator.serve(options.host, port)
        if options.control_port is not None:
            port = options.control_port
            beside.append(simulator.serve_control(port))
        if options.integration_port is not None:
            port = options.integration_port
            beside.append(simulator.serve("127.0.0.1", port, signed=False))
    except OSError as error:
        print(f"cloudstack-simulator: cannot bind {options.host}:{port}: {error.strerror}", file=sys.stderr)
        return 2
    except OverflowError:
        print(f"cloudstack-simulator: {port} is no port: 0 to 65535", file=sys.stderr)
        return 2
    print(server.url, flush=True)
    for listener in beside:
        listener.start()
        words = "unsigned requests" if isinstance(listener, Server) else "control plane"
        print(f"{words}: {listener.url if isinstance(listener, Server) else listener.origin + '/'}", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        return 0
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cloudstack-simulator",
        description="Answer the Apache CloudStack API from memory. Prints the endpoint's URL when it is ready.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to bind (default %(default)s)")
    parser.add_argument("--port", type=int, default=8096, help="port to bind; 0 takes a free one (default %(default)s)")
    parser.add_argument(
        "--api-key",
        default=os.environ.get("CLOUDSTACK_KEY", "admin-key"),
        help="the admin's API key (default $CLOUDSTACK_KEY, else admin-key)",
    )
    parser.add_argument(
        "--secret-key",
        default=os.environ.get("CLOUDSTACK_SECRET", "admin-secret"),
        help="the admin's secret key (default $CLOUDSTACK_SECRET, else admin-secret)",
    )
    parser.add_argument("--password", default="password", help="the admin's password for login (default %(default)s)")
    parser.add_argument("--strict", action="store_true", help="refuse parameters that a command does not have")
    parser.add_argument("--seed", metavar="FILE", help="start from this saved state instead of a fresh cloud")
    parser.add_argument("--state", metavar="FILE", help="load the state from FILE when it exists and save it there")
    parser.add_argument(
        "--populate",
        metavar="PLAN",
        help="start with zones that are ready for work: zones=2,networks=10,instances=50 (hosts=N in each zone)",
    )
    parser.add_argument(
        "--control-port", type=int, metavar="PORT", help="serve the control plane and its page on this loopback port"
    )
    parser.add_argument(
        "--integration-port",
        type=int,
        metavar="PORT",
        help="answer unsigned requests, as the admin, on this loopback port",
    )
    parser.add_argument("--commands", action="store_true", help="list the simulated commands and exit")
    parser.add_argument("--allow-remote", action="store_true", help="allow a host that other machines can reach")
    return parser
