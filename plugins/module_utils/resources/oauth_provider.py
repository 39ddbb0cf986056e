# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""OAuth providers that users may log in with."""

from __future__ import annotations

from .. import checks
from ..spec import Field, Flag, Map, Ref, Refusal, Resource
from .domain import DOMAIN, resolve_domain

OAUTH_PROVIDER = Resource(
    "oauth_provider",
    list="listOauthProvider",
    create="registerOauthProvider",
    update="updateOauthProvider",
    delete="deleteOauthProvider",
    key=("provider",),
    list_key="provider",
    filters={"domain": "domainid"},
    fields=(
        Field("provider", required=True, fixed=True),
        Ref("domain", target=DOMAIN, unique=False, shows="domain", resolve=resolve_domain),
        Field("description", needed_to_create=True),
        Field("client_id", needed_to_create=True),
        Field("secret_key", secret=True, needed_to_create=True),
        Field("redirect_uri", needed_to_create=True, check=checks.url),
        Field("authorize_url", check=checks.url),
        Field("token_url", check=checks.url),
        Map("details", read=None, hidden=True),
        Flag("enabled", late=True),
    ),
    omits={"domain": "O(domain) is sent as its id"},
    refusals=(
        Refusal("not enabled|disabled", "provider", "Give the setting oauth2.enabled the value true first."),
        Refusal("already registered", "provider", "A provider is registered once a domain."),
    ),
)
