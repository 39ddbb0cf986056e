# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Projects, as far as other resources refer to them."""

from __future__ import annotations

from ..spec import Field, Resource

PROJECT = Resource("project", list="listProjects", list_with={"listall": True}, fields=(Field("name"),))
