"""Events: what was done to the cloud, by whom, and how it ended."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ..context import Caller
from ..seed import static_answers
from ..shape import compact, date
from ..store import Record, Store
from ..surface import Command, is_write

KIND = "event"
KEPT, SLACK = 1000, 200
CREATED, SCHEDULED, COMPLETED = "Created", "Scheduled", "Completed"
_WORDS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z]+|[A-Z]+|[a-z]+|\d+")
VERBS = {
    "create": ("CREATE", "ADD"), "add": ("CREATE", "ADD"), "update": ("UPDATE", "EDIT"), "delete": ("DELETE", "REMOVE"),
    "remove": ("REMOVE", "DELETE"), "deploy": ("CREATE",), "register": ("CREATE", "REGISTER"),
}  # fmt: skip
NOUNS = {
    "VIRTUAL.MACHINE": "VM", "VM.SNAPSHOT": "VMSNAPSHOT", "SNAPSHOT.POLICY": "SNAPSHOTPOLICY", "SECURITY.GROUP": "SG",
    "AFFINITY.GROUP": "AG", "LOAD.BALANCER.RULE": "LB", "LOAD.BALANCER": "LB", "NETWORK.ACL.LIST": "NETWORK.ACL",
    "NETWORK.ACL": "NETWORK.ACL.ITEM", "NETWORK.SERVICE.PROVIDER": "SERVICE.PROVIDER", "IP.ADDRESS": "NET.IP",
    "STATIC.NAT": "STATICNAT", "STORAGE.NETWORK.IP.RANGE": "STORAGE.IP.RANGE",
    "AS.N.RANGE": "AS.RANGE", "ASN.RANGE": "AS.RANGE", "GUEST.NETWORK.IPV.6.PREFIX": "GUEST.IP6.PREFIX",
    "AUTO.SCALE.POLICY": "AUTOSCALEPOLICY", "AUTO.SCALE.VM.PROFILE": "AUTOSCALEVMPROFILE",
    "AUTO.SCALE.VM.GROUP": "AUTOSCALEVMGROUP", "LB.STICKINESS.POLICY": "LB.STICKINESSPOLICY",
    "VPN.GATEWAY": "VPN.S2S.VPN.GATEWAY", "VPN.CUSTOMER.GATEWAY": "VPN.S2S.CUSTOMER.GATEWAY",
    "VPN.CONNECTION": "VPN.S2S.CONNECTION", "REMOTE.ACCESS.VPN": "VPN.REMOTE.ACCESS",
    "ACCOUNT.TO.PROJECT": "PROJECT.ACCOUNT", "USER.TO.PROJECT": "PROJECT.USER",
    "ACCOUNT.FROM.PROJECT": "PROJECT.ACCOUNT",
    "USER.FROM.PROJECT": "PROJECT.USER", "MANAGEMENT.NETWORK.IP.RANGE": "MANAGEMENT.IP.RANGE",
    "IPV.4.SUBNET.FOR.ZONE": "ZONE.IP4.SUBNET", "IPV.4.SUBNET.FOR.GUEST.NETWORK": "IP4.GUEST.SUBNET",
    "ROUTING.FIREWALL.RULE": "ROUTING.IPV4.FIREWALL.RULE",
    "OBJECT.STORAGE.POOL": "OBJECT.STORE",
}  # fmt: skip
IRREGULAR = {
    "updateConfiguration": "CONFIGURATION.VALUE.EDIT", "resetConfiguration": "CONFIGURATION.VALUE.EDIT",
    "associateIpAddress": "NET.IPASSIGN", "disassociateIpAddress": "NET.IPRELEASE", "updateIpAddress": "NET.IPUPDATE",
    "reserveIpAddress": "NET.IPRESERVE", "releaseIpAddress": "NET.IPRELEASE", "createFirewallRule": "FIREWALL.OPEN",
    "deleteFirewallRule": "FIREWALL.CLOSE", "updateFirewallRule": "FIREWALL.UPDATE",
    "createEgressFirewallRule": "FIREWALL.EGRESS.OPEN", "deleteEgressFirewallRule": "FIREWALL.EGRESS.CLOSE",
    "updateEgressFirewallRule": "FIREWALL.EGRESS.UPDATE", "createPortForwardingRule": "NET.RULEADD",
    "deletePortForwardingRule": "NET.RULEDELETE", "updatePortForwardingRule": "NET.RULEMODIFY",
    "createTags": "CREATE_TAGS", "deleteTags": "DELETE_TAGS", "registerUserKeys": "REGISTER.USER.KEY",
    "deleteUserKeys": "DELETE.USER.KEY", "createSSHKeyPair": "REGISTER.SSH.KEYPAIR",
    "registerSSHKeyPair": "REGISTER.SSH.KEYPAIR", "registerUserData": "REGISTER.USER.DATA",
    "authorizeSecurityGroupIngress": "SG.AUTH.INGRESS", "authorizeSecurityGroupEgress": "SG.AUTH.EGRESS",
    "revokeSecurityGroupIngress": "SG.REVOKE.INGRESS", "revokeSecurityGroupEgress": "SG.REVOKE.EGRESS",
    "assignToLoadBalancerRule": "LB.ASSIGN.TO.RULE", "removeFromLoadBalancerRule": "LB.REMOVE.FROM.RULE",
    "prepareHostForMaintenance": "MAINT.PREPARE", "cancelHostMaintenance": "MAINT.CANCEL",
    "enableStorageMaintenance": "MAINT.PREPARE.PS", "cancelStorageMaintenance": "MAINT.CANCEL.PS",
    "updateStoragePool": "UPDATE.PS", "reconnectHost": "HOST.RECONNECT", "scaleVirtualMachine": "VM.UPGRADE",
    "changeServiceForVirtualMachine": "VM.UPGRADE", "resetPasswordForVirtualMachine": "VM.RESETPASSWORD",
    "resetSSHKeyForVirtualMachine": "VM.RESETSSHKEY", "revertToVMSnapshot": "VMSNAPSHOT.REVERTTO",
    "addNicToVirtualMachine": "NIC.CREATE", "removeNicFromVirtualMachine": "NIC.DELETE",
    "updateDefaultNicForVirtualMachine": "NIC.UPDATE", "addIpToNic": "NIC.SECONDARY.IP.ASSIGN",
    "removeIpFromNic": "NIC.SECONDARY.IP.UNASSIGN", "updateResourceLimit": "RESOURCE.LIMIT.UPDATE",
    "dedicateGuestVlanRange": "GUESTVLANRANGE.DEDICATE", "releaseDedicatedGuestVlanRange": "GUESTVLANRANGE.RELEASE",
    "generateClusterDrsPlan": "CLUSTER.DRS.GENERATE", "generateAlert": "ALERT.GENERATE",
    "addAnnotation": "ANNOTATION.CREATE", "replaceNetworkACLList": "NETWORK.ACL.REPLACE",
    "configureOutOfBandManagement": "HOST.OOBM.CONFIGURE", "configureHAForHost": "HA.RESOURCE.CONFIGURE",
    **{f"dedicate{place}": "DEDICATE.RESOURCE" for place in ("Zone", "Pod", "Cluster", "Host")},
    **{f"releaseDedicated{place}": "DEDICATE.RESOURCE.RELEASE" for place in ("Zone", "Pod", "Cluster", "Host")},
}  # fmt: skip


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(entry["name"] for entry in static_answers()["listEventTypes"]["eventtype"])


def split(command: str) -> tuple[str, str]:
    """A command's verb and what it is done to: (`delete`, `Role`)."""
    verb = re.match(r"[a-z]+", command)
    assert verb is not None
    return verb[0], command[verb.end() :]


