# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""A cloud as a page of pictures. Pure."""

from __future__ import annotations

from typing import Sequence

from .page import WIDTH, box, drawing, folded, gauge, heading, line, look_of, page, summary, words
from .topology import Cluster, Host, Network, Pod, Pool, Wire, Zone

FEW_HOSTS = 12
"""The clusters of a zone with at most so many hosts are shown unfolded."""

FEW_NETWORKS = 6
GIB = 1024**3
SQUARE, GAP = 16, 4
PER_ROW = (16, 48)
"""How many squares stand side by side in a cluster, and in one that would be a tower with so few."""

COLUMNS = 4


def topology_page(zones: Sequence[Zone], title: str) -> str:
    """The page of a cloud.

    :param title: plain text.
    """
    return page(title, "\n".join(_zone(zone) for zone in zones) if zones else summary("There is no zone."))


def _zone(zone: Zone) -> str:
    clusters = [(pod, cluster) for pod in zone.pods for cluster in pod.clusters]
    counts = (
        _count(len(zone.pods), "pod"),
        _count(len(clusters), "cluster"),
        _count(len(zone.hosts), "host"),
        _count(len(zone.networks), "guest network"),
        _count(len({one.name for network in zone.networks for one in network.instances}), "instance"),
    )
    opened = len(zone.hosts) <= FEW_HOSTS
    few = len(zone.networks) <= FEW_NETWORKS
    system = [(f"{one.name} {one.address}", one.state) for one in zone.system]
    pools = (*zone.pools, *zone.stores)
    return "\n".join(
        (
            heading(2, f"Zone {zone.name}"),
            summary(f"{zone.kind} zone, {zone.state}: {', '.join(counts)}"),
            _overview(zone),
            *_headed("Clusters", [_cluster(pod, cluster, opened) for pod, cluster in clusters]),
            *_headed("Storage of the zone", [_pools(pools)] if pools else []),
            *_headed("System VMs", [_pills(system)] if system else []),
            *_headed("Physical networks", [_wire(wire) for wire in zone.wires]),
            *_headed("Guest networks", [_network(network, few) for network in zone.networks]),
        )
    )


def _headed(title: str, parts: Sequence[str]) -> list[str]:
    return [heading(3, title), *parts] if parts else []


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _overview(zone: Zone) -> str:
    """Pods, in them clusters, in them a square for each host, coloured by its state."""
    parts: list[str] = []
    y = 0.0
    for pod in zone.pods:
        inner, height = _pod_boxes(pod, y + 26)
        parts += [
            box(0.5, y + 0.5, WIDTH - 1, height + 34),
            words(10, y + 18, f"Pod {pod.name}  {pod.addresses}"),
            *inner,
        ]
        y += height + 44
    return drawing(WIDTH, int(y), parts, f"The hosts of zone {zone.name} by pod and cluster") if parts else ""


