# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Webhooks: where the events of an account, a domain or the whole cloud are told."""

from __future__ import annotations

from .. import checks
from ..lifecycle import GONE, Lifecycle, Move
from ..spec import Answer, Choice, Field, Flag, Refusal, Resource

WEBHOOK = Resource(
    "webhook",
    list="listWebhooks",
    create="createWebhook",
    update="updateWebhook",
    delete="deleteWebhook",
    filters={"scope": "scope", "webhook_state": "state"},
    owned=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Field("payload_url", needed_to_create=True, check=checks.url),
        Field("description"),
        Choice("scope", ("Local", "Domain", "Global")),
        Flag("ssl_verification"),
        Field("secret_key", secret=True),
    ),
    answers=(Answer("created"), Answer("domain_path")),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        words={"Enabled": "enabled", "Disabled": "disabled"},
        initial="Enabled",
        goals={"enabled": ("Enabled",), "disabled": ("Disabled",)},
        create_with={"Disabled": {"state": "Disabled"}},
        moves=(
            Move("Enabled", "Disabled", "updateWebhook", {"state": "Disabled"}),
            Move("Disabled", "Enabled", "updateWebhook", {"state": "Enabled"}),
            Move("Enabled", GONE, "deleteWebhook"),
            Move("Disabled", GONE, "deleteWebhook"),
        ),
    ),
    info=(
        Choice("scope", ("Local", "Domain", "Global")),
        Choice("webhook_state", ("Enabled", "Disabled"), steers=True),
    ),
    refusals=(
        Refusal("Illegal host", "payload_url", "Give an address that is not the management server's own."),
        Refusal("permission|not allowed", "scope", "Ordinary users may have webhooks of the scope Local only."),
    ),
)
