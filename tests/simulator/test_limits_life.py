"""How limits behave: those for tags, those that an owner cannot have."""

from __future__ import annotations

from typing import Any

import pytest
from places import Site


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def owner(site: Site) -> dict[str, Any]:
    """An account that limits can be set for."""
    domain = site.ok("createDomain", name="tenants")["domain"]["id"]
    person = {"firstname": "A", "lastname": "B", "email": "a@example.com", "password": "p"}
    site.ok("createAccount", username="web", domainid=domain, accounttype="0", **person)
    return {"account": "web", "domainid": domain}


def listed(site: Site, **owner: Any) -> dict[tuple[str, str], int]:
    """Limits by what they are for and their tag."""
    found = site.ok("listResourceLimits", **owner)["resourcelimit"]
    return {(one["resourcetypename"], one.get("tag", "")): one["max"] for one in found}


def test_tags_have_limits_where_a_setting_names_them(site: Site, owner: dict[str, Any]) -> None:
    assert ("cpu", "fast") not in listed(site, **owner)
    site.ok("updateResourceLimit", resourcetype="8", max="5", tag="fast", **owner)
    assert ("cpu", "fast") not in listed(site, **owner), "a tag that is not named is not shown"
    site.ok("updateConfiguration", name="resource.limit.host.tags", value="slow, fast")
    site.ok("updateConfiguration", name="resource.limit.storage.tags", value="local")
    limits = listed(site, **owner)
    assert limits["cpu", "fast"] == 5
    assert limits["cpu", "slow"] == limits["cpu", ""] == 40, "the one without as long as none was set"
    tagged = {kind: {tag for name, tag in limits if name == kind and tag} for kind, _ in limits}
    assert tagged["user_vm"] == tagged["memory"] == tagged["gpu"] == {"fast", "slow"}
    assert tagged["volume"] == tagged["primary_storage"] == {"local"}
    assert tagged["network"] == set()
    assert set(listed(site, tag="local", **owner)) == {("volume", "local"), ("primary_storage", "local")}
    names = [one["resourcetype"] for one in site.ok("listResourceLimits", **owner)["resourcelimit"]]
    assert names == sorted(names, key=int)


def test_what_an_owner_cannot_have_is_refused(site: Site, owner: dict[str, Any]) -> None:
    no = "updateResourceLimit"
    assert "a tag is not supported for resource type 6" in site.no(no, resourcetype="6", max="3", tag="fast", **owner)
    assert "Maximum untagged resource limit" in site.no(no, resourcetype="8", max="41", tag="fast", **owner)
    assert "at least '0'" in site.no(no, resourcetype="8", max="-2", **owner)
    admin = {"account": "admin", "domainid": site.one("listDomains", level="0")["id"]}
    assert "Root Admin accounts" in site.no(no, resourcetype="8", max="3", **admin)
    site.ok(no, resourcetype="8", max="-1", **admin)
    site.ok(no, resourcetype="8", max="9", domainid=owner["domainid"])
    below = site.ok("createDomain", name="below", parentdomainid=owner["domainid"])["domain"]["id"]
    assert "maximum allowed resource limit 9" in site.no(no, resourcetype="8", max="10", domainid=below)
    site.ok(no, resourcetype="8", max="9", domainid=below)
