#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: converge
short_description: Bring many resources to a state in one task
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Takes a list of resources, each with the options of its own module, and brings all of them to what the options want.
  - Everything is planned before anything is sent. An entry that cannot work stops the task before the first change.
  - What is to be done is done side by side, in an order in which each resource finds what it refers to, and the running
    jobs are looked after together. A fleet takes little longer than its slowest job.
  - Resources that are as they should be cost shared lists, not one question each.
  - In check mode a resource may refer to another one that the same task would make. What only the server will know by
    then, such as the templates of a zone that is not there yet, is planned when it is there.
attributes:
  idempotent:
    support: partial
    details: An entry whose C(state) acts at every run of its own module, such as C(restarted), does so
      here, too.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  resources:
    description:
      - The resources, as a list of entries of one kind and its options, or as a mapping of kinds to lists of options.
      - A kind is the name of a module of this collection, such as V(zone), V(network) or V(instance), and takes the
        options of that module except those of the connection.
      - Kinds may stand in any order. An entry for something that stands in the list already is done after everything
        before it, so that a zone can be made first and enabled last. In a mapping it is done after everything else.
    type: raw
    required: true
  state:
    description:
      - The state of the entries. With V(present) an entry may ask for another one with its own C(state).
      - V(absent) removes all of them, in the reverse order.
    type: str
    choices:
      - present
      - absent
    default: present
  on_error:
    description:
      - What happens when a resource fails.
      - With V(stop) nothing is begun any more, what runs is waited for, and the task fails.
      - With V(continue) the others are still done before the task fails.
    type: str
    choices:
      - stop
      - continue
    default: stop
  max_parallel:
    description:
      - How many resources are worked on at the same time. Those that only wait for a job of the server do not count.
    type: int
    default: 16
  reveal:
    description:
      - Whether the result holds what the server tells only once, such as the password that it has made for an instance.
      - With V(false) no result, log or screen shows it. A private key that the server made is told in any case, for its
        key pair would be of no use without it.
    type: bool
    default: true
seealso:
  - module: cloudstack.cloud.instance
  - module: cloudstack.cloud.zone
"""

EXAMPLES = r"""
---
- name: A network and two instances in it exist
  cloudstack.cloud.converge:
    resources:
      - network:
          name: app-net
          zone: zone-1
          network_offering: DefaultIsolatedNetworkOfferingWithSourceNatService
      - instance:
          name: app-1
          zone: zone-1
          template: CentOS 5.6 (64-bit) no GUI (Simulator)
          service_offering: Small Instance
          networks: [app-net]
      - instance:
          name: app-2
          zone: zone-1
          template: CentOS 5.6 (64-bit) no GUI (Simulator)
          service_offering: Small Instance
          networks: [app-net]

- name: Written by kind, with what tells them apart, for all of them are there already
  cloudstack.cloud.converge:
    resources:
      network:
        - name: app-net
          zone: zone-1
      instance:
        - name: app-1
          zone: zone-1
        - name: app-2
          zone: zone-1

- name: The instances and their network are gone
  cloudstack.cloud.converge:
    state: absent
    resources:
      - network:
          name: app-net
          zone: zone-1
      - instance:
          name: app-1
          zone: zone-1
          state: expunged
      - instance:
          name: app-2
          zone: zone-1
          state: expunged
"""

RETURN = r"""
---
diff:
  description: What changed, by kind and name of the resource, in the names of its options.
  returned: when something changed
  type: dict
  contains:
    before:
      description: The resources before.
      returned: when something changed
      type: dict
    after:
      description: The resources afterwards.
      returned: when something changed
      type: dict
resources:
  description: What became of each entry, in the order in which they were given.
  returned: always
  type: list
  elements: dict
  contains:
    kind:
      description: The kind of the resource.
      returned: always
      type: str
      sample: instance
    name:
      description: The name of the resource, or what else identifies it.
      returned: always
      type: str
      sample: app-1
    changed:
      description: Whether it was changed.
      returned: always
      type: bool
    skipped:
      description: Whether it was not begun because another one had failed.
      returned: when something failed
      type: bool
    result:
      description: The resource, with the keys that its own module returns.
      returned: when it was worked on
      type: dict
    diff:
      description: The resource before and after, in the names of its options.
      returned: when it was changed
      type: dict
    failed:
      description: Whether it failed.
      returned: when it failed
      type: bool
    msg:
      description: What went wrong, and what can be done.
      returned: when it failed
      type: str
    failure:
      description: The same for machines, as RV(failure).
      returned: when it failed
      type: dict
failure:
  description: Facts about the first error, for machines.
  returned: failure
  type: dict
  sample:
    command: deployVirtualMachine
    code: 431
    errortext: Unable to find a suitable host.
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.fleet.converge import CONVERGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_module


def main() -> None:
    run_module(CONVERGE)


if __name__ == "__main__":
    main()
