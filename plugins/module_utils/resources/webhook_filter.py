# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Filters of a webhook: of which events it is told. A filter is all that it is, so another one is made anew."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Choice, Field, Ref, Refusal, Resource
from .webhook import WEBHOOK

WEBHOOK_FILTER = Resource(
    "webhook_filter",
    list="listWebhookFilters",
    create="addWebhookFilter",
    delete="deleteWebhookFilter",
    key=("value", "mode", "match_type"),
    list_key="",
    list_needs=("webhook",),
    own_id=False,
    owned=True,
    inherits_owner=True,
    lists_owned=False,
    fields=(
        Field("value", required=True, compare="folded", check=checks.name255),
        Ref("webhook", target=WEBHOOK, required=True, fixed=True, scope=True),
        Choice("mode", ("Include", "Exclude"), default="Include"),
        Choice("match_type", ("Exact", "Prefix", "Suffix", "Contains"), default="Exact"),
    ),
    answers=(Answer("type"), Answer("created")),
    info=(Choice("mode", ("Include", "Exclude")), Choice("match_type", ("Exact", "Prefix", "Suffix", "Contains"))),
    refusals=(
        Refusal("conflict", "value", "A webhook has a filter once, and none that leaves out what another one lets in."),
    ),
)
