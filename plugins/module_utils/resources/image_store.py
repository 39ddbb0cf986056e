# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Secondary storage."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Flag, Knob, Map, Number, Ref, Refusal, Resource
from .storage_pool import without_credentials
from .zone import ZONE

IMAGE_STORE = Resource(
    "image_store",
    list="listImageStores",
    create="addImageStore",
    update="updateImageStore",
    delete="deleteImageStore",
    filters={"zone": "zoneid", "provider": "provider", "protocol": "protocol", "read_only": "readonly"},
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, fixed=True, scope=True),
        Field(
            "url",
            compare="url",
            fixed=True,
            recreate="force_recreate",
            check=checks.url,
            shown=without_credentials,
        ),
        Field("provider", read="providername", fixed=True, recreate="force_recreate", needed_to_create=True),
        Map("details", read=None, hidden=True),
        Flag("read_only", late=True, update_api="readonly", read="readonly"),
        Number("capacity_bytes", late=True, read=None),
        Knob("force_recreate", default=False),
    ),
    answers=(
        Answer("protocol"),
        Answer("provider_name"),
        Answer("scope"),
        Answer("disk_size_total", "int"),
        Answer("disk_size_used", "int"),
    ),
    info=(Field("provider"), Field("protocol", steers=True), Flag("read_only")),
    refusals=(
        Refusal("already exists", "name", "Names of image stores are unique across all zones: choose another one."),
        Refusal("active Templates", "state", "Remove the templates, ISOs and volumes that stand on it first."),
    ),
)
