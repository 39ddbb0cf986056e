# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The inventory plugin instance. What it decides stands in plugin_utils, as functions that need no Ansible."""

from __future__ import annotations

DOCUMENTATION = r"""
name: instance
author: CloudStack collection maintainers (@cloudstack)
version_added: 0.1.0
short_description: Instances of Apache CloudStack as inventory
description:
  - Makes a host of every instance that the filters leave, and on request of hypervisor hosts, virtual routers and
    system VMs, too.
  - The name of its configuration file contains C(cloudstack) and ends in C(.yml) or C(.yaml).
  - "What is known of an instance are variables with the prefix C(cloudstack_): the results of
    M(cloudstack.cloud.instance_info), with C(cloudstack_tags) as a dictionary, C(cloudstack_cloud) and
    C(cloudstack_source)."
  - Everything is in the group C(cloudstack), and in one of C(cloudstack_instances), C(cloudstack_hosts),
    C(cloudstack_routers) and C(cloudstack_system_vms). The last three have groups by place below them, such as
    C(cloudstack_hosts_zone_NAME), C(cloudstack_hosts_pod_ZONE_POD) and C(cloudstack_hosts_cluster_ZONE_POD_CLUSTER).
  - What tenants write is data. A tag, a name or a description becomes no variable of its own, is never a template, and
    cannot stop the run. A character in a name that may mean something to Ansible becomes an underscore, and no instance
    takes the name of a group or of the controller.
  - The connection can also be told by the environment or by a profile, as for modules. Values of options may be
    templates, with extra variables in them.
extends_documentation_fragment:
  - cloudstack.cloud.connection
  - cloudstack.cloud.inventory_filters
  - ansible.builtin.constructed
  - ansible.builtin.inventory_cache
options:
  plugin:
    description: Says that a file is for this plugin.
    type: str
    required: true
    choices:
      - cloudstack.cloud.instance
  clouds:
    description:
      - Several clouds, or several accounts of one, in one file.
      - An entry needs a C(name). It can have O(sources), O(all_projects), O(list_all), every C(filter_by_) option and
        every option of the connection; those it does not have are taken from beside O(clouds).
      - An instance that is found in several of them is the first one's.
    type: list
    elements: dict
    default: []
  sources:
    description: What becomes hosts. All but V(instances) needs the key of an administrator.
    type: list
    elements: str
    choices:
      - instances
      - hosts
      - routers
      - system_vms
    default:
      - instances
  list_all:
    description: Whether to show everything the user may see, and not only what belongs to the user's own account.
    type: bool
    default: false
  all_projects:
    description: Whether to show what belongs to projects, too. It excludes O(filter_by_project).
    type: bool
    default: false
  include_filters:
    description:
      - Jinja2 conditions on the variables of a host. With any, only hosts that meet one of them are in the inventory.
      - What the server can sort out is better told with the C(filter_by_) options.
    type: list
    elements: str
    default: []
  exclude_filters:
    description: Jinja2 conditions on the variables of a host. Hosts that meet one of them are not in the inventory.
    type: list
    elements: str
    default: []
  hostnames:
    description:
      - What hosts are called, the first that gives a name.
      - An entry is the name of a variable without its prefix, such as V(name), V(display_name), V(id) or V(default_ip),
        or a Jinja2 expression on the variables, such as V(cloudstack_tags.fqdn).
      - Where several come to the same name, the oldest has it, in the order of O(clouds), and the others have the first
        eight characters of their id behind it. What has no name is called by its id.
    type: list
    elements: str
    default:
      - name
  ansible_host_from:
    description:
      - Ways to reach an instance. The first that it has gives C(ansible_host). With none of them, there is no such
        variable.
      - V(public) is an address of a NIC that is not of a private range. V(static_nat) is the public address that leads
        to the instance alone. V(port_forward) is a public address with a forwarded port, which gives C(ansible_port),
        too. V(secondary) is a secondary address of a NIC. V(ipv6) is its IPv6 address, and V(private) its IPv4 address.
        The default NIC comes first.
      - Hypervisor hosts, routers and system VMs have V(public) and V(private) addresses.
      - Without it, O(hostname) says the address.
    type: list
    elements: str
    choices:
      - public
      - static_nat
      - port_forward
      - secondary
      - ipv6
      - private
  forwarded_port:
    description: The port of the instance to which a forwarded port must lead to count as a way to it.
    type: int
    default: 22
  hostname:
    description:
      - Which address becomes C(ansible_host), in one word. O(ansible_host_from) says more, and wins over it.
      - V(v4_default_ip) is the IPv4 address of the default NIC, V(v4_public_ip) the public one. With V(hostname) there
        is no C(ansible_host), so the name of the host must lead to it.
    type: str
    choices:
      - v4_default_ip
      - v4_public_ip
      - hostname
    default: v4_default_ip
  vars_prefix:
    description:
      - How the names of the variables begin. With an empty text they have no prefix.
    type: str
    default: cloudstack_
  max_parallel:
    description: How many requests to a cloud are under way at the same time.
    type: int
    default: 4
notes:
  - A host of the same name in another inventory source is the same host to Ansible. Where tenants choose names, let
    O(hostnames) have something that they do not choose in it.
  - A keyed group without a prefix may be any group of the inventory, and what a tag says decides who is in it. Give
    keyed groups a prefix.
seealso:
  - module: cloudstack.cloud.instance_info
"""

