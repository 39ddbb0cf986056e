"""How what an administrator settles behaves: categories, capabilities, selectors, power, system VMs, servers."""

from __future__ import annotations

import pytest
from places import Site, shows


@pytest.fixture
def site() -> Site:
    return Site()


def test_a_category_with_systems_stays(site: Site) -> None:
    category = site.ok("addOsCategory", name="Appliances", isfeatured="true")["oscategory"]
    assert "already exists" in site.no("addOsCategory", name="Appliances")
    system = site.ok("addGuestOs", oscategoryid=category["id"], osdisplayname="Appliance 1", forDisplay="false")
    shows(site.one("listOsTypes", id=system["guestos"]["id"]), oscategoryname="Appliances", fordisplay=False)
    assert "guest OSes belong to it" in site.no("deleteOsCategory", id=category["id"])
    site.ok("updateOsCategory", id=category["id"], name="Boxes")
    assert site.one("listOsTypes", oscategoryid=category["id"])["oscategoryname"] == "Boxes"
    site.ok("removeGuestOs", id=system["guestos"]["id"])
    site.ok("deleteOsCategory", id=category["id"])
    assert site.none("listOsCategories", name="Boxes")


def test_capabilities_are_named_by_id_or_version(site: Site) -> None:
    held = site.one("listHypervisorCapabilities", id="1")
    shows(site.ok("updateHypervisorCapabilities", id="1", maxguestslimit="77")["hypervisorCapabilities"],
          maxguestslimit=77, hypervisor=held["hypervisor"])  # fmt: skip
    site.ok("updateHypervisorCapabilities", hypervisor=held["hypervisor"],
            hypervisorversion=held["hypervisorversion"], vmsnapshotenabled="false")  # fmt: skip
    shows(site.one("listHypervisorCapabilities", id="1"), maxguestslimit=77, vmsnapshotenabled=False)
    assert "Unable to find" in site.no("updateHypervisorCapabilities", hypervisor="KVM", hypervisorversion="none")


def test_selectors_need_scripts_and_stand_once_a_type(site: Site) -> None:
    rule = {"zoneid": site.zone, "name": "s", "description": "d", "type": "TEMPLATE", "heuristicrule": "'x'"}
    assert "JavaScript interpretation is disabled" in site.no("createSecondaryStorageSelector", **rule)
    site.ok("updateConfiguration", name="js.interpretation.enabled", value="true")
    made = site.ok("createSecondaryStorageSelector", **rule)["heuristic"]
    assert "already" in site.no("createSecondaryStorageSelector", **rule)
    site.ok("updateSecondaryStorageSelector", id=made["id"], heuristicrule="'y'")
    assert site.one("listSecondaryStorageSelectors", zoneid=site.zone)["heuristicrule"] == "'y'"
    site.ok("removeSecondaryStorageSelector", id=made["id"])
    assert site.none("listSecondaryStorageSelectors", zoneid=site.zone)
    assert site.one("listSecondaryStorageSelectors", zoneid=site.zone, showremoved="true")["id"] == made["id"]


def test_power_is_switched_where_a_documented_host_answers(site: Site) -> None:
    host = site.ok("listHosts", type="Routing")["host"][0]["id"]
    whole = {"driver": "ipmitool", "port": "623", "username": "u", "password": "p"}
    site.ok("configureOutOfBandManagement", hostid=host, address="192.0.2.31", **whole)
    site.ok("enableOutOfBandManagementForHost", hostid=host)
    site.ok("issueOutOfBandManagementPowerAction", hostid=host, action="OFF")
    assert site.one("listHosts", id=host)["outofbandmanagement"]["powerstate"] == "Off"
    assert "Invalid" in site.no("issueOutOfBandManagementPowerAction", hostid=host, action="JUMP")
    site.ok("configureOutOfBandManagement", hostid=host, address="10.0.0.9", **whole)
    assert "nothing answers" in site.no("issueOutOfBandManagementPowerAction", hostid=host, action="ON")


def test_system_vms_are_moved_while_they_run_and_scaled_while_they_do_not(site: Site) -> None:
    machine = site.one("listSystemVms", systemvmtype="consoleproxy")
    assert "another host" in site.no("migrateSystemVm", virtualmachineid=machine["id"], hostid=machine["hostid"])
    kind = {"name": "Proxy 2", "issystem": True, "systemvmtype": "consoleproxy", "state": "Active"}
    offering = site.simulator.store.add("serviceoffering", kind)["id"]
    assert "must be stopped" in site.no("scaleSystemVm", id=machine["id"], serviceofferingid=offering)
    site.ok("stopSystemVm", id=machine["id"])
    assert "running system VM" in site.no("migrateSystemVm", virtualmachineid=machine["id"], hostid=machine["hostid"])
    site.ok("scaleSystemVm", id=machine["id"], serviceofferingid=offering)


