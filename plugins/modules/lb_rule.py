#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: lb_rule
short_description: Manage load balancer rules
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change and remove the rules that balance the traffic of a public port over instances.
  - A rule is known by O(name) and O(ip_address).
  - M(cloudstack.cloud.lb_rule_member) puts instances behind a rule.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name of the rule.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone of O(ip_address). It narrows the search for names and addresses.
    type: str
  vpc:
    description:
      - Name or id of the VPC of O(ip_address).
    type: str
  ip_address:
    description:
      - Public address, or its id.
    type: str
    required: true
    aliases:
      - public_ip
  network:
    description:
      - Name or id of the network of the instances. Needed for an address of a VPC, which has several networks.
      - CloudStack takes it only when the rule is created; a task that wants another value later fails.
    type: str
  description:
    description:
      - Description of the rule.
    type: str
  algorithm:
    description:
      - >-
        How instances are chosen: by the address of the client, in turn, or the one with the fewest connections.
      - When the rule is created without it, V(source) is used.
    type: str
    choices:
      - source
      - roundrobin
      - leastconn
  public_port:
    description:
      - Port of the public address.
      - Needed to create the rule.
      - CloudStack takes it only when the rule is created; a task that wants another value later fails.
    type: int
  private_port:
    description:
      - Port of the instances.
      - Needed to create the rule.
      - CloudStack takes it only when the rule is created; a task that wants another value later fails.
    type: int
  protocol:
    description:
      - Protocol, for example V(tcp), V(udp), V(tcp-proxy) or V(ssl).
      - CloudStack 4.23 cannot change a rule that was made without a protocol.
      - When the rule is created without it, V(tcp) is used.
    type: str
  cidrs:
    description:
      - Networks the traffic may come from.
      - Needs CloudStack 4.18 or newer.
      - It can be changed since CloudStack 4.22.
    type: list
    elements: str
    aliases:
      - cidr
  open_firewall:
    description:
      - Whether CloudStack also makes the firewall rule that lets the traffic in. Rules of a VPC have no firewall.
      - When the rule is created without it, V(false) is used.
      - Used only when the rule is created. The API does not show it, so it is not compared later.
    type: bool
  for_display:
    description:
      - Whether users see the rule. Only administrators may say it.
      - Needs CloudStack 4.4 or newer.
    type: bool
  stickiness:
    description:
      - How a client stays with its instance. What it leaves out stays as it is, V({}) ends it.
      - CloudStack cannot change it, so that a change removes it and makes it anew.
      - It is read only when the task gives it.
    type: dict
    suboptions:
      name:
        description:
          - Name of the policy. Needed to make one.
        type: str
      method:
        description:
          - By a cookie of the load balancer, by one of the application, or by the address of the client. Needed to
            make a policy.
        type: str
        choices:
          - LbCookie
          - AppCookie
          - SourceBased
      params:
        description:
          - Parameters of the method, such as V(holdtime) or V(tablesize).
        type: dict
      description:
        description:
          - Description of the policy.
        type: str
  health_check:
    description:
      - How the load balancer finds out whether an instance works. What it leaves out stays as it is, V({}) ends it.
      - CloudStack cannot change it, so that a change removes it and makes it anew.
      - The virtual router checks no health, and refuses it. It needs another provider of load balancing.
      - It is read only when the task gives it.
    type: dict
    suboptions:
      ping_path:
        description:
          - Path to ask for.
        type: str
      description:
        description:
          - Description of the health check.
        type: str
      response_timeout:
        description:
          - Seconds to wait for an answer.
        type: int
      interval:
        description:
          - Seconds between two checks.
        type: int
      healthy_threshold:
        description:
          - How many checks in a row must succeed until an instance counts as working.
        type: int
      unhealthy_threshold:
        description:
          - How many checks in a row must fail until an instance counts as broken.
        type: int
  ssl_cert:
    description:
      - Name or id of the certificate that the rule uses. V("") takes it off. Only rules with O(protocol=ssl) have
        one.
      - It is read only when the task gives it.
    type: str
  state:
    description:
      - V(present) makes sure that the rule exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing rule. It takes the place of the options that identify the rule.
    type: str
seealso:
  - module: cloudstack.cloud.lb_rule_info
  - module: cloudstack.cloud.lb_rule_member
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.ssl_cert
  - module: cloudstack.cloud.firewall
"""

EXAMPLES = r"""
---
- name: The network has a public address
  cloudstack.cloud.ip_address:
    zone: zone-1
    network: web-net
    tags:
      - key: purpose
        value: balance
  register: public

