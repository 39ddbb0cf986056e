# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The time for which a released public address is given to nobody but its former owner."""

from __future__ import annotations

from typing import Any, Mapping

from .. import checks
from ..errors import OptionError
from ..lifecycle import Record
from ..spec import Answer, Field, Flag, Knob, Refusal, Resource
from ..values import moment


def _with_reason(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """The API ends a quarantine for a reason only.

    :raises OptionError: none is given.
    """
    if params.get("state") == "absent" and not (params.get("removal_reason") or "").strip():
        raise OptionError(
            "removal_reason", "removal_reason is needed to end a quarantine: say why it is not waited for."
        )
    return params


def _end(record: Record) -> str:
    return moment(record.get("enddate"))


IP_QUARANTINE = Resource(
    "ip_quarantine",
    list="listQuarantinedIps",
    update="updateQuarantinedIp",
    delete="removeQuarantinedIp",
    delete_options={"removalreason": "removal_reason"},
    key=("ip_address",),
    names=("ipaddress",),
    list_key="",
    list_id="",
    id_option=False,
    normalize=_with_reason,
    filters={"show_inactive": "showinactive", "show_removed": "showremoved"},
    fields=(
        Field("ip_address", required=True, fixed=True, check=checks.address),
        Field("end_date", read=_end, compare="moment", shown=moment, wire=moment, check=checks.moment),
        Knob("removal_reason", "str"),
    ),
    answers=(
        Answer("created"),
        Answer("previous_owner", read="previousownername"),
        Answer("previous_owner_id"),
        Answer("removal_reason"),
        Answer("removed"),
    ),
    omits={"ipaddress": "the quarantine is named by its id, which is found by the address"},
    info=(Flag("show_inactive", steers=True), Flag("show_removed", steers=True)),
    refusals=(
        Refusal("before the current date", "end_date", "Give a date to come, or end the quarantine with state=absent."),
        Refusal("no longer active", "ip_address", "The quarantine has ended by itself."),
    ),
)
