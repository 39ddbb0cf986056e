# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Certificates for load balancer rules. The server keeps their private keys to itself."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Flag, Knob, Refusal, Resource

SSL_CERT = Resource(
    "ssl_cert",
    list="listSslCerts",
    also=("listAccounts",),
    list_key="",
    list_id="certid",
    create="uploadSslCert",
    delete="deleteSslCert",
    owned=True,
    listed_by_owner_id=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Field(
            "certificate",
            needed_to_create=True,
            fixed=True,
            recreate="force",
            compare="lines",
            entails=("fingerprint",),
            check=checks.certificate,
        ),
        Field("private_key", needed_to_create=True, secret=True),
        Field("cert_chain", api="certchain", fixed=True, recreate="force", compare="lines", check=checks.certificate),
        Field("password", secret=True),
        Flag("enable_revocation_check", api="enabledrevocationcheck", read=None),
        Knob("force", default=False),
    ),
    answers=(Answer("fingerprint"), Answer("lb_rules", "list", read="loadbalancerrulelist")),
    refusals=(
        Refusal("certificate in use", "name", "Take it off the load balancer rules first (lb_rule: ssl_cert)."),
        Refusal("invalid certificate format|x509", "certificate", "Give the certificate in PEM form."),
        Refusal("private key|public and private", "private_key", "Give the key that the certificate was made with."),
    ),
)