- name: The site is balanced, and a client stays with its instance
  cloudstack.cloud.lb_rule:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    name: web
    algorithm: roundrobin
    public_port: 80
    private_port: 8080
    stickiness:
      name: cookie
      method: LbCookie

- name: Instances with few connections come first, and no client stays
  cloudstack.cloud.lb_rule:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    name: web
    algorithm: leastconn
    stickiness: {}

- name: The site is not balanced any more
  cloudstack.cloud.lb_rule:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    name: web
    state: absent

- name: The public address is released
  cloudstack.cloud.ip_address:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the load balancer rule.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the rule.
  returned: when it exists
  type: str
zone:
  description: Name of the zone of C(ip_address).
  returned: when it has one
  type: str
  sample: zone-1
vpc:
  description: Name of the VPC of C(ip_address).
  returned: when the task gives it
  type: str
ip_address:
  description: Public address, or its id.
  returned: when it exists
  type: str
network:
  description:
    - Name of the network of the instances.
    - It is the id where the task does not name it.
  returned: when it has one
  type: str
  sample: web-net
description:
  description: Description of the rule.
  returned: when it has one
  type: str
algorithm:
  description: 'How instances are chosen: by the address of the client, in turn, or the one with the fewest
    connections.'
  returned: when it has one
  type: str
  sample: source
public_port:
  description: Port of the public address.
  returned: when it has one
  type: int
private_port:
  description: Port of the instances.
  returned: when it has one
  type: int
protocol:
  description: Protocol, for example V(tcp), V(udp), V(tcp-proxy) or V(ssl).
  returned: when it has one
  type: str
  sample: tcp
cidrs:
  description: Networks the traffic may come from.
  returned: when it has one
  type: list
  elements: str
for_display:
  description: Whether users see the rule.
  returned: when it has one
  type: bool
stickiness:
  description: How a client stays with its instance.
  returned: when it has one
  type: dict
health_check:
  description: How the load balancer finds out whether an instance works.
  returned: when it has one
  type: dict
ssl_cert:
  description: Name of the certificate that the rule uses.
  returned: when it has one
  type: str
public_ip:
  description: Public address.
  returned: when it has one
  type: str
cidr:
  description: Networks the traffic may come from, separated by commas.
  returned: when it has one
  type: str
network_id:
  description: Id of the network.
  returned: when it has one
  type: str
state:
  description: State of the rule.
  returned: when it has one
  type: str
domain:
  description: Domain of the owner.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account of the owner.
  returned: when it has one
  type: str
  sample: admin
project:
  description: Project of the owner.
  returned: when it has one
  type: str
tags:
  description: Tags, each with its key and value.
  returned: when it has one
  type: list
  elements: dict
  contains:
    key:
      description: Key of the tag.
      returned: always
      type: str
      sample: stage
    value:
      description: Value of the tag.
      returned: always
      type: str
      sample: production
  sample:
    - key: stage
      value: production
diff:
  description: What changes, in the names of the options. A side is empty where there is nothing.
  returned: changed
  type: dict
  contains:
    before:
      description: The values before.
      returned: changed
      type: dict
    after:
      description: The values afterwards.
      returned: changed
      type: dict
failure:
  description: What went wrong, for programs to read. The message says the same for people, and what to do.
  returned: failure
  type: dict
  contains:
    command:
      description: The command that the server refused, or whose answer was lost.
      returned: when a command was sent
      type: str
      sample: createNetwork
    code:
      description: HTTP status of the answer.
      returned: when the server answered with an error
      type: int
      sample: 431
    cserrorcode:
      description: CloudStack's own number of the kind of error.
      returned: when the server names one
      type: int
      sample: 4350
    errortext:
      description: What the server says.
      returned: when the server answered with an error
      type: str
      sample: Invalid zone id
    jobid:
      description: Id of the job that failed.
      returned: when a job failed
      type: str
      sample: 0b4c5c7c-3d9f-4b34-9f31-9c1b5b0e2a11
    option:
      description: The option at fault.
      returned: when an option is at fault
      type: str
      sample: zone
    value:
      description: The value of the option.
      returned: when nothing, or more than one thing, has that name
      type: raw
      sample: zone-1
    candidates:
      description: What answers to the name, each with its id and where it is.
      returned: when more than one thing has that name
      type: list
      elements: dict
    current:
      description: The value that cannot be changed.
      returned: when CloudStack takes the option only at creation
      type: raw
    wanted:
      description: The value that the task wants instead.
      returned: when CloudStack takes the option only at creation
      type: raw
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.lb_rule import LB_RULE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(LB_RULE)


if __name__ == "__main__":
    main()
