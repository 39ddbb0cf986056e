"""How rules behave: what is there already, and where rules may be."""

from __future__ import annotations

import pytest
from places import Site


@pytest.fixture
def site() -> Site:
    return Site()


def test_a_rule_that_a_group_has_is_not_made_twice(site: Site) -> None:
    group = site.ok("createSecurityGroup", name="web")["securitygroup"]["id"]
    rule = {"securitygroupid": group, "protocol": "tcp", "startport": "22", "endport": "22"}
    site.ok("authorizeSecurityGroupIngress", **rule, cidrlist="10.0.0.0/8")
    site.ok("authorizeSecurityGroupIngress", **rule, cidrlist="10.0.0.0/8,192.168.0.0/16")
    site.ok("authorizeSecurityGroupEgress", **rule, cidrlist="10.0.0.0/8")
    shown = site.one("listSecurityGroups", id=group)
    assert [one["cidr"] for one in shown["ingressrule"]] == ["10.0.0.0/8", "192.168.0.0/16"]
    assert [one["cidr"] for one in shown["egressrule"]] == ["10.0.0.0/8"]
