# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Permissions: who else may use a network of one owner."""

from __future__ import annotations

from ..spec import Answer, Field, Ref, Refusal, Resource
from .network import NETWORK_REF
from .project import PROJECT
from .zone import ZONE

NETWORK_PERMISSION = Resource(
    "network_permission",
    list="listNetworkPermissions",
    create="createNetworkPermissions",
    delete="removeNetworkPermissions",
    delete_by={"networkid": "networkid", "accountids": "accountid", "projectids": "projectid"},
    key=("for_account", "for_project"),
    list_key="",
    list_id="",
    list_needs=("network",),
    info_needs=("network",),
    id_option=False,
    owned=True,
    inherits_owner=True,
    lists_owned=False,
    one_of=(("for_account", "for_project"),),
    exclusive=(("for_account", "for_project"),),
    fields=(
        Ref("zone", target=ZONE, steers=True),
        Ref(
            "network",
            target=NETWORK_REF,
            within=("zone",),
            required=True,
            fixed=True,
            scope=True,
            unique=False,
            shows=None,
        ),
        Field("for_account", api="accounts", read="account", fixed=True, absence=True),
        Ref(
            "for_project",
            target=PROJECT,
            api="projectids",
            read="projectid",
            shows="project",
            fixed=True,
            absence=True,
            unique=False,
        ),
    ),
    answers=(Answer("domain"),),
    omits={"accountids": "accounts are named in the domain of the network"},
    refusals=(
        Refusal("unable to find the account", "for_account", "Name an account of the domain that the network is in."),
        Refusal("fit isolated and layer 2", "network", "Shared networks say with their scope who may use them."),
    ),
)