@lru_cache(maxsize=2000)
def type_of(command: str) -> str | None:
    """The type of the events of a command, or None for one that leaves none."""
    if command in IRREGULAR:
        return IRREGULAR[command]
    if not is_write(command):
        return None
    verb, noun = split(command)
    dotted = ".".join(word.upper() for word in _WORDS.findall(noun))
    for ending in VERBS.get(verb, (verb.upper(),)):
        for name in (f"{NOUNS.get(dotted, dotted)}.{ending}", f"{dotted}.{ending}"):
            if name in _known():
                return name
    return None


def _doing(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if verb.endswith(("op", "set")) else f"{verb}ing"


def _described(command: Command, resource_id: str | None, state: str, failed: bool) -> str:
    verb, noun = split(command.name)
    work = f"{_doing(verb)} {noun}"
    whose = f". {noun} ID: {resource_id}" if resource_id else ""
    if state == CREATED:
        return f"Successfully created entity for {work}"
    if state == SCHEDULED:
        return f"{work}{whose}"
    return f"Error while {work}" if failed else f"Successfully completed {work}{whose}"


def note(
    store: Store,
    now: float,
    command: Command,
    caller: Caller,
    resource_id: str | None,
    state: str = COMPLETED,
    failed: bool = False,
    parent: str | None = None,
) -> Record | None:
    """Keep an event of a command, or nothing when the command leaves none; the oldest are forgotten.

    resource_id: what it was done to; state: how far it is; parent: the id of the event with which it began.
    """
    kind = type_of(command.name)
    if kind is None:
        return None
    event = {
        "username": caller.user["username"],
        "type": kind,
        "level": "ERROR" if failed else "INFO",
        "description": _described(command, resource_id, state, failed),
        "account": caller.account["name"],
        "domainid": caller.domain["id"],
        "domain": caller.domain["name"],
        "domainpath": caller.domain["path"],
        **compact(resourceid=resource_id, resourcetype=command.instance_type or split(command.name)[1] or None),
        "created": date(now),
        "state": state,
        **compact(parentid=parent),
        "_archived": False,
    }
    if store.count(KIND) >= KEPT + SLACK:
        for old in store.all(KIND)[:SLACK]:
            store.remove(KIND, old["id"])
    return store.add(KIND, event)


def resource_of(params: dict[str, Any], content: Any) -> str | None:
    """The id of what a synchronous command made or changed."""
    if isinstance(params.get("id"), str):
        return params["id"]
    made = next(iter(content.values()), None) if isinstance(content, dict) else None
    return made.get("id") if isinstance(made, dict) and isinstance(made.get("id"), str) else None
