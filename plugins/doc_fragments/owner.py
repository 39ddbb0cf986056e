# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations


class ModuleDocFragment:
    """Whose the thing is."""

    DOCUMENTATION = r"""
options:
  domain:
    description:
      - Domain of the owner, given as its path (V(ROOT/web/dev)), its name or its id.
      - Without it, the domain of the user who runs the task is meant.
    type: str
  account:
    description:
      - Account of the owner. An account is only unique within a domain, so O(domain) must be given, too.
      - Without it, the account of the user who runs the task is meant.
    type: str
  project:
    description:
      - Project of the owner, given as its name or id. It takes the place of O(account).
    type: str
"""

    FILTER = r"""
options:
  domain:
    description:
      - Show only what belongs to this domain, given as its path (V(ROOT/web/dev)), its name or its id.
    type: str
  account:
    description:
      - Show only what belongs to this account. O(domain) must be given, too.
    type: str
  project:
    description:
      - Show only what belongs to this project, given as its name or id.
    type: str
  list_all:
    description:
      - Whether to show everything the user may see, and not only what belongs to the user's own account.
    type: bool
    default: false
"""

    PROJECTS = r"""
options:
  all_projects:
    description:
      - Whether to show what belongs to projects, too. It excludes O(project).
    type: bool
    default: false
"""
