# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""All kinds of resources by the name of their module. Imported where any of them may be wanted."""

from __future__ import annotations

from typing import Mapping, Union

from .resources.account import ACCOUNT
from .resources.affinity_group import AFFINITY_GROUP
from .resources.alert import ALERT
from .resources.annotation import ANNOTATION
from .resources.asn_range import ASN_RANGE
from .resources.async_job import ASYNC_JOB
from .resources.backup import BACKUP
from .resources.backup_offering import BACKUP_OFFERING
from .resources.backup_repository import BACKUP_REPOSITORY
from .resources.backup_schedule import BACKUP_SCHEDULE
from .resources.bgp_peer import BGP_PEER
from .resources.capacity import CAPACITY
from .resources.certificate import CERTIFICATE
from .resources.certificate_authority import CERTIFICATE_AUTHORITY
from .resources.cluster import CLUSTER
from .resources.configuration import CONFIGURATION
from .resources.configurations import CONFIGURATIONS
from .resources.console_endpoint import CONSOLE_ENDPOINT
from .resources.dedication import DEDICATION
from .resources.disk_offering import DISK_OFFERING
from .resources.domain import DOMAIN
from .resources.egress_rules import EGRESS_RULES
from .resources.event import EVENT
from .resources.firewall import FIREWALL
from .resources.firewall_rules import FIREWALL_RULES
from .resources.guest_os import GUEST_OS
from .resources.guest_os_mapping import GUEST_OS_MAPPING
from .resources.guest_vlan_range import GUEST_VLAN_RANGE
from .resources.host import HOST
from .resources.host_certificate import HOST_CERTIFICATE
from .resources.host_ha import HOST_HA
from .resources.hypervisor_capability import HYPERVISOR_CAPABILITY
from .resources.image_store import IMAGE_STORE
from .resources.instance import INSTANCE
from .resources.instance_group import INSTANCE_GROUP
from .resources.instance_import import INSTANCE_IMPORT
from .resources.instance_nic import INSTANCE_NIC
from .resources.instance_nic_secondaryip import INSTANCE_NIC_SECONDARYIP
from .resources.instance_password_reset import INSTANCE_PASSWORD_RESET
from .resources.instance_schedule import INSTANCE_SCHEDULE
from .resources.instance_snapshot import INSTANCE_SNAPSHOT
from .resources.internal_lb_vm import INTERNAL_LB_VM
from .resources.ip_address import IP_ADDRESS
from .resources.ip_address_reservation import IP_ADDRESS_RESERVATION
from .resources.ip_quarantine import IP_QUARANTINE
from .resources.ipv4_guest_subnet import IPV4_GUEST_SUBNET
from .resources.ipv4_subnet import IPV4_SUBNET
from .resources.ipv6_firewall import IPV6_FIREWALL
from .resources.ipv6_prefix import IPV6_PREFIX
from .resources.iso import ISO
from .resources.lb_internal import LB_INTERNAL
from .resources.lb_internal_member import LB_INTERNAL_MEMBER
from .resources.lb_rule import LB_RULE
from .resources.lb_rule_member import LB_RULE_MEMBER
from .resources.ldap_configuration import LDAP_CONFIGURATION
from .resources.management_ip_range import MANAGEMENT_IP_RANGE
from .resources.management_server import MANAGEMENT_SERVER
from .resources.network import NETWORK
from .resources.network_acl import NETWORK_ACL
from .resources.network_acl_rule import NETWORK_ACL_RULE
from .resources.network_acl_rules import NETWORK_ACL_RULES
from .resources.network_offering import NETWORK_OFFERING
from .resources.network_permission import NETWORK_PERMISSION
from .resources.network_service_provider import NETWORK_SERVICE_PROVIDER
from .resources.oauth_provider import OAUTH_PROVIDER
from .resources.os_category import OS_CATEGORY
from .resources.out_of_band_management import OUT_OF_BAND_MANAGEMENT
from .resources.physical_network import PHYSICAL_NETWORK
from .resources.pod import POD
from .resources.portable_ip_range import PORTABLE_IP_RANGE
from .resources.portforward import PORTFORWARD
from .resources.portforwards import PORTFORWARDS
from .resources.project import PROJECT
from .resources.project_member import PROJECT_MEMBER
from .resources.project_role import PROJECT_ROLE
from .resources.project_role_permission import PROJECT_ROLE_PERMISSION
from .resources.quota_credit import QUOTA_CREDIT
from .resources.quota_email import QUOTA_EMAIL
from .resources.quota_summary import QUOTA_SUMMARY
from .resources.quota_tariff import QUOTA_TARIFF
from .resources.region import REGION
from .resources.remote_access_vpn import REMOTE_ACCESS_VPN
from .resources.resource_limit import RESOURCE_LIMIT
from .resources.resource_limits import RESOURCE_LIMITS
from .resources.role import ROLE
from .resources.role_permission import ROLE_PERMISSION
from .resources.role_permissions import ROLE_PERMISSIONS
from .resources.router import ROUTER
from .resources.routing_firewall import ROUTING_FIREWALL
from .resources.secondary_storage_selector import SECONDARY_STORAGE_SELECTOR
from .resources.security_group import SECURITY_GROUP
from .resources.security_group_rule import SECURITY_GROUP_RULE
from .resources.security_group_rules import SECURITY_GROUP_RULES
from .resources.service_offering import SERVICE_OFFERING
from .resources.ssh_key import SSH_KEY
from .resources.ssl_cert import SSL_CERT
from .resources.static_nat import STATIC_NAT
from .resources.static_route import STATIC_ROUTE
from .resources.storage_ip_range import STORAGE_IP_RANGE
from .resources.storage_pool import STORAGE_POOL
from .resources.system_vm import SYSTEM_VM
from .resources.tag import TAG
from .resources.template import TEMPLATE
from .resources.traffic_type import TRAFFIC_TYPE
from .resources.unmanaged_instance import UNMANAGED_INSTANCE
from .resources.usage import USAGE
from .resources.user import USER
from .resources.user_data import USER_DATA
from .resources.user_key import USER_KEY
from .resources.vlan_ip_range import VLAN_IP_RANGE
from .resources.vnf_template import VNF_TEMPLATE
from .resources.volume import VOLUME
from .resources.volume_snapshot import VOLUME_SNAPSHOT
from .resources.volume_snapshot_policy import VOLUME_SNAPSHOT_POLICY
from .resources.vpc import VPC
from .resources.vpc_offering import VPC_OFFERING
from .resources.vpc_private_gateway import VPC_PRIVATE_GATEWAY
from .resources.vpn_connection import VPN_CONNECTION
from .resources.vpn_customer_gateway import VPN_CUSTOMER_GATEWAY
from .resources.vpn_gateway import VPN_GATEWAY
from .resources.vpn_user import VPN_USER
from .resources.webhook import WEBHOOK
from .resources.webhook_filter import WEBHOOK_FILTER
from .resources.zone import ZONE
from .rulesets.spec import RuleSet
from .spec import Resource, Variants