EXAMPLES = r"""
---
# All running instances of the user's account, reached through a forwarded port where they have no public address.
plugin: cloudstack.cloud.instance
filter_by_state: Running
ansible_host_from: [static_nat, port_forward, private]

---
# Instances of two zones and of all projects, in groups by zone and by the tag "role".
plugin: cloudstack.cloud.instance
list_all: true
all_projects: true
filter_by_zone: [zone-1, zone-2]
keyed_groups:
  - key: cloudstack_zone
    prefix: zone
  - key: cloudstack_tags.role
    prefix: role
compose:
  ansible_user: "'admin' if 'Windows' in cloudstack_template else 'root'"
hostnames:
  - cloudstack_tags.fqdn
  - name

---
# Two clouds in one file, without what is tagged as nobody's business, kept in a cache for ten minutes.
plugin: cloudstack.cloud.instance
clouds:
  - name: east
    api_profile: east
  - name: west
    api_profile: west
    filter_by_tags:
      - key: managed
        value: "yes"
exclude_filters:
  - cloudstack_tags.managed | default('yes') == 'no'
keyed_groups:
  - key: cloudstack_cloud
cache: true
cache_plugin: ansible.builtin.jsonfile
cache_connection: /tmp/inventory-cache
cache_timeout: 600

---
# What an operator looks after.
plugin: cloudstack.cloud.instance
sources: [hosts, routers, system_vms]
"""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Mapping, Sequence

from ansible import constants
from ansible.errors import AnsibleParserError
from ansible.inventory.group import to_safe_group_name
from ansible.module_utils.common.text.converters import to_native
from ansible.plugins.inventory import BaseInventoryPlugin, Cacheable, Constructable
from ansible.utils.unsafe_proxy import wrap_var

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import CloudError, OptionError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.inventory_addresses import FORMER_ORDERS, WAYS
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.inventory_clouds import (
    OF_A_CLOUD,
    Cloud,
    as_list,
    clouds,
    refuse_unknown,
)
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.inventory_hosts import Entry, hosts
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.inventory_names import (
    distinct_names,
    host_name,
    place_groups,
)
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.inventory_reading import Read, read_cloud

MOST_CLOUDS = 8
"""So many clouds are read at the same time."""

MARKS_DATA = hasattr(wrap_var(""), "__UNSAFE__")
"""Before ansible-core 2.19, a text is a template unless it is marked as data; since then only if it is trusted."""


def untrusted(variables: dict[str, Any]) -> dict[str, Any]:
    """Variables whose values are never templates."""
    return dict(wrap_var(variables)) if MARKS_DATA else variables


