"""What users read of a reference that the record does not name: the task's word where it can be relied on."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.project import properties
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import Field, Ref, Resource

SITE = Resource("site", list="listSites", fields=(Field("name", required=True),))


def shown(record: dict[str, Any], **more: Any) -> Any:
    ref = Ref("site", target=SITE, api="siteid", shows="sitename", **more)
    shed = Resource("shed", list="listSheds", fields=(Field("name", required=True), ref))
    return properties(shed, {"id": "1", "name": "a", **record}, {"site": "south"}).get("site")


@pytest.mark.parametrize(
    ("record", "more", "reads"),
    [
        pytest.param({"siteid": "s1", "sitename": "north"}, {}, "north", id="the record names it"),
        pytest.param({"siteid": "s1"}, {}, "south", id="the record has its id, the task its name"),
        pytest.param({}, {}, None, id="the record knows of none"),
        pytest.param({}, {"read": None}, "south", id="no record ever tells"),
        pytest.param({}, {"scope": True}, "south", id="it was searched there"),
    ],
)
def test_the_name_of_what_a_record_refers_to(record: dict[str, Any], more: dict[str, Any], reads: str | None) -> None:
    assert shown(record, **more) == reads
