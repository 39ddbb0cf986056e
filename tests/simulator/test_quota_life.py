"""The quota service, which the recorded server had switched off, and filters of webhooks: as the API tells of them."""

from __future__ import annotations

from typing import Any

import pytest
from places import Site, shows

from cloudstack_simulator import Simulator


@pytest.fixture
def site() -> Site:
    """A zone on a server whose quota service is on."""
    site = Site()
    site.ok("updateConfiguration", name="quota.enable.service", value="true")
    return site


@pytest.fixture
def tariff(site: Site) -> dict[str, Any]:
    """A tariff for running instances."""
    made = site.ok("quotaTariffCreate", name="machines", usagetype="1", value="14.5", description="All of them")
    return dict(made["quotatariff"])


def test_a_service_that_is_off_has_no_commands() -> None:
    cloud = Simulator(api_key="k", secret_key="s", strict=True)
    assert cloud.request("quotaIsEnabled")[1]["quotaisenabledresponse"] == {"isenabled": {"isenabled": False}}
    for command in ("quotaTariffList", "quotaSummary", "quotaTariffCreate"):
        status, body = cloud.request(command)
        assert (status, body["errorresponse"]["errorcode"]) == (401, 401)
    cloud.request("updateConfiguration", name="quota.enable.service", value="true")
    assert cloud.request("quotaIsEnabled")[1]["quotaisenabledresponse"] == {"isenabled": {"isenabled": True}}
    assert cloud.request("quotaTariffList") == (200, {"quotatarifflistresponse": {}})


def test_a_change_makes_another_tariff_of_the_name(site: Site, tariff: dict[str, Any]) -> None:
    shows(tariff, usageType=1, usageName="RUNNING_VM", usageUnit="Compute-Month", tariffValue=14.5, position=1)
    changed = site.ok("quotaTariffUpdate", name="machines", value="12", description="")["quotatariff"]
    assert changed["id"] != tariff["id"]
    assert (changed["tariffValue"], changed.get("description")) == (12, None)
    assert changed["effectiveDate"] == tariff["effectiveDate"]
    assert site.one("quotaTariffList", name="machines")["id"] == changed["id"]
    assert len(site.ok("quotaTariffList", name="machines", listall="true")["quotatariff"]) == 2
    assert site.one("quotaTariffList", listonlyremoved="true")["id"] == tariff["id"]
    assert "already exist" in site.no("quotaTariffCreate", name="Machines", usagetype="1", value="1")
    assert "does not exist" in site.no("quotaTariffDelete", id=tariff["id"])
    site.ok("quotaTariffDelete", id=changed["id"])
    assert site.none("quotaTariffList", name="machines")
    assert "no quota tariffs" in site.no("quotaTariffUpdate", name="machines", value="1")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"usagetype": "99"}, "no usage type"),
        ({"startdate": "2001-01-01"}, "in the past"),
        ({"enddate": "2001-01-01"}, "cannot be less than the start date"),
        ({"activationrule": "true"}, "Javascript interpretation is disabled"),
        ({"enddate": "soon"}, "Unable to parse date"),
    ],
)
def test_a_tariff_that_cannot_be(site: Site, wrong: dict[str, str], said: str) -> None:
    assert said in site.no("quotaTariffCreate", **{"name": "t", "usagetype": "1", "value": "1", **wrong})


def test_tariffs_are_told_by_use_and_by_time(site: Site, tariff: dict[str, Any]) -> None:
    site.ok("quotaTariffCreate", name="disks", usagetype="6", value="1", startdate="2098-01-01", enddate="2098-12-31")
    assert site.one("quotaTariffList", usagetype="6")["endDate"] == "2098-12-31T23:59:59+0000"
    assert site.one("quotaTariffList", startdate="2090-01-01")["name"] == "disks"
    assert site.one("quotaTariffList", enddate="2099-01-01")["name"] == "disks"
    assert site.one("quotaTariffList", id=tariff["id"])["name"] == "machines"


def test_credits_make_a_balance(site: Site) -> None:
    assert site.none("quotaSummary")
    root = site.one("listDomains", name="ROOT")["id"]
    for value in ("100.5", "-20"):
        shows(site.ok("quotaCredits", account="admin", domainid=root, value=value)["quotacredits"],
              credit=float(value), creditorusername="admin", currency="$")  # fmt: skip
    shows(site.one("quotaSummary"), account="admin", balance=80.5, quota=0)
    assert len(site.ok("quotaCreditsList")["credit"]) == 2
    assert len(site.ok("quotaCreditsList", domainid=root, isrecursive="true")["credit"]) == 2
    everyone = site.ok("quotaSummary", listall="true")["summary"]
    assert len(everyone) == len(site.simulator.store.all("account"))


def test_mail_is_told_to_those_who_pay(site: Site) -> None:
    admin = site.one("listAccounts", name="admin")["id"]
    low = {"templatetype": "QUOTA_LOW"}
    assert "quota enabled" in site.no("quotaConfigureEmail", accountid=admin, minbalance="5")
    site.ok("quotaCredits", accountid=admin, value="1")
    assert "enable" in site.no("quotaConfigureEmail", accountid=admin, templatename="QUOTA_LOW")
    assert "at least" in site.no("quotaConfigureEmail", accountid=admin)
    assert "Could not find" in site.no("quotaConfigureEmail", accountid=admin, templatename="X", enable="true")
    site.ok("quotaConfigureEmail", accountid=admin, templatename="QUOTA_LOW", enable="false", minbalance="5")
    shows(site.one("quotaListEmailConfiguration", accountid=admin), enabled=False, minbalance=5)
    site.ok("quotaEmailTemplateUpdate", templatesubject="Low", templatebody="b", **low)
    shows(site.one("quotaEmailTemplateList", **low), templatesubject="Low", templatebody="b", locale="en_US")
    assert "Failed" in site.no("quotaEmailTemplateUpdate", templatetype="X", templatesubject="s", templatebody="b")


def test_filters_of_a_webhook_do_not_contradict_one_another(site: Site) -> None:
    hook = site.ok("createWebhook", name="told", payloadurl="https://audit.example.com/told")["webhook"]["id"]
    made = site.ok("addWebhookFilter", webhookid=hook, value="VM.CREATE")["webhookfilter"]
    shows(made, mode="Include", matchtype="Exact", type="EventType", webhookname="told")
    assert "conflicts" in site.no("addWebhookFilter", webhookid=hook, value="vm.create")
    assert "conflicts" in site.no("addWebhookFilter", webhookid=hook, value="VM", matchtype="Prefix", mode="Exclude")
    assert "conflicts" in site.no(
        "addWebhookFilter", webhookid=hook, value="create", matchtype="Suffix", mode="Exclude"
    )
    assert "Invalid mode" in site.no("addWebhookFilter", webhookid=hook, value="X", mode="Maybe")
    site.ok("addWebhookFilter", webhookid=hook, value="VOLUME.", matchtype="Prefix", mode="Exclude")
    assert len(site.ok("listWebhookFilters", webhookid=hook)["webhookfilter"]) == 2
    site.ok("deleteWebhookFilter", id=made["id"])
    assert site.one("listWebhookFilters")["value"] == "VOLUME."
    assert "must be specified" in site.no("deleteWebhookFilter")
    site.ok("deleteWebhookFilter", webhookid=hook)
    assert site.none("listWebhookFilters")
    site.ok("addWebhookFilter", webhookid=hook, value="ALERT", matchtype="Contains")
    site.ok("deleteWebhook", id=hook)
    assert site.none("listWebhookFilters")