class InventoryModule(BaseInventoryPlugin, Constructable, Cacheable):
    """Reads, names and places the hosts; see the documentation above."""

    NAME = "cloudstack.cloud.instance"

    def _sanitize_group_name(self, name: str) -> str:
        """A group's name as Ansible accepts it. Where a tenant's data becomes one, it is not that of all groups."""
        safe = str(to_safe_group_name(name, force=True, silent=True))
        return f"{safe}_" if safe in ("all", "ungrouped") else safe

    def verify_file(self, path: str) -> bool:
        """Tell whether a file may be one of this plugin's, by its name."""
        name = path.rsplit("/", 1)[-1]
        return super().verify_file(path) and "cloudstack" in name and name.endswith((".yml", ".yaml"))

    def parse(self, inventory: Any, loader: Any, path: str, cache: bool = True) -> None:
        """Fill the inventory with what the configuration file at C(path) asks for."""
        super().parse(inventory, loader, path, cache)
        self._groups: set[str] = set()
        given = self._read_config_data(path)
        try:
            known = constants.config.get_configuration_definitions("inventory", self._load_name)
            refuse_unknown(given, known)
            self._fill(self._read(path, cache), self._order())
        except CloudError as error:
            raise AnsibleParserError(f"{path}: {error.message}") from error

    def _read(self, path: str, cache: bool) -> list[tuple[str, Read]]:
        """What the cache holds of the clouds, or else what they answer."""
        self.templar.available_variables = self._vars
        wanted = clouds({name: self._settled(name) for name in ("clouds", *OF_A_CLOUD) if name != "name"})
        self.load_cache_plugin()
        key = "_".join([self.get_cache_key(path), *(cloud.digest() for cloud in wanted), *self._further()])
        cached = self._cached(key) if cache and self.get_option("cache") else None
        if cached is not None:
            return list(cached)
        for warning in sorted({text for cloud in wanted for text in cloud.settings.warnings}):
            self.display.warning(warning)
        with ThreadPoolExecutor(min(len(wanted), MOST_CLOUDS)) as pool:
            found = list(pool.map(self._read_one, wanted))
        if self.get_option("cache"):
            self._cache[key] = [list(one) for one in found]
        return found

    def _settled(self, name: str) -> Any:
        """The value of an option, with templates in it made what they stand for."""
        return self.templar.template(self.get_option(name))

    def _cached(self, key: str) -> Any:
        try:
            return self._cache[key]
        except KeyError:
            return None

    def _read_one(self, cloud: Cloud) -> tuple[str, Read]:
        try:
            return cloud.name, read_cloud(cloud, self.get_option("max_parallel"), bool(self._further()))
        except CloudError as error:
            error.message = f"{cloud.name}: {error.message}"
            raise

    def _further(self) -> list[str]:
        """What is read beside the sources."""
        return [way for way in self._order() if way == "port_forward"]

    def _order(self) -> Sequence[str]:
        order = as_list(self.get_option("ansible_host_from"))
        for way in order:
            if way not in WAYS:
                raise OptionError("ansible_host_from", f"ansible_host_from: '{way}' is not one of {', '.join(WAYS)}.")
        return order or FORMER_ORDERS[self.get_option("hostname")]

    def _prefix(self) -> str:
        prefix = str(self.get_option("vars_prefix") or "")
        if not re.match(r"([A-Za-z_]\w*)?$", prefix, re.ASCII) or prefix.startswith("ansible"):
            raise OptionError(
                "vars_prefix",
                f"vars_prefix: '{prefix}' cannot begin the name of a variable. It consists of letters, digits and "
                "underscores, begins with none of the digits, and not with 'ansible'.",
            )
        return prefix

    def _fill(self, read: Sequence[tuple[str, Read]], order: Sequence[str]) -> None:
        prefix, strict = self._prefix(), self.get_option("strict")
        chosen = []
        for entry in hosts(read, order, self.get_option("forwarded_port")):
            variables = untrusted(entry.variables(prefix))
            if self._is_wanted(variables, strict):
                chosen.append((entry, variables))
        names = distinct_names(
            [(self._name(entry, variables, strict), entry.id) for entry, variables in chosen], self._taken(read)
        )
        for name, (entry, variables) in zip(names, chosen):
            self.inventory.add_host(name, self._group(entry))
            for key, value in variables.items():
                self.inventory.set_variable(name, key, value)
            self._construct(name, variables, strict)

    def _taken(self, read: Sequence[tuple[str, Read]]) -> set[str]:
        """The names of groups there are or will be; a host of such a name would be taken for the group."""
        sources = {source for _cloud, rows in read for source in rows}
        own = {"cloudstack", *(f"cloudstack_{source}" for source in sources)}
        composed = {self._sanitize_group_name(name) for name in self.get_option("groups")}
        return {name.lower() for name in (*self.inventory.groups, *own, *composed)}

    def _is_wanted(self, variables: Mapping[str, Any], strict: bool) -> bool:
        included = as_list(self.get_option("include_filters"))
        excluded = as_list(self.get_option("exclude_filters"))
        if included and not any(self._holds("include_filters", one, variables, strict) for one in included):
            return False
        return not any(self._holds("exclude_filters", one, variables, strict) for one in excluded)

    def _holds(self, option: str, condition: str, variables: Mapping[str, Any], strict: bool) -> bool:
        return bool(self._value(option, condition, variables, strict))

    def _value(self, option: str, expression: str, variables: Mapping[str, Any], strict: bool) -> Any:
        """What an expression gives; nothing where it cannot be worked out and that is no error."""
        try:
            return self._compose(expression, variables)
        except Exception as error:
            if strict:
                raise OptionError(
                    option, f"{option}: '{expression}' cannot be worked out: {to_native(error)}"
                ) from error
            return None

    def _name(self, entry: Entry, variables: Mapping[str, Any], strict: bool) -> str:
        for wanted in as_list(self.get_option("hostnames")):
            value = entry.own.get(wanted)
            if value is None and not re.match(r"\w+$", wanted):
                value = self._value("hostnames", wanted, variables, strict)
            if host_name(value):
                return host_name(value)
        return entry.id

    def _group(self, entry: Entry) -> str:
        """The innermost group of a host, which is made with those around it."""
        around = ["cloudstack", f"cloudstack_{entry.source}"]
        if entry.source != "instances":
            around += [self._sanitize_group_name(name) for name in place_groups(entry.source, entry.places)]
        if around[-1] in self._groups:
            return around[-1]
        self._groups.add(around[-1])
        for group in around:
            self.inventory.add_group(group)
        for outer, inner in zip(around, around[1:]):
            if inner not in {child.name for child in self.inventory.groups[outer].child_groups}:
                self.inventory.add_child(outer, inner)
        return around[-1]

    def _construct(self, name: str, variables: Mapping[str, Any], strict: bool) -> None:
        """Variables and groups that the user composes. What one host's data does to them stops nothing."""
        for option, make in (
            ("compose", self._set_composite_vars),
            ("groups", self._add_host_to_composed_groups),
            ("keyed_groups", self._add_host_to_keyed_groups),
        ):
            wanted = self.get_option(option)
            try:
                if wanted:
                    make(wanted, variables, name, strict=strict)
            except Exception as error:
                if strict:
                    raise AnsibleParserError(f"{name}: {to_native(error)}") from error
                self.display.warning(f"{name}: {to_native(error)}")
