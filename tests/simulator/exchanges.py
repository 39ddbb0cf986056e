"""The recorded exchanges, and a cloud in which as many of them as possible can be repeated."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import requests
from compare import differences
from replay import FLOWS, POLL, UUID, Replay, steps

from cloudstack_simulator import AtOnce, Simulator
from cloudstack_simulator.context import Caller
from cloudstack_simulator.params import KINDS_BY_PARAM
from cloudstack_simulator.registry import simulated
from cloudstack_simulator.surface import is_write, surface

RECORDED = Path(__file__).with_name("exchanges.jsonl.gz")
ZONE_FLOWS = ("zone-advanced", "zone-advanced-security-groups")
# The life of an instance up to here: later steps take down what these built.
LIFE, ALIVE = "instance-lifecycle", 205
NEEDS_NO_STATE = re.compile(
    r"due to missing parameter|due to invalid value\. Invalid parameter|parameter is required when|"
    r"max allowed length|Unable to parse date|does not exist or is not available for the account"
)
# Most refused creations were refused because the thing was there: they are sent twice.
MAKES = ("create", "add", "register")
VERBS = re.compile(
    r"^(prepare|cancel|change|reset|revert|assign|removefrom|remove|revoke|authorize|list|get|delete|update|restart|"
    r"restore|disable|enable|suspend|activate|generate|disassociate|replace|register|run|start|stop|reboot|destroy|"
    r"expunge|recover|attach|detach|resize|scale|reconnect|configure|lock|patch|unmanage)"
)
ENDINGS = re.compile(r"(formaintenance|maintenance|ingress|egress|instances|metrics|usagehistory|objects|children|keys|"
                     r"drsplan|servicefor.*|s)$")  # fmt: skip
SAME = {
    "aclid": "networkacllist",
    "associatednetwork": "network",
    "egressfirewallrule": "firewallrule",
    "ipaddress": "publicipaddress",
    "ipfromnic": "nicsecondaryip",
    "kubernetesversion": "kubernetessupportedversion",
    "lbrule": "loadbalancerrule",
    "networkaclitem": "networkacl",
    "objectstorage": "objectstore",
    "passwordforvirtualmachine": "virtualmachine",
    "primarystorage": "storagepool",
    "s2scustomergateway": "vpncustomergateway",
    "serviceforvirtualmachine": "virtualmachine",
    "sourceipaddressnetwork": "network",
    "sshkeyforvirtualmachine": "virtualmachine",
    "target": "router",
    "vmprofile": "autoscalevmprofile",
}
CODES = ("errorcode", "cserrorcode", "jobstatus", "jobresultcode", "cmd", "jobinstancetype")


@dataclass(frozen=True)
class Exchange:
    """One recorded request and answer; `job` is the final answer of an asynchronous one."""

    number: int
    command: str
    params: dict[str, str] = field(hash=False)
    method: str
    status: int
    response: Any = field(hash=False)
    job: Any = field(default=None, hash=False)

    @property
    def content(self) -> Any:
        """The content of the envelope."""
        return next(iter(self.response.values())) if isinstance(self.response, dict) else self.response

    @property
    def text(self) -> str:
        """The error text, empty for a success."""
        return self.content.get("errortext", "") if isinstance(self.content, dict) else str(self.content)

    @property
    def needs_no_state(self) -> bool:
        """Whether the refusal is the same on every cloud."""
        return self.status == 401 or (self.status != 200 and bool(NEEDS_NO_STATE.search(self.text)))


@lru_cache(maxsize=1)
def exchanges() -> tuple[Exchange, ...]:
    """All of them, in the order of their commands."""
    with gzip.open(RECORDED, "rt", encoding="utf-8") as source:
        lines = [json.loads(line) for line in source]
    return tuple(Exchange(number, **{"job": None, **line}) for number, line in enumerate(lines))


@lru_cache(maxsize=1)
def replayed() -> frozenset[int]:
    """The numbers of those that stand in a recorded flow too: the replays hold them, in their state."""
    seen = set()
    for path in FLOWS.glob("*.jsonl.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as source:
            for step in map(json.loads, source):
                seen.add((step["command"], json.dumps(step["params"], sort_keys=True), step["status"]))
    return frozenset(
        e.number for e in exchanges() if (e.command, json.dumps(e.params, sort_keys=True), e.status) in seen
    )


class World(Replay):
    """A cloud in the middle of its life; each exchange meets it as it was built."""

    def __init__(self) -> None:
        self.cloud = Simulator(api_key="k", secret_key="s")
        super().__init__(self.cloud)
        for flow in ZONE_FLOWS:
            self._until(flow, 10_000)
        self._until(LIFE, ALIVE)
        self.cloud.jobs.policy = AtOnce()
        self.cloud.jobs.called()
        self._tenant = self._make_tenant()
        self._furnish()
        self._state = self.cloud.dump()
        self._touched = False

    def _until(self, flow: str, last: int) -> None:
        for step in steps(flow):
            if step.number > last:
                break
            self._learn(step.response, self._send(step)[1])

    def _make_tenant(self) -> str:
        made = self.cloud.request("createAccount", username="tenant", password="-", firstname="t", lastname="t",
                                  email="t@example.com", accounttype="0")[1]  # fmt: skip
        return made["createaccountresponse"]["account"]["user"][0]["id"]

    def _furnish(self) -> None:
        """Things that the flows took down again."""
        zone = self.cloud.store.first("zone", name="fl-adv") or {}
        offering = self.cloud.store.first("vpcoffering", name="Default VPC offering") or {}
        vpc = self._made("createVPC", name="vpc-x", displaytext="v", cidr="10.3.0.0/16", zoneid=zone["id"],
                         vpcofferingid=offering["id"])["id"]  # fmt: skip
        acl = self._made("createNetworkACLList", name="acl-x", vpcid=vpc)["id"]
        self._made("createNetworkACL", aclid=acl, protocol="tcp", startport="22", endport="22")
        self._made("createVpnGateway", vpcid=vpc)
        self._made("createProject", name="project-x", displaytext="p")
        address = self._made("associateIpAddress", zoneid=zone["id"], networkid=self._network("Isolated"))
        self._made("createLoadBalancerRule", name="rule-x", publicipid=address["id"], publicport="8080",
                   privateport="80", algorithm="roundrobin", protocol="tcp")  # fmt: skip
        profile = self.cloud.request("createHSMProfile", name="hsm-x", protocol="database")[1]
        assert "hsmprofile" in profile["createhsmprofileresponse"]
        instance = self.cloud.store.all("virtualmachine")[0]["id"]
        self._made("createVMSnapshot", virtualmachineid=instance)

    def _network(self, kind: str) -> str:
        return next(n["id"] for n in self.cloud.store.all("network") if n.get("type") == kind and "vpcid" not in n)

    def _made(self, command: str, **params: str) -> dict[str, Any]:
        """What an asynchronous command made; it must succeed."""
        status, body = self.cloud.request(command, **params)
        assert status == 200, body
        job = self.cloud.store.need("job", next(iter(body.values()))["jobid"])
        assert job["jobstatus"] == 1, job
        return next(iter(job["jobresult"].values()))

    def answer(self, exchange: Exchange) -> tuple[int, Any, Any]:
        """Status and body of the repeated exchange, and the final answer of its job."""
        if self._touched:
            self.cloud.load(self._state)
        self._touched = is_write(exchange.command)
        params = dict(exchange.params)
        if not exchange.needs_no_state:
            params = {name: self._counterpart(exchange.command, name, value) for name, value in params.items()}
        if exchange.status == 401 and "errorresponse" not in exchange.response:
            return (*self._unsigned(exchange), None)
        caller = self._asker(exchange)
        status, body = self.cloud.call(exchange.command, params, caller)
        if status == 200 != exchange.status and exchange.command.startswith(MAKES):
            status, body = self.cloud.call(exchange.command, params, caller)
        content = next(iter(body.values()))
        if status != 200 or not isinstance(content, dict) or "jobid" not in content or exchange.command == POLL:
            return status, body, None
        return status, body, self.cloud.request(POLL, jobid=content["jobid"])[1]["queryasyncjobresultresponse"]

    def _asker(self, exchange: Exchange) -> Caller:
        tenant = exchange.status == 432 or "is not available for the account" in exchange.text
        return self.cloud.caller_by_id(self._tenant) if tenant else self.cloud.admin()

    def _unsigned(self, exchange: Exchange) -> tuple[int, Any]:
        with self.cloud.serve() as server:
            query = {**exchange.params, "command": exchange.command, "response": "json", "apikey": "k"}
            answer = requests.get(server.url, params={**query, "signature": "x"}, timeout=10)
        return answer.status_code, answer.json()

    def _counterpart(self, command: str, name: str, value: str) -> str:
        """A parameter with ids that this cloud has: those learned in the flows, or any of the right kind."""
        kinds = _kinds(command, name)

        def swap(match: re.Match[str]) -> str:
            known = self._words.get(match[0])
            if known and self.cloud.store.kinds_of(known):
                return known
            return next((r["id"] for kind in kinds for r in reversed(self.cloud.store.all(kind))), match[0])

        return UUID.sub(swap, value)


def _kinds(command: str, param: str) -> tuple[str, ...]:
    """The kinds of record that a parameter may name, as far as the names tell."""
    name = re.sub(r"\[\d+\].*", "", param).lower()
    if name in KINDS_BY_PARAM:
        return KINDS_BY_PARAM[name]
    noun = re.sub(r"ids?$", "", name) or ENDINGS.sub("", VERBS.sub("", command.lower()))
    return KINDS_BY_PARAM.get(f"{noun}id", (SAME.get(noun, noun),))


def unlike(exchange: Exchange, status: int, body: Any, job: Any) -> Iterator[str]:
    """How an answer differs from the recorded one: status, envelope, codes, keys, types, and the job's end."""
    if status != exchange.status:
        yield f"status {status}, recorded {exchange.status}"
        return
    if not isinstance(exchange.response, dict):
        return
    if next(iter(body)) != next(iter(exchange.response)):
        yield f"envelope {next(iter(body))}, recorded {next(iter(exchange.response))}"
    content = next(iter(body.values()))
    yield from _unlike(exchange.content, content)
    if exchange.job is not None and job is not None:
        yield from (f"job: {text}" for text in _unlike(exchange.job, job))


def _unlike(recorded: Any, given: Any) -> Iterator[str]:
    for code in CODES:
        if isinstance(recorded, dict) and isinstance(given, dict) and recorded.get(code) != given.get(code):
            yield f"{code} {given.get(code)}, recorded {recorded.get(code)}"
    yield from differences(recorded, given)


def beyond_the_model(command: str, content: Any) -> list[str]:
    """The fields of an answer's items that the command's recorded model does not have."""
    model = surface().commands[command].response
    if command == POLL or not model or not isinstance(content, dict) or "errorcode" in content:
        return []
    items: list[Any] = []
    for value in content.values():
        items += value if isinstance(value, list) else [value]
    return sorted({name for item in items if isinstance(item, dict) for name in item.keys() - model.keys()})


def is_simulated(command: str) -> bool:
    """Whether the simulator carries a command."""
    return command in simulated() or command in ("login", "logout")