def _pod_boxes(pod: Pod, top: float) -> tuple[list[str], float]:
    """The clusters of a pod, side by side and wrapped; and how high they stand together."""
    parts: list[str] = []
    x, y, row = 10.0, top, 0.0
    for cluster in pod.clusters:
        count = len(cluster.hosts)
        columns = min(max(count, 10), PER_ROW[count > PER_ROW[0] ** 2 / 2])
        width = columns * (SQUARE + GAP) + 16
        height = -(-max(count, 1) // columns) * (SQUARE + GAP) + 30
        if x + width > WIDTH - 10:
            x, y, row = 10.0, y + row + 8, 0.0
        parts += [box(x, y, width, height), words(x + 8, y + 16, cluster.name, "soft", columns * 2)]
        for at, host in enumerate(cluster.hosts):
            left, down = at % columns, at // columns
            spot = (x + 8 + left * (SQUARE + GAP), y + 24 + down * (SQUARE + GAP))
            parts.append(box(*spot, SQUARE, SQUARE, look_of(host.state), f"{host.name}: {host.state}"))
        x, row = x + width + 8, max(row, height)
    return parts, y + row - top


def _cluster(pod: Pod, cluster: Cluster, opened: bool) -> str:
    away = sum(1 for host in cluster.hosts if look_of(host.state) != "good")
    about = f"{cluster.hypervisor}, {_count(len(cluster.hosts), 'host')}" + (f", {away} not Up" if away else "")
    inner = [_hosts(cluster.hosts)] if cluster.hosts else []
    inner += [_pools(cluster.pools)] if cluster.pools else []
    return folded(f"{pod.name} / {cluster.name}", about, "\n".join(inner), opened)


def _hosts(hosts: Sequence[Host]) -> str:
    """A line for each host: its state, and what of its processors and memory is given away."""
    parts = []
    for at, host in enumerate(hosts):
        y = at * 24 + 4
        parts += [
            box(0, y, 12, 12, look_of(host.state)),
            words(20, y + 10, host.name, room=28),
            words(240, y + 10, host.state, "soft", 20),
            words(370, y + 10, host.address, "soft", 16),
            *gauge(490, y, 120, host.cpu, f"CPU {_rate(host.cpu)}"),
            *gauge(700, y, 120, host.memory, f"memory {_rate(host.memory)}"),
            words(940, y + 10, _count(host.instances, "instance"), "soft"),
        ]
    return drawing(WIDTH - 30, len(hosts) * 24 + 4, parts, "Hosts and what of them is given away")


def _rate(share: float | None) -> str:
    return "not told" if share is None else f"{share:.0%}"


def _pools(pools: Sequence[Pool]) -> str:
    """A line for each storage: its state, and how full it is."""
    parts = []
    for at, pool in enumerate(pools):
        y = at * 24 + 4
        share = pool.given / pool.total if pool.total else None
        size = f"{pool.given / GIB:,.0f} of {pool.total / GIB:,.0f} GiB" if pool.total else "size not told"
        parts += [
            box(0, y, 12, 12, look_of(pool.state or "up")),
            words(20, y + 10, pool.name, room=32),
            words(260, y + 10, " ".join((pool.kind, pool.scope, pool.state)).strip(), "soft", 36),
            *gauge(490, y, 330, share, size),
        ]
    return drawing(WIDTH - 30, len(pools) * 24 + 4, parts, "Storage and how full it is")


def _wire(wire: Wire) -> str:
    """A physical network as a line from which its traffic hangs."""
    parts = [words(0, 14, f"{wire.name}  {wire.isolation} {wire.vlan}".strip()), line(0, 26, WIDTH - 30, 26)]
    step = (WIDTH - 30) / max(len(wire.carries), 4)
    for at, (traffic, label) in enumerate(wire.carries):
        x = at * step + 6
        room = int(step / 8)
        parts += [
            line(x + 20, 26, x + 20, 38),
            box(x, 38, step - 12, 40),
            words(x + 8, 54, traffic, room=room),
            words(x + 8, 70, label, "soft", room),
        ]
    return drawing(WIDTH - 30, 84, parts, f"Physical network {wire.name} and what it carries")


def _network(network: Network, opened: bool) -> str:
    told = (network.kind, network.cidr, network.state, network.place, _count(len(network.instances), "instance"))
    parts = [_addresses(network), _pills([(f"{one.name} {one.address}", one.state) for one in network.instances])]
    return folded(network.name, ", ".join(one for one in told if one), "\n".join(one for one in parts if one), opened)


def _addresses(network: Network) -> str:
    """The public addresses of a network above the line that its instances hang from."""
    parts = []
    for at, (address, purpose) in enumerate(network.addresses):
        x, y = at % COLUMNS * 258, at // COLUMNS * 24
        parts += [words(x, y + 14, address), words(x + 110, y + 14, purpose, "soft", 22)]
    if not parts:
        return ""
    height = -(-len(network.addresses) // COLUMNS) * 24 + 8
    return drawing(WIDTH - 30, height, [*parts, line(0, height - 3, WIDTH - 30, height - 3)], "Public addresses")


def _pills(things: Sequence[tuple[str, str]]) -> str:
    """Names with their states, in columns."""
    parts = []
    for at, (name, state) in enumerate(things):
        x, y = at % COLUMNS * 258, at // COLUMNS * 30
        parts += [
            box(x + 0.5, y + 4.5, 250, 22, tip=f"{name}: {state}"),
            box(x + 6, y + 10, 10, 10, look_of(state)),
            words(x + 22, y + 20, name, room=34),
        ]
    return drawing(WIDTH - 30, -(-len(things) // COLUMNS) * 30 + 4, parts, "Instances") if parts else ""
