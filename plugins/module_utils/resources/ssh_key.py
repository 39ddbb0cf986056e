# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""SSH key pairs of an account."""

from __future__ import annotations

from .. import checks
from ..fingerprints import fingerprint
from ..spec import Answer, Field, Resource

SSH_KEY = Resource(
    "ssh_key",
    list="listSSHKeyPairs",
    create="createSSHKeyPair",
    create_when={"public_key": "registerSSHKeyPair"},
    delete="deleteSSHKeyPair",
    delete_by={"name": "name", "domainid": "domainid", "account": "account", "projectid": "projectid"},
    owned=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Field(
            "public_key",
            read="fingerprint",
            compare="fingerprint",
            result="fingerprint",
            shown=fingerprint,
            fixed=True,
            recreate=True,
            check=checks.public_key,
        ),
    ),
    reveals=(Answer("private_key", vital=True),),
    filters={"fingerprint": "fingerprint"},
    info=(Field("fingerprint", steers=True),),
)
