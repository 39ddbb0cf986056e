# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Load balancer rules on public addresses, with stickiness, health checks and certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..lifecycle import Record
from ..spec import Answer, Choice, Field, Flag, Listing, Number, Ref, Refusal, Resource, Tags, Via
from ..values import text
from .ip_address import IP_ADDRESS
from .network import NETWORK_REF
from .ssl_cert import SSL_CERT
from .vpc import VPC
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

ALGORITHMS = ("source", "roundrobin", "leastconn")
STICKINESS = {
    "name": {"type": "str"},
    "method": {"type": "str", "choices": ["LbCookie", "AppCookie", "SourceBased"]},
    "params": {"type": "dict"},
    "description": {"type": "str"},
}
HEALTH_CHECK = {
    "ping_path": {"type": "str"},
    "description": {"type": "str"},
    "response_timeout": {"type": "int"},
    "interval": {"type": "int"},
    "healthy_threshold": {"type": "int"},
    "unhealthy_threshold": {"type": "int"},
}
HELD_HEALTH = {
    "ping_path": "pingpath",
    "description": "description",
    "response_timeout": "responsetime",
    "interval": "healthcheckinterval",
    "healthy_threshold": "healthcheckthresshold",
    "unhealthy_threshold": "unhealthcheckthresshold",
}
"""What the answer calls the parts of a health check; two of the words are misspelt there."""


def _selects(value: Any) -> bool:
    """The zone only narrows searches: the address says where the rule is."""
    return True


def _in_words(stickiness: Mapping[str, Any]) -> dict[str, Any]:
    """A stickiness with its parameters as texts, which the server makes of them."""
    params = {str(key): text(value) for key, value in (stickiness.get("params") or {}).items()}
    return {**stickiness, **({"params": params} if params else {})}


def _policy(finder: Finder, command: str, outer: str, inner: str, record: Record) -> Record:
    """The one policy of a kind that a rule has, or nothing."""
    rows = finder.resolver.client.list(command, {"lbruleid": record["id"]}, outer)
    return next((held for row in rows for held in row.get(inner) or ()), {})


def _with_policies(finder: Finder, record: Record) -> Record:
    """Read what the list of rules does not show, as far as the task is about it."""
    found = dict(record)
    if finder.given("stickiness"):
        held = _policy(finder, "listLBStickinessPolicies", "stickinesspolicies", "stickinesspolicy", record)
        known = {"name": "name", "method": "methodname", "params": "params", "description": "description"}
        found["(stickinessid)"] = held.get("id")
        found["(stickiness)"] = {part: held[key] for part, key in known.items() if held.get(key)}
    if finder.given("health_check"):
        held = _policy(finder, "listLBHealthCheckPolicies", "healthcheckpolicies", "healthcheckpolicy", record)
        found["(healthcheckid)"] = held.get("id")
        found["(healthcheck)"] = {part: held[key] for part, key in HELD_HEALTH.items() if held.get(key) is not None}
    if finder.given("ssl_cert"):
        for row in finder.resolver.client.list("listSslCerts", {"lbruleid": record["id"]}, "sslcert"):
            found.update({"(certid)": row["id"], "(certname)": row.get("name")})
    return found


LB_RULE = Resource(
    "lb_rule",
    list="listLoadBalancerRules",
    also=("listLBHealthCheckPolicies", "listLBStickinessPolicies", "listSslCerts"),
    create="createLoadBalancerRule",
    update="updateLoadBalancerRule",
    delete="deleteLoadBalancerRule",
    list_needs=("ip_address",),
    enrich=_with_policies,
    filters={"zone": "zoneid", "ip_address": "publicipid", "network": "networkid"},
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    tags=Tags("LoadBalancer"),
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, fixed=True, scope=True, unless=_selects),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Ref(
            "ip_address",
            target=IP_ADDRESS,
            api="publicipid",
            shows="publicip",
            within=("zone", "vpc"),
            scope=True,
            fixed=True,
            required=True,
            aliases=("public_ip",),
        ),
        Ref("network", target=NETWORK_REF, within=("zone", "vpc"), shows=None, fixed=True),
        Field("description"),
        Choice("algorithm", ALGORITHMS, create_default="source"),
        Number("public_port", needed_to_create=True, fixed=True, check=checks.port),
        Number("private_port", needed_to_create=True, fixed=True, check=checks.port),
        Field("protocol", compare="folded", create_default="tcp"),
        Listing("cidrs", api="cidrlist", aliases=("cidr",), entails=("cidr",), check=checks.cidrs),
        Flag("open_firewall", read=None, create_default=False),
        Flag("for_display"),
        Field(
            "stickiness",
            type="dict",
            suboptions=STICKINESS,
            read="(stickiness)",
            shown=_in_words,
            late=True,
            parts={"name": "name", "method": "methodname", "params": "param", "description": "description"},
            via=Via(
                "createLBStickinessPolicy",
                {"lbruleid": "id"},
                clear="deleteLBStickinessPolicy",
                clear_by={"id": "(stickinessid)"},
                renews=True,
            ),
        ),
        Field(
            "health_check",
            type="dict",
            suboptions=HEALTH_CHECK,
            read="(healthcheck)",
            late=True,
            parts={
                "ping_path": "pingpath",
                "description": "description",
                "response_timeout": "responsetimeout",
                "interval": "intervaltime",
                "healthy_threshold": "healthythreshold",
                "unhealthy_threshold": "unhealthythreshold",
            },
            via=Via(
                "createLBHealthCheckPolicy",
                {"lbruleid": "id"},
                clear="deleteLBHealthCheckPolicy",
                clear_by={"id": "(healthcheckid)"},
                renews=True,
            ),
        ),
        Ref(
            "ssl_cert",
            target=SSL_CERT,
            api="certid",
            read="(certid)",
            shows="(certname)",
            late=True,
            via=Via(
                "assignCertToLoadBalancer",
                {"lbruleid": "id"},
                clear="removeCertFromLoadBalancer",
                renews=True,
            ),
        ),
    ),
    answers=(
        Answer("public_ip"),
        Answer("cidr", read="cidrlist"),
        Answer("network_id"),
        Answer("state"),
    ),
    info=(Ref("network", target=NETWORK_REF, within=("zone",)),),
    omits={
        "domainid": "the owner is that of the address",
        "account": "the owner is that of the address",
        "customid": "the id of a rule is the server's",
    },
    refusals=(
        Refusal(
            r"getLbProtocol\(\)",
            "protocol",
            "The rule was made without a protocol, and this CloudStack cannot change such a rule: give protocol, or "
            "remove the rule and make it again.",
        ),
        Refusal("conflicts with", "public_port", "Another rule of this address uses the port: choose another one."),
        Refusal("static nat", "ip_address", "An address with static NAT takes no rules: choose another address."),
        Refusal("no load balancing|lb service", "network", "Its offering must have the service Lb."),
        Refusal(
            "HealthCheck Policy is not supported",
            "health_check",
            "The provider of load balancing in this network (the virtual router) checks no health: leave it out.",
        ),
        Refusal("Expected ssl", "ssl_cert", "Only rules with protocol=ssl take a certificate."),
        Refusal("Stickiness policy", "stickiness", "Give a method that the provider of the network has."),
        Refusal("Invalid algorithm", "algorithm", "Choose source, roundrobin or leastconn."),
    ),
)
