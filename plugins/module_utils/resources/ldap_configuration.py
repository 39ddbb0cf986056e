# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""LDAP servers that users are looked for in."""

from __future__ import annotations

from .. import checks
from ..spec import Field, Number, Ref, Refusal, Resource
from .domain import DOMAIN, resolve_domain

LDAP_CONFIGURATION = Resource(
    "ldap_configuration",
    list="listLdapConfigurations",
    list_with={"listall": True},
    create="addLdapConfiguration",
    delete="deleteLdapConfiguration",
    delete_by={"id": "id", "hostname": "hostname", "port": "port", "domainid": "domainid"},
    key=("hostname", "port"),
    list_key="hostname",
    filters={"port": "port", "domain": "domainid"},
    fields=(
        Field("hostname", required=True, fixed=True, compare="folded"),
        Number("port", required=True, fixed=True, check=checks.port),
        Ref("domain", target=DOMAIN, unique=False, shows=None, resolve=resolve_domain, fixed=True),
    ),
    info=(Number("port"),),
    refusals=(
        Refusal("Unable to bind", "hostname", "Check that the directory answers there, and the settings ldap.*."),
        Refusal("[Dd]uplicate|already", "hostname", "The directory is known already."),
    ),
)
