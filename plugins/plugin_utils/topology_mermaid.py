# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""A cloud as Mermaid text, which code hosts draw inside a README. Pure."""

from __future__ import annotations

from typing import Iterator, Sequence

from .topology import Cluster, Network, Zone

MANY_HOSTS = 8
"""A cluster with more hosts is one box that counts them."""

MANY_INSTANCES = 6
MARKS = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "\n": " "}
"""What means something to Mermaid or to the HTML that it makes, and how it is written as itself."""


def topology_mermaid(zones: Sequence[Zone]) -> str:
    """A flow chart: zones with pods, clusters and hosts, storage, and guest networks with instances."""
    lines = ["flowchart LR"]
    for number, zone in enumerate(zones):
        lines += [f"  {one}" for one in _zone(f"z{number}", zone)]
    return "\n".join(lines) + "\n"


def _zone(key: str, zone: Zone) -> Iterator[str]:
    yield f"subgraph {key}[{_text(f'Zone {zone.name}')}]"
    for number, pod in enumerate(zone.pods):
        yield f"  subgraph {key}p{number}[{_text(f'Pod {pod.name}')}]"
        for at, cluster in enumerate(pod.clusters):
            yield from (f"    {one}" for one in _cluster(f"{key}p{number}c{at}", cluster))
        yield "  end"
    for number, pool in enumerate((*zone.pools, *zone.stores)):
        yield f"  {key}s{number}[({_text(pool.name)})]"
    for number, network in enumerate(zone.networks):
        yield from (f"  {one}" for one in _network(f"{key}n{number}", network))
    yield "end"


def _cluster(key: str, cluster: Cluster) -> Iterator[str]:
    yield f"subgraph {key}[{_text(f'{cluster.name} ({cluster.hypervisor})')}]"
    if len(cluster.hosts) > MANY_HOSTS:
        yield f"  {key}h[{_text(f'{len(cluster.hosts)} hosts')}]"
    else:
        yield from (f"  {key}h{at}[{_text(host.name)}]" for at, host in enumerate(cluster.hosts))
    yield from (f"  {key}s{at}[({_text(pool.name)})]" for at, pool in enumerate(cluster.pools))
    yield "end"


def _network(key: str, network: Network) -> Iterator[str]:
    yield f"{key}([{_text(f'{network.name} {network.cidr}'.strip())}])"
    for at, (address, _purpose) in enumerate(network.addresses):
        yield f"{key}a{at}>{_text(address)}] --- {key}"
    if len(network.instances) > MANY_INSTANCES:
        yield f"{key} --- {key}i[{_text(f'{len(network.instances)} instances')}]"
    else:
        yield from (f"{key} --- {key}i{at}[{_text(one.name)}]" for at, one in enumerate(network.instances))


def _text(text: str) -> str:
    """A text between quotes, whatever is in it."""
    return '"' + "".join(MARKS.get(sign, sign) for sign in text) + '"'
