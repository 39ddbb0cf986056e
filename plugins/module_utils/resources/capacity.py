# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Capacities of zones, pods and clusters. Only read."""

from __future__ import annotations

from ..spec import Answer, Field, Flag, Number, Ref, Resource
from .cluster import CLUSTER
from .pod import POD
from .zone import ZONE

PLACES = (
    Ref("zone", target=ZONE),
    Ref("pod", target=POD, within=("zone",)),
    Ref("cluster", target=CLUSTER, within=("zone", "pod")),
)

CAPACITY = Resource(
    "capacity",
    list="listCapacity",
    plural="capacities",
    key=(),
    list_key="",
    list_id="",
    id_option=False,
    filters={
        "zone": "zoneid",
        "pod": "podid",
        "cluster": "clusterid",
        "type": "type",
        "tag": "tag",
        "fetch_latest": "fetchlatest",
    },
    fields=PLACES,
    answers=(
        Answer("type", "int"),
        Answer("name"),
        Answer("capacity_total", "int"),
        Answer("capacity_used", "int"),
        Answer("capacity_allocated", "int"),
        Answer("percent_used", "float"),
        Answer("tag"),
    ),
    info=(
        *PLACES,
        Number("type", steers=True),
        Field("tag", steers=True),
        Flag("fetch_latest", steers=True),
    ),
)
