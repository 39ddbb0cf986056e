# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations


class ModuleDocFragment:
    """What the server leaves out of an inventory."""

    DOCUMENTATION = r"""
options:
  filter_by_zone:
    description: Only what is in one of these zones, given by name or id. It narrows all sources.
    type: list
    elements: str
  filter_by_domain:
    description: Only what belongs to this domain, given as its path (V(ROOT/web/dev)), its name or its id.
    type: str
  filter_by_account:
    description: Only what belongs to this account. O(filter_by_domain) must be given, too.
    type: str
  filter_by_project:
    description: Only what belongs to this project, given by name or id.
    type: str
  filter_by_vpc:
    description: Only instances in one of these VPCs, given by name or id.
    type: list
    elements: str
  filter_by_network:
    description: Only instances in one of these networks, given by name or id.
    type: list
    elements: str
  filter_by_state:
    description:
      - Only instances in one of these states, such as V(Running) or V(Stopped).
      - Without it, those that are destroyed or being expunged are left out.
    type: list
    elements: str
  filter_by_template:
    description: Only instances made from one of these templates, given by name or id.
    type: list
    elements: str
  filter_by_host:
    description: Only instances on one of these hosts, given by name or id. It needs the key of an administrator.
    type: list
    elements: str
  filter_by_tags:
    description: Only instances that have all these tags.
    type: list
    elements: dict
    suboptions:
      key:
        description: Key of the tag.
        type: str
        required: true
      value:
        description: Value of the tag.
        type: str
        required: true
"""
