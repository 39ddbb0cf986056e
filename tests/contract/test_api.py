"""Any command: checked against the server's own description, guarded, waited for, and told in check mode."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.world import KEY, Tasks, validated

GROUP = {"command": "createInstanceGroup", "params": {"name": "batch"}}
NAMED = {"params": {"name": "batch"}}
WRONG = {"command": "listZones", "params": {"a": 1}}
GROUPS = {"command": "listInstanceGroups", "where": {"name": "batch"}}
ERRORS = load("errors")


class Api:
    """Runs the module api and counts what it sends."""

    def __init__(self, tasks: Tasks) -> None:
        self.tasks = tasks
        self.sent: list[str] = []

    def __call__(self, command: str, check: bool = False, **options: Any) -> dict[str, Any]:
        module = load("any_command")
        given = validated(module.api_arguments(), {"command": command, **options})
        self.tasks.simulator.clear_calls()
        try:
            return module.api_work(self.tasks.client, given, check)
        finally:
            self.sent = [call.command for call in self.tasks.simulator.calls]

    @property
    def writes(self) -> int:
        return self.tasks.simulator.writes


@pytest.fixture
def api(tasks: Tasks) -> Api:
    return Api(tasks)


@pytest.mark.parametrize("check", [False, True])
def test_a_list_is_read_whole_and_changes_nothing(api: Api, check: bool) -> None:
    result = api("listZones", check=check, params={"available": True})
    assert (result["changed"], result["command"]) == (False, "listZones")
    assert [zone["name"] for zone in result["response"]["zone"]][:1] == ["zone-1"]
    assert result["response"]["count"] == len(result["response"]["zone"])
    assert api.sent == ["listApis", "listZones"]


def test_all_pages_are_read_unless_one_is_asked_for(api: Api) -> None:
    settings = api("listConfigurations")["response"]
    assert len(settings["configuration"]) == settings["count"] > 900
    assert api.sent == ["listApis", "listConfigurations", "listConfigurations"]
    page = api("listConfigurations", params={"page": 2, "pagesize": 10})["response"]
    assert len(page["configuration"]) == 10
    assert [one["name"] for one in page["configuration"]] == [one["name"] for one in settings["configuration"][10:20]]


def test_a_command_without_pages_is_read(api: Api) -> None:
    assert api("listCapabilities")["response"]["capability"]["cloudstackversion"]
    assert api("listApis", params={"name": "listZones"})["response"]["count"] == 1


def test_any_other_command_counts_as_a_change_and_check_mode_sends_nothing(api: Api) -> None:
    told = api(**GROUP, check=True)
    assert (told["changed"], told["response"], api.writes) == (True, {}, 0)
    done = api(**GROUP)
    assert done["changed"]
    assert done["response"]["instancegroup"]["name"] == "batch"


def test_a_job_is_waited_for(api: Api) -> None:
    zone = api("listZones")["response"]["zone"][0]["id"]
    network = api("createPhysicalNetwork", params={"zoneid": zone, "name": "third", "isolationmethods": "VLAN"})
    assert network["response"]["physicalnetwork"]["name"] == "third"
    begun = api("deletePhysicalNetwork", params={"id": network["response"]["physicalnetwork"]["id"]}, poll_async=False)
    assert set(begun["response"]) == {"jobid"}


def test_a_reading_command_may_take_a_job(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    module = load("any_command")
    monkeypatch.setattr(tasks.client, "call", lambda command, params=None: {"jobid": "j"})
    monkeypatch.setattr(tasks.client, "wait_for", lambda command, jobid: {"hypervisorguestosnames": {"count": 1}})
    read = module.read(tasks.client, "getHypervisorGuestOsNames", {})
    assert read == {"hypervisorguestosnames": {"count": 1}}
    assert module.read(tasks.client, "getHypervisorGuestOsNames", {}, wait=False) == {"jobid": "j"}
    assert module.read(tasks.client, "queryAsyncJobResult", {"jobid": "j"}) == {"jobid": "j"}


def test_a_job_may_say_that_it_failed(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks.client, "call", lambda command, params=None: {"jobid": "j"})
    monkeypatch.setattr(tasks.client, "wait_for", lambda command, jobid: {"success": False})
    with pytest.raises(ERRORS.ApiError, match="the server did not do it, and does not say why"):
        load("any_command").send(tasks.client, "provisionCertificate", {})


def test_what_a_command_creates_is_made_once(api: Api) -> None:
    assert api(**GROUP, creates=GROUPS, check=True)["changed"]
    first = api(**GROUP, creates=GROUPS)
    assert (first["changed"], [one["name"] for one in first["found"]]) == (True, ["batch"])
    for check in (True, False):
        again = api(**GROUP, creates=GROUPS, check=check)
        assert (again["changed"], again["found"], api.writes) == (False, first["found"], 0)


def test_what_a_command_removes_is_removed_once(api: Api) -> None:
    made = api(**GROUP)["response"]["instancegroup"]["id"]
    told = api("deleteInstanceGroup", removes=GROUPS, check=True)
    assert (told["changed"], told["params"], api.writes) == (True, {"id": made}, 0)
    gone = api("deleteInstanceGroup", removes=GROUPS)
    assert (gone["changed"], gone["params"], gone["found"]) == (True, {"id": made}, [])
    assert not api("deleteInstanceGroup", removes=GROUPS)["changed"]
    assert api.writes == 0


def test_of_several_none_is_removed(api: Api) -> None:
    for name in ("one", "two"):
        api("createInstanceGroup", params={"name": name})
    with pytest.raises(ERRORS.OptionError, match="removes: it finds 2 things"):
        api("deleteInstanceGroup", removes={"command": "listInstanceGroups"})
    assert api.writes == 0


def test_unless_spares_a_change(api: Api) -> None:
    zone = api("listZones")["response"]["zone"][0]
    change = {"params": {"id": zone["id"], "internaldns2": "10.0.0.54"}}
    guard = {"command": "listZones", "params": {"id": zone["id"]}, "where": {"internaldns2": "10.0.0.54"}}
    assert api("updateZone", **change, unless=guard)["changed"]
    assert not api("updateZone", **change, unless=guard)["changed"]
    numbers = {"command": "listZones", "where": {"name": "zone-1", "securitygroupsenabled": "false"}}
    assert not api("updateZone", **change, unless=numbers)["changed"]


def test_a_promise_that_is_not_kept_is_an_error(api: Api) -> None:
    other = {"command": "listInstanceGroups", "where": {"name": "other"}}
    with pytest.raises(ERRORS.CloudError, match="was done, and listInstanceGroups finds nothing"):
        api(**GROUP, creates=other)


@pytest.mark.parametrize(
    ("command", "options", "message"),
    [
        ("listZone", {}, r"command: this user has no command 'listZone'\. Is 'listZones' meant\?"),
        ("LISTZONES", {}, "Is 'listZones' meant"),
        ("makeCoffeeNow", {}, "Look it up in the API reference"),
        (
            "listZones",
            {"params": {"availables": True}},
            r"listZones has no parameter 'availables'\. Is 'ava",
        ),
        ("listZones", {"params": {"available": "yess"}}, "listZones takes true or false, and not 'yess'"),
        ("listZones", {"params": {"page": "one", "pagesize": 1}}, "takes a whole number, and not 'one'"),
        ("createInstanceGroup", {}, "params: createInstanceGroup needs name"),
        (GROUP["command"], {**NAMED, "unless": {"command": "deleteZone"}}, r"unless\.command: 'deleteZone' changes"),
        (GROUP["command"], {**NAMED, "creates": WRONG}, r"creates\.params\.a: listZones has no parameter"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(
    api: Api, command: str, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(ERRORS.OptionError, match=message):
        api(command, **options)
    assert set(api.sent) <= {"listApis"}


def test_two_guards_are_one_too_many(api: Api) -> None:
    with pytest.raises(ValueError, match="mutually exclusive"):
        api(**GROUP, creates=GROUPS, unless=GROUPS)


def test_maps_and_lists_are_sent_as_the_api_takes_them(api: Api, tasks: Tasks) -> None:
    group = api(**GROUP)["response"]["instancegroup"]["id"]
    account = {"username": "zoe", "password": "not-a-real-one", "email": "z@example.com", "firstname": "z"}
    details = {"accountdetails": [{"one": "1"}]}
    api("createAccount", params={**account, "lastname": "e", "accounttype": 0, **details})
    sent = next(call.params for call in tasks.simulator.calls if call.command == "createAccount")
    assert sent["accountdetails[0].one"] == "1"
    flat = {"username": "yan", "lastname": "e", "ACCOUNTTYPE": 0, "accountdetails[0].one": "2"}
    api("createAccount", params={**account, **flat})
    sent = next(call.params for call in tasks.simulator.calls if call.command == "createAccount")
    assert (sent["accountdetails[0].one"], sent["accounttype"]) == ("2", "0")
    assert api("listInstanceGroups", params={"id": group})["response"]["count"] == 1


def test_a_user_who_may_not_ask_for_commands_is_trusted(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    call = api.tasks.client.call

    def refusing(command: str, params: Any = None) -> Any:
        if command == "listApis":
            raise ERRORS.ApiError(command, 432, "not allowed")
        return call(command, params)

    monkeypatch.setattr(api.tasks.client, "call", refusing)
    assert api("listZones", params={"available": True})["response"]["count"] >= 1


def test_what_gets_things_ready_for_an_upload_is_a_change(api: Api) -> None:
    zone = api("listZones")["response"]["zone"][0]["id"]
    given = {"name": "x", "format": "VHD", "zoneid": zone}
    assert api("getUploadParamsForVolume", params=given, check=True)["changed"]


def test_the_lookup_reads_over_one_connection(tasks: Tasks) -> None:
    from ansible.plugins.loader import lookup_loader

    connection = {"api_url": tasks.client.settings.url, "api_key": KEY, "api_secret": tasks.client.settings.secret}
    lookup = lookup_loader.get("cloudstack.cloud.api")
    tasks.simulator.clear_calls()
    zones = lookup.run(["listZones", "listCapabilities"], {}, **connection)
    assert [one.get("name") for one in zones][:1] == ["zone-1"]
    assert zones[-1]["cloudstackversion"]
    assert [call.command for call in tasks.simulator.calls][:2] == ["listApis", "listZones"]
    assert len(lookup.run(["listConfigurations"], {}, **connection)) > 900
    assert lookup.run(["listZones"], {}, params={"name": "zone-1"}, **connection)[0]["name"] == "zone-1"
    assert lookup.run(["listZones"], {}, params={"name": "zone-9"}, **connection) == []


@pytest.mark.parametrize(
    ("terms", "options", "message"),
    [
        (["deleteZone"], {}, "deleteZone: a lookup only reads"),
        (["listZone"], {}, "Is 'listZones' meant"),
        (["listZones"], {"params": {"nmae": "x"}}, "Is 'name' meant"),
        (["listZones"], {"api_key": "wrong"}, "Check api_key"),
    ],
)
def test_the_lookup_tells_what_is_wrong(tasks: Tasks, terms: list[str], options: dict[str, Any], message: str) -> None:
    from ansible.errors import AnsibleError
    from ansible.plugins.loader import lookup_loader

    connection = {"api_url": tasks.client.settings.url, "api_key": KEY, "api_secret": tasks.client.settings.secret}
    with pytest.raises(AnsibleError, match=message) as caught:
        lookup_loader.get("cloudstack.cloud.api").run(terms, {}, **{**connection, **options})
    assert connection["api_secret"] not in str(caught.value)
