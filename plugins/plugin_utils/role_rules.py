# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The rules of a role that allows what modules and playbooks do, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator, Sequence

from ansible.parsing.dataloader import DataLoader

from ..module_utils.commands import INFO, WITHOUT_KIND, commands
from ..module_utils.errors import OptionError
from ..module_utils.registry import KINDS

COLLECTION = "cloudstack.cloud"
FORMER = "cs_"
ROOT = Path(__file__).resolve().parents[2]
ROLE_WORDS = ("ansible.builtin.import_role", "ansible.builtin.include_role", "import_role", "include_role")
TASK_FILES = ("ansible.builtin.import_tasks", "ansible.builtin.include_tasks", "import_tasks", "include_tasks")
PLAY_WORDS = ("ansible.builtin.import_playbook", "import_playbook")
ACTIONS = ("action", "local_action")
LISTS = ("tasks", "pre_tasks", "post_tasks", "handlers", "block", "rescue", "always")

CONVERGED = {
    "instances": (
        "network", "egress_rules", "firewall", "firewall_rules", "instance", "ip_address", "portforward",
        "portforwards", "ssh_key", "static_nat", "volume", "volume_snapshot",
    ),
    "local_storage": ("disk_offering", "service_offering"),
    "tenancy": (
        "account", "domain", "project", "project_member", "project_role", "project_role_permission", "resource_limit",
        "role", "role_permissions", "ssh_key", "user", "user_key",
    ),
    "zone": (
        "cluster", "host", "image_store", "management_ip_range", "network", "physical_network", "pod", "region",
        "storage_ip_range", "storage_pool", "traffic_type", "vlan_ip_range", "zone",
    ),
}  # fmt: skip
"""The kinds that the roles of the collection give to the module converge, which their tasks do not show."""


class RulesError(ValueError):
    """The modules of a playbook cannot be told; the message names the file."""


def role_rules(modules: Sequence[str], playbooks: Sequence[str] = ()) -> list[dict[str, str]]:
    """The rules that allow what modules, and those that playbooks use, can send.

    :param modules: names of modules, with or without that of the collection.
    :param playbooks: files with plays or tasks, or names such as C(cloudstack.cloud.zone).
    :raises RulesError: a module is not known, or a playbook does not show which it uses.
    """
    reader = _Reader()
    names = {*modules, *(name for book in playbooks for name in reader.playbook(book))}
    try:
        allowed = {command for name in names for command in commands(name)}
    except OptionError as error:
        raise RulesError(error.message) from None
    return [{"name": command, "permission": "allow"} for command in sorted(allowed)]


class _Reader:
    """Finds the modules that playbooks, task files and roles use. Each file is read once."""

    def __init__(self) -> None:
        self._loader = DataLoader()
        self._seen: set[Path] = set()

    def playbook(self, name: str) -> Iterator[str]:
        """The modules of a playbook, which may be named like one of the collection."""
        own = name.startswith(f"{COLLECTION}.")
        yield from self.file(ROOT / "playbooks" / f"{name.rsplit('.', 1)[-1]}.yml" if own else Path(name).expanduser())

    def file(self, path: Path) -> Iterator[str]:
        path = path.resolve()
        if path in self._seen:
            return
        self._seen.add(path)
        if not path.is_file():
            raise RulesError(f"playbooks: there is no file '{path}'")
        yield from self._in(self._loader.load_from_file(str(path), cache="none"), path)

    def _in(self, content: Any, path: Path) -> Iterator[str]:
        if isinstance(content, (list, tuple)):
            for one in content:
                yield from self._in(one, path)
        elif isinstance(content, dict):
            for word, value in content.items():
                yield from self._of(str(word), value, path)

    def _of(self, word: str, value: Any, path: Path) -> Iterator[str]:
        module = _module(word) or (_module(_action(value)) if word in ACTIONS else "")
        if module:
            yield module
            yield from _converged(value, path) if module == "converge" else ()
        elif word == "roles" and isinstance(value, list):
            for role in value:
                yield from self._role(role.get("role", role.get("name")) if isinstance(role, dict) else role, path)
        elif word in ROLE_WORDS and isinstance(value, dict):
            yield from self._role(value.get("name"), path)
        elif word in TASK_FILES:
            yield from self._other(value.get("file") if isinstance(value, dict) else value, path)
        elif word in PLAY_WORDS:
            named = str(value)
            yield from self.playbook(named if named.startswith(f"{COLLECTION}.") else str(path.parent / named))
        elif word in LISTS:
            yield from self._in(value, path)

    def _other(self, name: Any, path: Path) -> Iterator[str]:
        _refuse_template(name, path, "the file of tasks")
        yield from self.file(path.parent / str(name))

    def _role(self, name: Any, path: Path) -> Iterator[str]:
        _refuse_template(name, path, "the role")
        own = str(name).startswith(f"{COLLECTION}.")
        short = str(name).rsplit(".", 1)[-1]
        places = [ROOT] if own else [path.parent, *path.parents]
        folder = next((base / "roles" / short for base in places if (base / "roles" / short).is_dir()), None)
        if folder is None:
            raise RulesError(f"playbooks: {path} uses the role '{name}', which is not beside it: name its modules")
        for file in sorted((*folder.glob("tasks/*.yml"), *folder.glob("handlers/*.yml"))):
            yield from self.file(file)
        yield from CONVERGED.get(short, ()) if own else ()


def _module(word: str) -> str:
    """The name of a module of the collection without the collection's, or an empty string."""
    collection, _dot, name = word.rpartition(".")
    if collection and collection != COLLECTION:
        return ""
    name = name[len(FORMER) :] if name.startswith(FORMER) else name
    known = name in WITHOUT_KIND or name in KINDS or (name.endswith(INFO) and name[: -len(INFO)] in KINDS)
    return name if known and (collection or word.startswith(FORMER)) else ""


def _action(value: Any) -> str:
    return str(value.get("module", "")) if isinstance(value, dict) else str(value).split(" ", 1)[0]


def _converged(options: Any, path: Path) -> Iterator[str]:
    """The kinds of the entries of a converge task."""
    resources = options.get("resources") if isinstance(options, dict) else None
    if isinstance(resources, dict):
        yield from (str(kind) for kind in resources)
    elif isinstance(resources, list):
        yield from (str(kind) for one in resources if isinstance(one, dict) for kind in one)
    elif ROOT / "roles" not in path.parents:
        raise RulesError(
            f"playbooks: {path} has a task of converge with a template: name the kinds it makes in modules"
        )


def _refuse_template(name: Any, path: Path, what: str) -> None:
    if "{{" in str(name):
        raise RulesError(f"playbooks: {path} gives {what} by a template, '{name}': name the modules it uses in modules")
