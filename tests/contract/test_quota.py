"""The quota service and the filters of webhooks, where they are odd: a service that is off, ids that change."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import SAMPLES
from contract.tenants import acting_as, refused
from contract.test_contract import run_as_told
from contract.world import Tasks

TARIFF: dict[str, Any] = {"name": "machines", "usage_type": "RUNNING_VM", "value": 10}
FILTER: dict[str, Any] = {"webhook": "mine", "value": "VM", "match_type": "Prefix"}


def test_a_service_that_is_off_is_told(tasks: Tasks) -> None:
    tasks.run("configuration", {"name": "quota.enable.service", "state": "default"})
    for check in (True, False):
        with pytest.raises(load("errors").ApiError, match=r"once the setting quota\.enable\.service is true") as caught:
            tasks.run("quota_tariff", TARIFF, check=check)
        assert (caught.value.failure["command"], caught.value.failure["code"]) == ("quotaTariffList", 401)


def test_a_changed_tariff_is_found_under_its_new_id(tasks: Tasks) -> None:
    made = tasks.run("quota_tariff", TARIFF)
    changed = run_as_told(tasks, "quota_tariff", {**TARIFF, "value": 11})
    assert changed["id"] != made["id"]
    assert [one["id"] for one in tasks.info("quota_tariff", {"name": "machines"})] == [changed["id"]]
    former = tasks.info("quota_tariff", {"name": "machines", "show_removed": True})
    assert {one["value"]: "removed" in one for one in former} == {10: True, 11: False}


@pytest.mark.parametrize("usage", ["RUNNING_VM", "running_vm", "1"])
def test_a_use_has_a_name_and_a_number(tasks: Tasks, usage: str) -> None:
    made = tasks.run("quota_tariff", {**TARIFF, "usage_type": usage})
    assert (made["usage_type"], made["unit"]) == ("RUNNING_VM", "Compute-Month")
    assert tasks.run("quota_tariff", {**TARIFF, "usage_type": usage})["changed"] is False
    assert len(tasks.info("quota_tariff", {"usage_type": usage})) == 1


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ({"usage_type": "HOLIDAYS"}, "usage_type: there is no usage type 'HOLIDAYS'"),
        ({"start_date": "2001-01-01"}, "start_date: .*Leave it out"),
        ({"end_date": "2001-01-01"}, "end_date: .*after today"),
        ({"end_date": "soon"}, "end_date: 'soon' is not a date"),
        ({"value": None}, "value is needed to create"),
    ],
)
def test_a_tariff_that_cannot_be_is_refused_by_the_options_name(tasks: Tasks, wrong: dict[str, Any], text: str) -> None:
    with pytest.raises(load("errors").OptionError, match=text):
        tasks.run("quota_tariff", {**TARIFF, **wrong})
    assert tasks.info("quota_tariff", {}) == []


def test_a_rule_needs_the_setting(tasks: Tasks) -> None:
    tasks.run("configuration", {"name": "js.interpretation.enabled", "value": "false"})
    with pytest.raises(load("errors").OptionError, match=r"^activation_rule: .*js\.interpretation\.enabled"):
        tasks.run("quota_tariff", {**TARIFF, "activation_rule": "true"})


def test_a_mail_that_cloudstack_does_not_send_is_refused(tasks: Tasks) -> None:
    with pytest.raises(load("errors").OptionError, match="type: there is no quota email 'QUOTA_RICH'"):
        tasks.run("quota_email", {"type": "QUOTA_RICH", "subject": "s", "body": "b"})


def test_an_account_sees_what_it_was_given(tasks: Tasks) -> None:
    given = tasks.client.run("quotaCredits", {"value": 40.25})
    assert given["credit"] == 40.25
    mine = {"domain": "ROOT", "account": "admin"}
    summary = tasks.info("quota_summary", mine)
    assert [(one["account"], one["balance"], one["spent"]) for one in summary] == [("admin", 40.25, 0.0)]
    assert [one["credit"] for one in tasks.info("quota_credit", mine)] == [40.25]
    assert tasks.info("quota_credit", {"domain": "ROOT/tenants"}) == []
    assert len(tasks.info("quota_summary", {"list_all": True})) > 1


def test_an_ordinary_user_reads_prices_and_the_own_balance(tasks: Tasks) -> None:
    tasks.run("quota_tariff", {**TARIFF, "activation_rule": "true"})
    with acting_as(tasks, "bob"):
        assert "activation_rule" not in tasks.info("quota_tariff", {})[0]
        assert [one["account"] for one in tasks.info("quota_summary", {})] == ["bob"]
        assert tasks.info("quota_credit", {}) == []
        assert refused(tasks) == []
        with pytest.raises(load("errors").ApiError) as caught:
            tasks.run("quota_tariff", {**TARIFF, "name": "cheaper"})
        assert caught.value.code == 432


def test_an_ordinary_user_keeps_a_webhook_and_its_filters(tasks: Tasks) -> None:
    with acting_as(tasks, "bob"):
        run_as_told(tasks, "webhook", {**SAMPLES["webhook"]["create"], "name": "mine"})
        run_as_told(tasks, "webhook_filter", FILTER)
        assert [one["value"] for one in tasks.info("webhook_filter", {"webhook": "mine"})] == ["VM"]
        assert tasks.run("webhook_filter", {**FILTER, "value": "vm"})["changed"] is False
        with pytest.raises(load("errors").OptionError, match=r"^value: .*A webhook has a filter once"):
            tasks.run("webhook_filter", {**FILTER, "value": "VM.CREATE", "match_type": "Exact", "mode": "Exclude"})
        gone = {**FILTER, "state": "absent"}
        assert tasks.run("webhook_filter", gone)["changed"]
        assert tasks.run("webhook_filter", gone)["changed"] is False
        assert refused(tasks) == []


def test_filters_of_two_webhooks_are_kept_apart(tasks: Tasks) -> None:
    tasks.run("webhook", {"name": "mine", "payload_url": "https://audit.example.com/mine"})
    mine = tasks.run("webhook_filter", FILTER)
    other = run_as_told(tasks, "webhook_filter", {**FILTER, "webhook": "told"})
    assert mine["id"] != other["id"]
    tasks.run("webhook_filter", {**FILTER, "state": "absent"})
    assert [one["webhook"] for one in tasks.info("webhook_filter", {})] == ["told"]