def test_a_management_server_is_led_to_its_end_in_order(site: Site) -> None:
    server = site.one("listManagementServers")["id"]
    assert "less than 2" in site.no("prepareForMaintenance", managementserverid=server)
    assert "not ReadyToShutDown" in site.no("cancelShutdown", managementserverid=server)
    site.ok("prepareForShutdown", managementserverid=server)
    told = site.ok("readyForShutdown", managementserverid=server)["managementserver"]
    shows(told, readyforshutdown=True, shutdowntriggered=True, state="ReadyToShutDown")
    site.ok("cancelShutdown", managementserverid=server)
    assert "only one that is Down" in site.no("removeManagementServer", id=server)


def test_webhooks_are_their_owners(site: Site) -> None:
    hook = {"name": "audit", "payloadurl": "https://audit.example.com/events"}
    made = site.ok("createWebhook", **hook)["webhook"]
    shows(made, scope="Local", state="Enabled", sslverification=True, account="admin")
    assert "secretkey" not in made
    assert "exists already" in site.no("createWebhook", **hook)
    assert "Illegal host" in site.no("createWebhook", name="here", payloadurl="http://127.0.0.1:9/x")
    assert "Invalid scope" in site.no("updateWebhook", id=made["id"], scope="Everything")
    site.ok("updateWebhook", id=made["id"], scope="global", state="disabled")
    shows(site.one("listWebhooks", state="Disabled"), scope="Global")
    site.ok("deleteWebhook", id=made["id"])
    assert site.none("listWebhooks")


def test_a_directory_is_known_when_it_answers(site: Site) -> None:
    assert "Unable to bind" in site.no("addLdapConfiguration", hostname="127.0.0.1", port=389)
    site.ok("addLdapConfiguration", hostname="ldap.example.com", port=389)
    assert "Duplicate" in site.no("addLdapConfiguration", hostname="ldap.example.com", port=389)
    site.ok("deleteLdapConfiguration", hostname="ldap.example.com", port=389)
    assert site.none("listLdapConfigurations")


def test_a_provider_needs_the_setting_and_stands_once_a_domain(site: Site) -> None:
    provider = {"provider": "github", "description": "d", "clientid": "c", "secretkey": "s",
                "redirecturi": "https://cloud.example.com/"}  # fmt: skip
    assert "not enabled" in site.no("registerOauthProvider", **provider)
    site.ok("updateConfiguration", name="oauth2.enabled", value="true")
    site.ok("registerOauthProvider", **provider)
    assert "already registered" in site.no("registerOauthProvider", **provider)
    held = site.one("listOauthProvider", provider="github")
    assert "secretkey" not in held
    site.ok("updateOauthProvider", id=held["id"], enabled="false")
    assert site.one("listOauthProvider")["enabled"] is False
    site.ok("deleteOauthProvider", id=held["id"])
    assert site.none("listOauthProvider")


def test_certificates_are_taken_and_never_shown(site: Site) -> None:
    pem = "-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----"
    upload = {"certificate": pem, "domainsuffix": "console.example.com"}
    assert "needs a name and an id" in site.no("uploadCustomCertificate", **upload)
    site.ok("uploadCustomCertificate", name="root", id="1", **upload)
    site.ok("uploadCustomCertificate", privatekey="k", **upload)
    assert "cannot be changed" in site.no("uploadCustomCertificate", privatekey="k", name="x", **upload)
    assert "validation check" in site.no("uploadCustomCertificate", privatekey="k", certificate="x", domainsuffix="y")
    host = site.ok("listHosts", type="Routing")["host"][0]["id"]
    site.ok("provisionCertificate", hostid=host)
    assert "could not be found" in site.no("provisionCertificate", hostid=host, provider="vault")


def test_events_are_put_away_and_removed(site: Site) -> None:
    site.ok("createRole", name="Watch", type="User")
    (event,) = site.ok("listEvents", type="ROLE.CREATE")["event"]
    site.ok("archiveEvents", ids=event["id"])
    assert site.none("listEvents", type="ROLE.CREATE")
    assert site.one("listEvents", type="ROLE.CREATE", archived="true")["id"] == event["id"]
    site.ok("deleteEvents", ids=event["id"])
    assert site.none("listEvents", type="ROLE.CREATE", archived="true")