Kind = Union[Resource, Variants, RuleSet]

RENAMED: Mapping[str, str] = {"api_request": "api"}
"""Modules that had another name in the collection that users come from."""

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        CONFIGURATION,
        CONFIGURATIONS,
        LDAP_CONFIGURATION,
        OAUTH_PROVIDER,
        WEBHOOK,
        WEBHOOK_FILTER,
        QUOTA_TARIFF,
        QUOTA_EMAIL,
        QUOTA_SUMMARY,
        QUOTA_CREDIT,
        EVENT,
        ALERT,
        ASYNC_JOB,
        CAPACITY,
        USAGE,
        MANAGEMENT_SERVER,
        HYPERVISOR_CAPABILITY,
        OS_CATEGORY,
        GUEST_OS,
        GUEST_OS_MAPPING,
        REGION,
        PORTABLE_IP_RANGE,
        DISK_OFFERING,
        SERVICE_OFFERING,
        DOMAIN,
        ROLE,
        ROLE_PERMISSION,
        ROLE_PERMISSIONS,
        ACCOUNT,
        USER,
        USER_KEY,
        PROJECT,
        PROJECT_ROLE,
        PROJECT_ROLE_PERMISSION,
        PROJECT_MEMBER,
        RESOURCE_LIMIT,
        RESOURCE_LIMITS,
        ZONE,
        PHYSICAL_NETWORK,
        TRAFFIC_TYPE,
        NETWORK_SERVICE_PROVIDER,
        POD,
        MANAGEMENT_IP_RANGE,
        STORAGE_IP_RANGE,
        CLUSTER,
        HOST,
        STORAGE_POOL,
        OUT_OF_BAND_MANAGEMENT,
        HOST_HA,
        HOST_CERTIFICATE,
        IMAGE_STORE,
        BACKUP_REPOSITORY,
        BACKUP_OFFERING,
        SECONDARY_STORAGE_SELECTOR,
        IPV4_SUBNET,
        IPV4_GUEST_SUBNET,
        IPV6_PREFIX,
        ASN_RANGE,
        BGP_PEER,
        GUEST_VLAN_RANGE,
        SSH_KEY,
        AFFINITY_GROUP,
        INSTANCE_GROUP,
        USER_DATA,
        VPC_OFFERING,
        VPC,
        NETWORK_ACL,
        NETWORK_ACL_RULE,
        NETWORK_OFFERING,
        NETWORK_ACL_RULES,
        NETWORK,
        NETWORK_PERMISSION,
        VPC_PRIVATE_GATEWAY,
        STATIC_ROUTE,
        VLAN_IP_RANGE,
        DEDICATION,
        SECURITY_GROUP,
        SECURITY_GROUP_RULE,
        SECURITY_GROUP_RULES,
        INSTANCE,
        UNMANAGED_INSTANCE,
        INSTANCE_IMPORT,
        INSTANCE_SNAPSHOT,
        VOLUME,
        VOLUME_SNAPSHOT,
        VOLUME_SNAPSHOT_POLICY,
        BACKUP,
        BACKUP_SCHEDULE,
        TEMPLATE,
        VNF_TEMPLATE,
        ISO,
        INSTANCE_PASSWORD_RESET,
        CONSOLE_ENDPOINT,
        INSTANCE_SCHEDULE,
        INSTANCE_NIC,
        INSTANCE_NIC_SECONDARYIP,
        IP_QUARANTINE,
        IP_ADDRESS_RESERVATION,
        IP_ADDRESS,
        STATIC_NAT,
        FIREWALL,
        FIREWALL_RULES,
        EGRESS_RULES,
        ROUTING_FIREWALL,
        IPV6_FIREWALL,
        PORTFORWARD,
        PORTFORWARDS,
        SSL_CERT,
        LB_RULE,
        LB_RULE_MEMBER,
        LB_INTERNAL,
        LB_INTERNAL_MEMBER,
        INTERNAL_LB_VM,
        ROUTER,
        VPN_CUSTOMER_GATEWAY,
        VPN_GATEWAY,
        VPN_CONNECTION,
        REMOTE_ACCESS_VPN,
        VPN_USER,
        SYSTEM_VM,
        CERTIFICATE,
        CERTIFICATE_AUTHORITY,
        TAG,
        ANNOTATION,
    )
}
"""Every kind that has a module, an info module or both, in an order in which each can be made after those before it."""
