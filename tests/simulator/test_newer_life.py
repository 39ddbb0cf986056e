"""How the newer areas behave: what they refuse, what they remember, and what goes with what."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest
from places import Site, shows

ROUTED = {
    "name": "routed", "displaytext": "r", "guestiptype": "Isolated", "traffictype": "GUEST", "networkmode": "ROUTED",
    "routingmode": "Static", "supportedservices": "Dhcp,Dns,UserData,Firewall",
    **{f"serviceproviderlist[{number}].{field}": value
       for number, service in enumerate(("Dhcp", "Dns", "UserData", "Firewall"))
       for field, value in (("service", service), ("provider", "VirtualRouter"))},
}  # fmt: skip


@pytest.fixture
def site() -> Site:
    return Site()


def backed_up(site: Site) -> tuple[str, str]:
    """An instance with a backup offering: the ids of both."""
    instance = site.instance(site.network())["id"]
    offering = site.ok("importBackupOffering", name="gold", description="d", externalid="gold-policy",
                       zoneid=site.zone, allowuserdrivenbackups="true")["backupoffering"]["id"]  # fmt: skip
    site.ok("assignVirtualMachineToBackupOffering", virtualmachineid=instance, backupofferingid=offering)
    return instance, offering


def test_backups_need_an_offering_and_restoring_a_stopped_instance(site: Site) -> None:
    plain = site.instance(site.network("plain"), "plain")["id"]
    assert "not assigned" in site.no("createBackup", virtualmachineid=plain)
    instance, offering = backed_up(site)
    shows(site.one("listVirtualMachines", id=instance), backupofferingid=offering, backupofferingname="gold")
    site.ok("createBackup", virtualmachineid=instance, name="b")
    backup = site.one("listBackups", virtualmachineid=instance)
    shows(backup, name="b", status="BackedUp", size=2147483648)
    assert "should be stopped" in site.no("restoreBackup", id=backup["id"])
    site.ok("stopVirtualMachine", id=instance)
    site.ok("restoreBackup", id=backup["id"])


def test_a_backup_offering_in_use_stays(site: Site) -> None:
    instance, offering = backed_up(site)
    assert "assigned to Instances" in site.no("deleteBackupOffering", id=offering)
    site.ok("createBackup", virtualmachineid=instance)
    assert "forced" in site.no("removeVirtualMachineFromBackupOffering", virtualmachineid=instance)
    site.ok("removeVirtualMachineFromBackupOffering", virtualmachineid=instance, forced="true")
    assert site.none("listBackups", virtualmachineid=instance)
    site.ok("deleteBackupOffering", id=offering)
    assert "does not exist on the backup provider" in site.no(
        "importBackupOffering", name="x", description="d", externalid="no-policy", zoneid=site.zone,
        allowuserdrivenbackups="true")  # fmt: skip


def test_one_backup_schedule_an_interval(site: Site) -> None:
    instance, _ = backed_up(site)
    for schedule in ("00:02", "00:03"):
        site.ok("createBackupSchedule", virtualmachineid=instance, intervaltype="daily", schedule=schedule,
                timezone="UTC")  # fmt: skip
    shows(site.one("listBackupSchedule", virtualmachineid=instance), schedule="00:03", intervaltype="DAILY")
    site.ok("destroyVirtualMachine", id=instance, expunge="true")
    assert site.none("listBackupSchedule")


def test_a_kubernetes_version_has_an_iso(site: Site) -> None:
    given = {"zoneid": site.zone, "url": "http://192.0.2.8/k.iso", "mincpunumber": "2", "minmemory": "2048"}
    version = site.ok("addKubernetesSupportedVersion", semanticversion="1.33.1", **given)["kubernetessupportedversion"]
    shows(version, name="v1.33.1", state="Enabled", supportsha=True)
    assert site.simulator.store.get("iso", version["isoid"])
    assert "MAJOR.MINOR.PATCH" in site.no("addKubernetesSupportedVersion", semanticversion="1.33", **given)
    assert "too old" in site.no("addKubernetesSupportedVersion", semanticversion="1.2.3", **given)
    assert site.none("listKubernetesSupportedVersions", minimumsemanticversion="1.34.0")
    site.ok("deleteKubernetesSupportedVersion", id=version["id"])
    assert site.simulator.store.get("iso", version["isoid"]) is None


def scaling(site: Site) -> dict[str, str]:
    """The ids of a rule, a policy up, one down, and a profile."""
    network = site.network()
    site.instance(network)
    address = site.address(network)
    rule = site.ok("createLoadBalancerRule", name="lb", publicipid=address["id"], publicport="80", privateport="80",
                   algorithm="roundrobin")["loadbalancer"]["id"]  # fmt: skip
    counter = site.ok("listCounters", provider="VirtualRouter")["counter"][0]["id"]
    policies = {}
    for action, operator in (("ScaleUp", "GT"), ("ScaleDown", "LT")):
        condition = site.ok("createCondition", counterid=counter, relationaloperator=operator, threshold="50")
        policies[action] = site.ok("createAutoScalePolicy", action=action, duration="60",
                                   conditionids=condition["condition"]["id"])["autoscalepolicy"]["id"]  # fmt: skip
    profile = site.ok("createAutoScaleVmProfile", zoneid=site.zone, serviceofferingid=site.service(),
                      templateid=site.template())["autoscalevmprofile"]["id"]  # fmt: skip
    return {"lbruleid": rule, "scaleuppolicyids": policies["ScaleUp"], "scaledownpolicyids": policies["ScaleDown"],
            "vmprofileid": profile}  # fmt: skip


def test_a_scaling_group_is_changed_when_it_is_disabled(site: Site) -> None:
    parts = scaling(site)
    assert "greater than" in site.no("createAutoScaleVmGroup", **parts, minmembers="3", maxmembers="1")
    swapped = {**parts, "scaleuppolicyids": parts["scaledownpolicyids"]}
    assert "SCALEDOWN" in site.no("createAutoScaleVmGroup", **swapped, minmembers="1", maxmembers="1")
    group = site.ok("createAutoScaleVmGroup", **parts, minmembers="1", maxmembers="2")["autoscalevmgroup"]["id"]
    assert "already" in site.no("createAutoScaleVmGroup", **parts, minmembers="1", maxmembers="2")
    assert "disabled" in site.no("updateAutoScaleVmGroup", id=group, maxmembers="5")
    site.ok("disableAutoScaleVmGroup", id=group)
    site.ok("updateAutoScaleVmGroup", id=group, maxmembers="5")
    shows(site.one("listAutoScaleVmGroups"), maxmembers=5, state="DISABLED")


def test_what_a_scaling_group_needs_stays_until_it_goes(site: Site) -> None:
    parts = scaling(site)
    group = site.ok("createAutoScaleVmGroup", **parts, minmembers="1", maxmembers="2")["autoscalevmgroup"]["id"]
    refused = site.simulator.request("deleteAutoScalePolicy", id=parts["scaleuppolicyids"])[1]
    job = next(iter(refused.values()))["jobid"]
    assert site.ok("queryAsyncJobResult", jobid=job)["jobresult"]["errorcode"] == 536
    site.ok("deleteAutoScaleVmGroup", id=group)
    site.ok("deleteAutoScalePolicy", id=parts["scaleuppolicyids"])
    site.ok("deleteAutoScaleVmProfile", id=parts["vmprofileid"])


def test_a_scaling_group_goes_with_its_rule(site: Site) -> None:
    parts = scaling(site)
    site.ok("createAutoScaleVmGroup", **parts, minmembers="1", maxmembers="2")
    site.ok("deleteLoadBalancerRule", id=parts["lbruleid"])
    assert site.none("listAutoScaleVmGroups")


def routed_network(site: Site, name: str, size: str = "26") -> dict[str, Any]:
    if site.none("listNetworkOfferings", name="routed"):
        offering = site.ok("createNetworkOffering", **ROUTED)["networkoffering"]["id"]
        site.ok("updateNetworkOffering", id=offering, state="Enabled")
    return site.network(name, "routed", cidrsize=size)


def test_routed_networks_share_out_the_zones_subnets(site: Site) -> None:
    subnet = site.ok("createIpv4SubnetForZone", zoneid=site.zone, subnet="172.31.0.0/25")["zoneipv4subnet"]["id"]
    assert "overlap" in site.no("createIpv4SubnetForZone", zoneid=site.zone, subnet="172.31.0.64/26")
    first, second = routed_network(site, "one"), routed_network(site, "two")
    shows(first, cidr="172.31.0.0/26", gateway="172.31.0.1", ip4routing="Static")
    shows(second, cidr="172.31.0.64/26", gateway="172.31.0.65")
    refused = site.simulator.request("createNetwork", name="three", zoneid=site.zone, cidrsize="26",
                                     networkofferingid=site.offering("routed"))  # fmt: skip
    assert refused[0] == 530
    assert "assigned to guest networks" in site.no("deleteIpv4SubnetForZone", id=subnet)
    site.ok("deleteNetwork", id=first["id"])
    shows(routed_network(site, "again"), cidr="172.31.0.0/26")


def test_routing_rules_are_for_routed_networks(site: Site) -> None:
    rule = {"protocol": "tcp", "startport": "22", "endport": "22"}
    assert "routed networks only" in site.no("createRoutingFirewallRule", networkid=site.network()["id"], **rule)
    site.ok("createIpv4SubnetForZone", zoneid=site.zone, subnet="172.31.0.0/25")
    network = routed_network(site, "one")["id"]
    made = site.ok("createRoutingFirewallRule", networkid=network, **rule)["firewallrule"]
    shows(made, state="Active", cidrlist="0.0.0.0/0", traffictype="Ingress")
    site.ok("deleteNetwork", id=network)
    assert site.none("listRoutingFirewallRules")


def test_ipv6_rules_are_for_networks_with_both_protocols(site: Site) -> None:
    rule = {"protocol": "tcp", "startport": "22", "endport": "22"}
    assert "no IPv6 firewall" in site.no("createIpv6FirewallRule", networkid=site.network()["id"], **rule)
    routed = {key: value for key, value in ROUTED.items() if key not in ("networkmode", "routingmode")}
    made = site.ok("createNetworkOffering", **{**routed, "name": "both", "internetprotocol": "DualStack"})
    site.ok("updateNetworkOffering", id=made["networkoffering"]["id"], state="Enabled")
    network = site.network("both", "both")["id"]
    assert "Invalid source IPv6 CIDR: 192.0.2.0/24" in site.no(
        "createIpv6FirewallRule", networkid=network, cidrlist="192.0.2.0/24", **rule
    )
    made = site.ok("createIpv6FirewallRule", networkid=network, **rule)["firewallrule"]
    shows(made, state="Active", cidrlist="::/0", destcidrlist="::/0", traffictype="Ingress")
    site.ok(
        "createTags", resourceids=made["id"], resourcetype="FirewallRule", **{"tags[0].key": "a", "tags[0].value": "b"}
    )
    assert site.none("listRoutingFirewallRules")
    site.ok("deleteNetwork", id=network)
    assert site.none("listIpv6FirewallRules")


def test_a_remote_access_vpn_is_on_a_source_nat_address_and_goes_with_it(site: Site) -> None:
    network = site.network()
    instance = site.instance(network)
    source = site.one("listPublicIpAddresses", associatednetworkid=network["id"], issourcenat="true")
    other = site.address(network)
    assert "source NAT" in site.no("createRemoteAccessVpn", publicipid=other["id"])
    vpn = site.ok("createRemoteAccessVpn", publicipid=source["id"])["remoteaccessvpn"]
    shows(vpn, state="Running", publicip=source["ipaddress"], iprange="10.1.2.2-10.1.2.8")
    assert "already" in site.no("createRemoteAccessVpn", publicipid=source["id"])
    site.ok("destroyVirtualMachine", id=instance["id"], expunge="true")
    site.ok("deleteNetwork", id=network["id"])
    assert site.none("listRemoteAccessVpns", listall="true")


def test_vpn_users_are_an_accounts(site: Site) -> None:
    site.ok("addVpnUser", username="u", password="-")
    assert "already added" in site.no("addVpnUser", username="u", password="-")
    assert "password" not in str(site.one("listVpnUsers"))
    site.ok("removeVpnUser", username="u")
    assert "not in VPN access list" in site.no("removeVpnUser", username="u")


def test_gpus_are_found_when_a_host_connects_again(site: Site) -> None:
    assert site.none("listGpuCards")
    host = site.ok("listHosts", type="Routing")["host"][0]
    assert "gputotal" not in host
    site.ok("reconnectHost", id=host["id"])
    shows(site.one("listHosts", id=host["id"]), gputotal=20, gpuused=0)
    shows(site.one("listZones"), gputotal=20)
    cards = site.ok("listGpuCards")["gpucard"]
    assert "in use" in site.no("deleteGpuCard", id=cards[0]["id"])
    own = site.ok("createGpuCard", deviceid="1", devicename="d", name="n", vendorid="2", vendorname="v")["gpucard"]
    assert "already" in site.no("createVgpuProfile", name="passthrough", gpucardid=own["id"])
    site.ok("deleteGpuCard", id=own["id"])
    assert {p["gpucardid"] for p in site.ok("listVgpuProfiles")["vgpuprofile"]} == {card["id"] for card in cards}


def test_a_key_goes_to_its_next_version(site: Site) -> None:
    store = site.ok("createHSMProfile", name="h", protocol="database")["hsmprofile"]["id"]
    key = site.ok("createKMSKey", name="k", zoneid=site.zone, hsmprofileid=store)["kmskey"]
    shows(key, version=1, keybits=256)
    shows(site.ok("rotateKMSKey", id=key["id"], keybits="128")["kmskey"], version=2, keybits=128)
    assert "holds keys" in site.no("deleteHSMProfile", id=store)
    site.ok("deleteKMSKey", id=key["id"])
    site.ok("deleteHSMProfile", id=store)


def test_extensions_of_the_server_stay(site: Site) -> None:
    assert {e["name"] for e in site.ok("listExtensions")["extension"]} == {"MaaS", "HyperV", "Proxmox"}
    made = site.ok("createExtension", name="mine", type="Orchestrator", path="run.sh")["extension"]
    assert made["path"].endswith("/mine/run.sh")
    assert "already exists" in site.no("createExtension", name="mine", type="Orchestrator")
    maas = site.one("listExtensions", name="MaaS")["id"]
    assert "System extension" in site.no("deleteExtension", id=maas)
    site.ok("deleteExtension", id=made["id"])


def test_details_of_resources(site: Site) -> None:
    instance = site.instance(site.network())["id"]
    detail = {"details[0].key": "a", "details[0].value": "b"}
    site.ok("addResourceDetail", resourceid=instance, resourcetype="UserVm", **detail)
    shows(site.one("listVirtualMachines", id=instance)["details"], a="b")
    assert "Insufficient parameters" in site.no("listResourceDetails", resourcetype="UserVm")
    shows(site.one("listResourceDetails", resourcetype="UserVm", key="a", value="b"), resourceid=instance)
    site.ok("removeResourceDetail", resourceid=instance, resourcetype="UserVm", key="a")
    assert site.none("listResourceDetails", resourcetype="UserVm", key="a", value="b")


def test_network_permissions(site: Site) -> None:
    network = site.network()["id"]
    made = site.ok("createAccount", username="u", password="-", firstname="f", lastname="l", email="u@example.com",
                   accounttype="0")["account"]  # fmt: skip
    site.ok("createNetworkPermissions", networkid=network, accountids=made["id"])
    shows(site.one("listNetworkPermissions", networkid=network), account=made["name"])
    site.ok("resetNetworkPermissions", networkid=network)
    assert site.none("listNetworkPermissions", networkid=network)


def test_an_instance_goes_to_another_owner(site: Site) -> None:
    instance = site.instance(site.network())["id"]
    made = site.ok("createAccount", username="u", password="-", firstname="f", lastname="l", email="u@example.com",
                   accounttype="0")["account"]  # fmt: skip
    whose = {"account": made["name"], "domainid": made["domainid"]}
    target = site.network("theirs", **whose)["id"]
    given = {"virtualmachineid": instance, **whose, "networkids": target}
    assert "Failed to move" in site.no("assignVirtualMachine", **given)
    site.ok("stopVirtualMachine", id=instance)
    moved = site.ok("assignVirtualMachine", **given)["virtualmachine"]
    shows(moved, account=made["name"])
    assert [nic["networkid"] for nic in moved["nic"]] == [target]
    shows(site.one("listVolumes", virtualmachineid=instance, listall="true"), account=made["name"])


def test_certificates_have_the_fingerprint_of_their_content(site: Site) -> None:
    raw = b"not really a certificate"
    pem = f"-----BEGIN CERTIFICATE-----\n{base64.b64encode(raw).decode()}\n-----END CERTIFICATE-----\n"
    made = site.ok("uploadSslCert", name="c", certificate=pem, privatekey="-")["sslcert"]
    assert made["fingerprint"].replace(":", "").lower() == hashlib.sha256(raw).hexdigest()
    assert "privatekey" not in made
    assert "Expected X509" in site.no("uploadSslCert", name="d", certificate="nonsense", privatekey="-")
    assert site.one("listSslCerts") == made
    site.ok("deleteSslCert", id=made["id"])


def test_a_vpc_takes_its_private_gateways_and_connections_along(site: Site) -> None:
    offering = site.one("listVPCOfferings", name="Default VPC offering")["id"]
    vpc = site.ok("createVPC", name="v", displaytext="v", cidr="10.8.0.0/16", zoneid=site.zone,
                  vpcofferingid=offering)["vpc"]["id"]  # fmt: skip
    inner = {"vpcid": vpc, "gateway": "10.11.11.1", "netmask": "255.255.255.0"}
    assert "not an address" in site.no("createPrivateGateway", **inner, vlan="900", ipaddress="10.12.0.1")
    shows(site.ok("createPrivateGateway", **inner, vlan="900", ipaddress="10.11.11.2")["privategateway"],
          state="Ready", vlan="vlan://900", aclname="default_deny")  # fmt: skip
    gateway = site.ok("createVpnGateway", vpcid=vpc)["vpngateway"]["id"]
    far = site.ok("createVpnCustomerGateway", gateway="192.0.2.9", cidrlist="192.0.2.128/25", ipsecpsk="-",
                  ikepolicy="aes256-sha1", esppolicy="aes256-sha1")["vpncustomergateway"]["id"]  # fmt: skip
    both = {"s2svpngatewayid": gateway, "s2scustomergatewayid": far}
    shows(site.ok("createVpnConnection", **both)["vpnconnection"], state="Connecting", gateway="192.0.2.9")
    assert "already existed" in site.no("createVpnConnection", **both)
    site.ok("deleteVpnGateway", id=gateway)
    assert site.none("listVpnConnections", vpcid=vpc)
    site.ok("deleteVPC", id=vpc)
    assert site.none("listPrivateGateways")
