"""A network for machines of a test's own, with cables from a router."""

from __future__ import annotations

import subprocess

from helpers.namespaces import need_a_machine

BEGIN = "ip link set lo up && echo ready && exec sleep infinity"


class Network:
    """A network that machines are put into, with nothing but a loopback interface at first.

    :ivar inside: what stands before a command that is to run in it, with the files of this machine.
    """

    def __init__(self) -> None:
        """Have a network.

        :raises RuntimeError: this machine gives no namespaces, which takes root.
        """
        need_a_machine()
        self._holders = [self._hold() for _end in ("machines", "router")]
        self.inside, self._router = (["nsenter", f"--target={one.pid}", "--net"] for one in self._holders)

    @staticmethod
    def _hold() -> subprocess.Popen[str]:
        holder = subprocess.Popen(
            ["unshare", "--net", "sh", "-c", BEGIN],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        if (holder.stdout.readline() if holder.stdout else "") != "ready\n":
            raise RuntimeError(f"no network of the test's own: {holder.communicate()[1]}")
        return holder

    def router(self, *words: str) -> None:
        """Run a command where the other ends of the cables are."""
        subprocess.run([*self._router, *words], check=True, capture_output=True)

    def cable(self, name: str, address: str) -> None:
        """Give the machines an interface; the router has the address at the other end."""
        other = f"to-{name}"
        self.router("ip", "link", "add", other, "type", "veth", "peer", "name", name)
        self.router("ip", "link", "set", name, "netns", str(self._holders[0].pid))
        self.router("ip", "link", "set", other, "up")
        self.router("ip", "address", "add", address, "dev", other)

    def end(self) -> None:
        """Forget the network; what runs in it still is ended by others."""
        for holder in self._holders:
            holder.kill()
            holder.communicate()
