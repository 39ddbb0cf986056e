# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The far ends of site-to-site VPN connections."""

from __future__ import annotations

from .. import checks
from ..spec import Choice, Field, Flag, Listing, Number, Refusal, Resource

VPN_CUSTOMER_GATEWAY = Resource(
    "vpn_customer_gateway",
    list="listVpnCustomerGateways",
    list_key="",
    create="createVpnCustomerGateway",
    update="updateVpnCustomerGateway",
    update_whole={},
    delete="deleteVpnCustomerGateway",
    owned=True,
    asynchronous=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Field("gateway", needed_to_create=True),
        Listing("cidrs", api="cidrlist", aliases=("cidr",), needed_to_create=True, check=checks.cidrs),
        Field("ipsec_psk", read="ipsecpsk", secret=True, needed_to_create=True),
        Field("ike_policy", compare="folded", needed_to_create=True),
        Field("esp_policy", compare="folded", needed_to_create=True),
        Number("ike_lifetime"),
        Number("esp_lifetime"),
        Choice("ike_version", ("ike", "ikev1", "ikev2")),
        Flag("dpd"),
        Flag("force_encap"),
        Flag("split_connections"),
    ),
    refusals=(
        Refusal("gateway ip .* is invalid", "gateway", "Give the public address of the far end."),
        Refusal("cidr", "cidrs", "Give the networks behind the far end, such as 192.168.77.0/24."),
        Refusal("with name .* already existed", "name", "Another customer gateway has the name; choose another one."),
        Refusal("still related VPN connections", "name", "Remove the connections to it first (vpn_connection)."),
        Refusal("ike policy", "ike_policy", "Write it like aes256-sha256;modp2048."),
        Refusal("esp policy", "esp_policy", "Write it like aes256-sha256;modp2048."),
    ),
)
