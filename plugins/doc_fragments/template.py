# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Options of modules that register templates."""

from __future__ import annotations


class ModuleDocFragment:
    """What templates of every kind have in common."""

    DOCUMENTATION = r"""
options:
  name:
    description:
      - Name or id of the template.
    type: str
    required: true
  display_text:
    description:
      - Text that users read.
      - CloudStack uses the name when the template is created without it.
    type: str
  zone:
    description:
      - Name or id of the zone in which the template is looked for, and where a new one is registered.
      - With O(state=absent), the template is only removed from this zone.
    type: str
  zones:
    description:
      - Names or ids of the zones where the template shall be. It is copied to those that lack it and never removed from
        others. It takes the place of O(zone) when the template is registered.
    type: list
    elements: str
  cross_zones:
    description:
      - Whether the template shall be in all zones. A new one is registered for all zones, and an existing one is
        copied to those that lack it. With O(state=absent), it is removed from all of them.
    type: bool
    default: false
  checksum:
    description:
      - Checksum of the file at O(url), for example C({SHA-256}) and the digits.
      - CloudStack takes it only when the template is created; a task that wants another value later fails.
    type: str
  arch:
    description:
      - Architecture of the processors.
      - Needs CloudStack 4.20 or newer.
    type: str
    choices:
      - x86_64
      - aarch64
  bits:
    description:
      - Word size of the operating system.
      - Used only when the template is created. The API does not show it, so it is not compared later.
    type: int
    choices:
      - 32
      - 64
  requires_hvm:
    description:
      - Whether the template needs virtualization by the hardware.
    type: bool
  password_enabled:
    description:
      - Whether passwords can be set in its instances.
    type: bool
  sshkey_enabled:
    description:
      - Whether SSH keys can be set in its instances.
    type: bool
  is_dynamically_scalable:
    description:
      - Whether the size of its running instances may be changed.
    type: bool
  is_public:
    description:
      - Whether all accounts may use the template.
    type: bool
  is_featured:
    description:
      - Whether the template is shown among the featured ones. Only administrators may say it.
    type: bool
  is_extractable:
    description:
      - Whether the template may be fetched. Only administrators may say it.
    type: bool
  accounts:
    description:
      - Names of the accounts, in the domain of the owner, that may use the template besides its owner. They are the
        only ones. An empty list takes it from all.
    type: list
    elements: str
  projects:
    description:
      - Names or ids of the projects that may use the template. They are the only ones. An empty list takes it from all.
    type: list
    elements: str
  is_routing:
    description:
      - Whether virtual routers are made from the template. Only administrators may say it.
    type: bool
  template_tag:
    description:
      - Tag that binds the template to hosts with the same one. Only administrators may say it.
      - It can be changed since CloudStack 4.20.
    type: str
  for_cks:
    description:
      - Whether nodes of Kubernetes clusters are made from the template. Only administrators may say it.
      - Needs CloudStack 4.21 or newer.
    type: bool
  direct_download:
    description:
      - Whether hosts fetch the template themselves, so that it is not kept on secondary storage.
      - CloudStack takes it only when the template is created; a task that wants another value later fails.
    type: bool
  deploy_as_is:
    description:
      - Whether VMware deploys the template just as its OVF file says.
      - CloudStack takes it only when the template is created; a task that wants another value later fails.
      - Needs CloudStack 4.15.1 or newer.
    type: bool
  details:
    description:
      - Further settings of the template, each a name and its value. Those that are not named stay. An empty dictionary
        removes all.
    type: dict
  extension:
    description:
      - Id of the extension that serves the hypervisor V(External).
      - CloudStack takes it only when the template is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: str
  external_details:
    description:
      - Settings for the extension, each a name and its value.
      - Used only when the template is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: dict
  user_data:
    description:
      - Name or id of the registered user data that instances of the template begin with. An empty text takes it away.
    type: str
  user_data_policy:
    description:
      - Whether user data of an instance takes the place of that of its template, is put behind it, or is refused.
    type: str
    choices:
      - ALLOWOVERRIDE
      - APPEND
      - DENYOVERRIDE
  template_filter:
    description:
      - Among which templates to look.
    type: str
    choices:
      - all
      - featured
      - self
      - selfexecutable
      - sharedexecutable
      - executable
      - community
    default: self
  template_find_options:
    description:
      - By what else, besides the name, an existing template is told from others.
    type: list
    elements: str
    choices:
      - display_text
      - checksum
      - cross_zones
    aliases:
      - template_find_option
  mode:
    description:
      - How the template is given out with O(state=extracted).
    type: str
    choices:
      - http_download
      - ftp_upload
    default: http_download
  force:
    description:
      - Whether the template is removed even if instances are made from it.
    type: bool
  state:
    description:
      - V(present) makes sure that the template exists, V(absent) that it does not.
      - V(extracted) gives a link to fetch it from, at each run, in RV(url).
    type: str
    choices:
      - present
      - extracted
      - absent
    default: present
  id:
    description:
      - Id of an existing template. It takes the place of the options that identify the template.
    type: str
"""
