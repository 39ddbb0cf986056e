# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Users who may dial in to an account's remote access VPNs."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Refusal, Resource

VPN_USER = Resource(
    "vpn_user",
    list="listVpnUsers",
    create="addVpnUser",
    delete="removeVpnUser",
    delete_by={"username": "username", "domainid": "domainid", "account": "account", "projectid": "projectid"},
    key=("username",),
    names=("username",),
    list_key="username",
    owned=True,
    asynchronous=True,
    fields=(
        Field("username", required=True, check=checks.name255),
        Field("password", needed_to_create=True, secret=True),
    ),
    answers=(Answer("state"),),
    refusals=(Refusal("already added|already exist", "username", "The account has the user; choose another name."),),
)
