"""The samples of what an administrator settles for the whole cloud."""

from __future__ import annotations

from typing import Any

from contract.samples.common import ZONE

HOST = {**ZONE, "host": "host-1"}

WORLD: list[tuple[str, dict[str, Any]]] = [
    ("configuration", {"name": "js.interpretation.enabled", "value": "true"}),
    ("configuration", {"name": "oauth2.enabled", "value": "true"}),
    ("configuration", {"name": "quota.enable.service", "value": "true"}),
    ("webhook", {"name": "told", "payload_url": "https://audit.example.com/told"}),
]

SAMPLES: dict[str, dict[str, Any]] = {
    "alert": {
        "calls": [("generateAlert", {"type": 12, "name": "ALERT.TEST", "description": "A test"})],
        "exists": {"name": "ALERT.TEST", "state": "present"},
        "changes": [],
        "absent": {"state": "archived"},
    },
    "event": {
        "exists": {"type": "ROLE.CREATE", "state": "present"},
        "changes": [],
        "absent": {"state": "archived"},
    },
    "webhook": {
        "create": {
            "name": "audit",
            "payload_url": "https://audit.example.com/events",
            "description": "What happens",
            "scope": "Local",
            "ssl_verification": True,
            "secret_key": "not-a-real-one",
        },
        "changes": [
            {"payload_url": "https://audit.example.com/all"},
            {"description": "All that happens", "scope": "Domain"},
            {"ssl_verification": False},
            {"state": "disabled"},
            {"state": "enabled"},
        ],
    },
    "webhook_filter": {
        "create": {"webhook": "told", "value": "VM", "mode": "Exclude", "match_type": "Prefix"},
        "changes": [],
        "own": ("value",),
    },
    "quota_tariff": {
        "create": {
            "name": "large machines",
            "usage_type": "RUNNING_VM",
            "value": 12.5,
            "description": "For more than 16 GB",
            "activation_rule": "value.computingResources.memory > 16384",
            "position": 2,
            "start_date": "2098-01-01",
            "end_date": "2099-01-01 12:00:00",
        },
        "changes": [
            {"value": 13},
            {"description": "For more than 32 GB", "activation_rule": "value.computingResources.memory > 32768"},
            {"position": 3},
            {"end_date": "2099-06-30"},
            {"description": "", "activation_rule": ""},
        ],
        "fixed": {"usage_type": "VOLUME", "start_date": "2097-01-01"},
    },
    "quota_email": {
        "exists": {"type": "QUOTA_LOW"},
        "changes": [
            {"subject": "Your account ${accountName} has little left", "body": "Please add credits.\n"},
            {"locale": "de_CH"},
        ],
    },
    "ldap_configuration": {"create": {"hostname": "ldap.example.com", "port": 389}, "changes": []},
    "oauth_provider": {
        "create": {
            "provider": "github",
            "description": "Developers",
            "client_id": "one",
            "secret_key": "not-a-real-one",
            "redirect_uri": "https://cloud.example.com/client/",
        },
        "changes": [
            {"client_id": "two", "description": "All developers"},
            {"redirect_uri": "https://cloud.example.com/"},
            {"authorize_url": "https://login.example.com/auth", "token_url": "https://login.example.com/token"},
            {"enabled": False},
            {"enabled": True},
        ],
    },
    "configuration": {
        "exists": {"name": "agent.load.threshold", "value": "0.70"},
        "changes": [{"value": "0.81"}, {"value": None, "state": "default"}],
    },
    "configurations": {
        "exists": {"settings": {"agent.load.threshold": "0.7", "expunge.delay": "60"}},
        "info": {"names": ["agent.load.threshold", "expunge.delay"]},
        "changes": [
            {"settings": {"agent.load.threshold": "0.82", "expunge.delay": "120", "log.hide.password": "true"}}
        ],
    },
    "management_server": {
        "exists": {"name": "localhost"},
        "changes": [{"state": "ready_to_shut_down"}, {"state": "up"}],
        "absent": None,
    },
    "os_category": {
        "create": {"name": "Appliances", "is_featured": True},
        "changes": [{"is_featured": False}],
    },
    "guest_os": {
        "create": {
            "display_name": "Appliance 1 (64-bit)",
            "name": "appliance1",
            "os_category": "Debian",
            "details": {"purpose": "test"},
        },
        "changes": [{"os_category": "Ubuntu"}, {"for_display": False}],
        "fixed": {"name": "appliance2"},
    },
    "guest_os_mapping": {
        "create": {
            "guest_os": "Debian GNU/Linux 12 (64-bit)",
            "hypervisor": "KVM",
            "hypervisor_version": "9.9",
            "os_name_for_hypervisor": "Debian GNU/Linux 12",
        },
        "changes": [{"os_name_for_hypervisor": "Debian 12"}],
    },
    "hypervisor_capability": {
        "exists": {"hypervisor": "KVM", "hypervisor_version": "default"},
        "changes": [
            {"max_guests_limit": 60, "max_data_volumes_limit": 30, "max_hosts_per_cluster": 40},
            {"security_group_enabled": False, "storage_motion_enabled": True, "vm_snapshot_enabled": False},
        ],
    },
    "secondary_storage_selector": {
        "create": {
            **ZONE,
            "name": "templates",
            "type": "TEMPLATE",
            "description": "Where templates go",
            "heuristic_rule": "secondaryStorages[0].id",
        },
        "changes": [{"heuristic_rule": "secondaryStorages[1].id"}],
        "fixed": {"type": "ISO", "description": "Elsewhere"},
    },
    "host_ha": {
        "create": {**HOST, "provider": "simulatorhaprovider"},
        "changes": [{"state": "enabled"}, {"state": "disabled"}],
    },
    "out_of_band_management": {
        "create": {
            **HOST,
            "driver": "ipmitool",
            "address": "192.0.2.31",
            "port": 623,
            "username": "operator",
            "password": "not-a-real-one",
        },
        "changes": [
            {"address": "192.0.2.32"},
            {"driver": "redfish", "port": 443},
            {"username": "admin"},
            {"state": "enabled"},
            {"state": "disabled"},
            {"state": "enabled"},
        ],
        "events": ["power_cycle", "power_off", "power_on", "power_reset", "power_soft"],
    },
    "system_vm": {
        "exists": {**ZONE, "type": "consoleproxy"},
        "changes": [{"state": "stopped"}, {"state": "started"}],
        "events": ["restarted"],
    },
}

LISTINGS: dict[str, dict[str, Any]] = {
    "usage": {"start_date": "2026-01-01", "end_date": "2026-01-31"},
    "certificate_authority": {"name": "root"},
    "quota_summary": {"list_all": True},
    "quota_credit": {"domain": "ROOT"},
}
