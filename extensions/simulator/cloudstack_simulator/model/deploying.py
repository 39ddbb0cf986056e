"""What deployVirtualMachine checks and derives before it makes an instance."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

from .. import errors
from ..context import Context, Owner
from ..shape import as_dict
from ..store import Record
from . import images, networks, offerings, owners, securitygroups

HOST_NAME = re.compile(r"^[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$")
MIB = 1024**2


def check_host_name(name: str) -> None:
    """Refuse a name that cannot be a host name: letters, digits and hyphens, at most 63, a letter first."""
    if not HOST_NAME.match(name):
        raise errors.invalid(
            f"Invalid name {name}: an instance's name is a host name, up to 63 letters, digits and hyphens that "
            "begins with a letter and does not end with a hyphen"
        )


def refuse_taken(ctx: Context, name: str, used: list[Record], but: Record | None = None) -> None:
    """Refuse a host name that another instance in one of the networks has."""
    for network in used:
        for nic in ctx.store.where("nic", networkid=network["id"]):
            instance = ctx.store.need("virtualmachine", nic["virtualmachineid"])
            if instance is not but and instance["name"].lower() == name.lower():
                raise errors.invalid(
                    f"The vm with hostName {name} already exists in the network domain: "
                    f"{network.get('networkdomain')}; network={network['name']}"
                )


def image_of(ctx: Context, zone: Record) -> Record:
    """The template or ISO to deploy from; of a volume or snapshot that is deployed from, the one it was made of."""
    disk = source_of(ctx)
    named = ctx.get("templateid") or (disk or {}).get("templateid")
    if named is None:
        raise errors.invalid("templateid must be given")
    image = ctx.store.get("template", named) or ctx.store.get("iso", named)
    if image is None:
        raise errors.bad_value(ctx.command.word, "templateid", named)
    if image.get("templatetype") == "SYSTEM":
        raise errors.invalid(
            f'Unable to use system template Template {{"format":"{image["format"]}","id":{image["_number"]},'
            f'"name":"{image["name"]}","uniqueName":"{image.get("_uniquename", "simulator-domR")}",'
            f'"uuid":"{image["id"]}"}} to deploy a user vm'
        )
    if not images.in_zone(ctx.store, image, zone["id"]):
        raise errors.invalid(f"The template {image['name']} is not in the zone {zone['name']}")
    if image["format"] == "ISO" and "hypervisor" not in ctx.params:
        raise errors.invalid("hypervisor must be given to deploy from an ISO")
    held = image.get("hypervisor")
    if held and ctx.get("hypervisor", held).lower() != held.lower():
        raise errors.invalid(
            "Hypervisor passed to the deployVm call, is different from the hypervisor type of the template"
        )
    return image


def source_of(ctx: Context) -> Record | None:
    """The root disk that an instance is deployed from: a volume of no instance, or the volume of a snapshot."""
    volume = ctx.maybe("volume", "volumeid")
    if volume is not None and volume.get("virtualmachineid"):
        raise errors.invalid(f"The volume {volume['name']} is attached to an instance")
    snapshot = ctx.maybe("snapshot", "snapshotid")
    if snapshot is not None:
        return ctx.store.get("volume", snapshot["volumeid"])
    return volume


def _requested(ctx: Context) -> list[dict[str, Any]]:
    """The networks asked for, each with what was asked of its NIC."""
    wanted = []
    for entry in ctx.get("iptonetworklist", ()):
        network = ctx.store.get("network", entry.get("networkid"))
        if network is None:
            raise errors.invalid(f"Unable to find the network {entry.get('networkid')} of iptonetworklist")
        nic = {"ipaddress": entry.get("ip"), "ip6address": entry.get("ipv6"), "macaddress": entry.get("mac")}
        wanted.append({"network": network, **nic})
    if wanted:
        return wanted
    wanted = [{"network": network} for network in ctx.records("network", "networkids")]
    for name in ("ipaddress", "ip6address", "macaddress"):
        if name in ctx.params and wanted:
            wanted[0][name] = ctx.params[name]
    return wanted


def networks_of(ctx: Context, zone: Record, owner: Owner) -> list[dict[str, Any]]:
    """The networks of the new instance, each a dict with `network` and what its NIC shall have.

    Without any asked for: the zone's security group network or the owner's only isolated one; [] when there is none.
    """
    wanted = _requested(ctx)
    for entry in wanted:
        network = entry["network"]
        if network["zoneid"] != zone["id"]:
            raise errors.invalid(f"The network {network['name']} is not in the zone {zone['name']}")
        if not networks.usable_by(ctx.store, network, owner.account):
            raise errors.ApiError(
                errors.ACCOUNT, f"The account {owner.account['name']} may not use the network {network['name']}"
            )
    if wanted:
        return wanted
    default = _default_network(ctx, zone, owner)
    return [{"network": default, **ctx.given("ipaddress", "ip6address", "macaddress")}] if default else []


def _default_network(ctx: Context, zone: Record, owner: Owner) -> Record | None:
    here = [n for n in networks.guest_networks(ctx.store) if n["zoneid"] == zone["id"]]
    if zone["securitygroupsenabled"]:
        for network in here:
            if offerings.has(networks.offering_of(ctx.store, network), "SecurityGroup"):
                return network
    own = [
        network
        for network in here
        if network["type"] == "Isolated"
        and network["_accountid"] == owner.account["id"]
        and not network.get("vpcid")
        and offerings.has(networks.offering_of(ctx.store, network), "SourceNat")
    ]
    if len(own) > 1:
        raise errors.invalid(
            "More than 1 default Isolated networks are found for Account Account "
            f'[{{"accountName":"{owner.account["name"]}","id":{owner.account["_number"]},'
            f'"uuid":"{owner.account["id"]}"}}]; please specify networkIds'
        )
    return own[0] if own else None


def size_of(ctx: Context, offering: Record) -> dict[str, int]:
    """CPU number, CPU speed (MHz) and memory (MB); a custom offering takes them from the details."""
    details = {name.lower(): value for name, value in as_dict(ctx.get("details")).items()}
    size = {}
    for name in ("cpunumber", "cpuspeed", "memory"):
        value = offering.get(name)
        if value is None:
            if not str(details.get(name, "")).isdigit():
                raise errors.invalid(f"The custom offering {offering['name']} needs {name} in the details")
            value = int(details[name])
        size[name] = value
    return size


def user_data(ctx: Context, owner: Owner) -> dict[str, Any]:
    """The user data: given as base64, or registered under an id."""
    if "userdata" in ctx.params and "userdataid" in ctx.params:
        raise errors.invalid("userdata and userdataid exclude each other")
    fields: dict[str, Any] = {}
    if ctx.get("userdata"):
        try:
            base64.b64decode(ctx.params["userdata"], validate=True)
        except (binascii.Error, ValueError):
            raise errors.invalid("User data needs to be base64 encoded") from None
        fields["_userdata"] = ctx.params["userdata"]
    kept = ctx.maybe("userdata", "userdataid")
    if kept:
        if kept["_accountid"] != owner.account["id"]:
            raise errors.invalid(f"The user data {kept['name']} belongs to another account")
        fields.update(userdataid=kept["id"], _userdata=kept["userdata"])
    if "userdatadetails" in ctx.params:
        fields["_userdatadetails"] = as_dict(ctx.params["userdatadetails"])
    return fields


def key_pairs(ctx: Context, owner: Owner) -> list[Record]:
    """The key pairs named by `keypair` and `keypairs`."""
    names = [*ctx.get("keypairs", ()), *([ctx.params["keypair"]] if ctx.get("keypair") else [])]
    held = {pair["name"]: pair for pair in owners.owned_by(ctx, "sshkeypair", owner)}
    if any(name not in held for name in names):
        raise errors.invalid("Not all specified keypairs exist")
    return [held[name] for name in dict.fromkeys(names)]


def key_details(pairs: list[Record]) -> dict[str, str]:
    """The details by which an instance keeps its public keys."""
    if not pairs:
        return {}
    return {
        "SSH.PublicKey": "".join(pair["_publickey"] for pair in pairs),
        "SSH.KeyPairNames": ",".join(pair["name"] for pair in pairs),
    }


def named_or_ids(ctx: Context, kind: str, owner: Owner, ids: str, names: str) -> list[Record]:
    """Records given by a list of ids or by a list of names of the owner's; ApiError for one that is not there."""
    if ctx.get(ids) and ctx.get(names):
        raise errors.invalid(f"{ids} and {names} exclude each other")
    found = ctx.records(kind, ids)
    held = {record["name"]: record for record in owners.owned_by(ctx, kind, owner)}
    for name in ctx.get(names, ()):
        if name not in held:
            raise errors.invalid(f"Unable to find {kind} {name} of the account {owner.account['name']}")
        found.append(held[name])
    return found


def security_groups(ctx: Context, owner: Owner, used: list[Record]) -> list[str]:
    """The ids of the instance's security groups: none outside networks with security groups, else at least one."""
    grouped = any(offerings.has(networks.offering_of(ctx.store, network), "SecurityGroup") for network in used)
    if not grouped:
        if ctx.get("securitygroupids") or ctx.get("securitygroupnames"):
            raise errors.invalid("The instance's networks have no security groups")
        return []
    default = securitygroups.default_of(ctx.store, owner.account)
    groups = named_or_ids(ctx, securitygroups.KIND, owner, "securitygroupids", "securitygroupnames")
    return [group["id"] for group in groups or [default]]
