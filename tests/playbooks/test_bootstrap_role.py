"""The role `bootstrap` on a new server: password, keys, files, settings; cut off, run again, checked, secret."""

from __future__ import annotations

import configparser
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.collection import ROOT

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.bootstrap"
PASSWORD = "correct-horse-battery-staple"
NOBODY = {"CLOUDSTACK_ENDPOINT": "", "CLOUDSTACK_KEY": "", "CLOUDSTACK_SECRET": ""}
SETTINGS = {"expunge.interval": 600, "expunge.delay": 600}


@pytest.fixture
def variables(cloud: Any, tmp_path: Path) -> dict[str, Any]:
    """The variables of a role for a server on which nobody has keys."""
    cloud.simulator.api_key = cloud.simulator.secret_key = ""
    return {
        "bootstrap_api_url": cloud.url,
        "bootstrap_password": PASSWORD,
        "bootstrap_settings": SETTINGS,
        "bootstrap_config_file": str(tmp_path / "home" / "cloudstack.ini"),
        "bootstrap_cmk_file": str(tmp_path / "home" / ".cmk" / "config"),
        "bootstrap_profile": "lab",
        "bootstrap_wait_interval": 1,
        "bootstrap_wait_timeout": 20,
    }


def profile(path: str, name: str = "lab") -> dict[str, str]:
    """The settings of a profile in one of the files."""
    read = configparser.ConfigParser(interpolation=None)
    read.read_string("[(head)]\n" + Path(path).read_text(encoding="utf-8"))
    return dict(read[name])


def test_a_new_server_is_taken_over(simulator, run_playbook, variables):
    told = run_playbook(PLAYBOOK, variables, check=True, diff=True, env=NOBODY)
    assert (told.rc, simulator.writes) == (0, 0), told.stdout + told.stderr
    assert not Path(variables["bootstrap_config_file"]).exists()
    assert "expunge.interval, expunge.delay" in told.stdout

    done = run_playbook(PLAYBOOK, variables, diff=True, env=NOBODY)
    assert done.rc == 0, done.stdout + done.stderr
    changed = [task.task for task in done.tasks if task.changed]
    assert any("settings" in name for name in changed)
    foretold = [task.task for task in told.tasks if task.changed]
    assert len(foretold) == len([name for name in changed if "settings" not in name])

    for path in (variables["bootstrap_config_file"], variables["bootstrap_cmk_file"]):
        assert Path(path).stat().st_mode & 0o777 == 0o600
    ini, cmk = profile(variables["bootstrap_config_file"]), profile(variables["bootstrap_cmk_file"])
    assert ini["endpoint"] == cmk["url"] == variables["bootstrap_api_url"]
    assert (ini["key"], ini["secret"]) == (cmk["apikey"], cmk["secretkey"])
    assert profile(variables["bootstrap_cmk_file"], "(head)") == {"profile": "lab", "verifycert": "true"}
    shown = done.stdout + done.stderr + str([task.result for task in done.tasks])
    for secret in (ini["key"], ini["secret"]):
        assert secret not in shown

    simulator.clear_calls()
    again = run_playbook(PLAYBOOK, variables, env=NOBODY)
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout + again.stderr
    checked = run_playbook(PLAYBOOK, variables, check=True, env=NOBODY)
    assert (checked.rc, checked.changed) == (0, 0)


def test_the_profile_is_good_for_the_other_modules(run_playbook, variables):
    assert run_playbook(PLAYBOOK, variables, env=NOBODY).rc == 0
    play = [{"hosts": "localhost", "gather_facts": False, "tasks": [
        {"name": "read", "cloudstack.cloud.zone_info": {"api_profile": "lab"}}]}]  # fmt: skip
    for file in ({"CLOUDSTACK_CONFIG": variables["bootstrap_config_file"]},
                 {"HOME": str(Path(variables["bootstrap_cmk_file"]).parents[1])}):  # fmt: skip
        used = run_playbook(play, env={**NOBODY, **file})
        assert used.rc == 0, used.stdout + used.stderr


def test_a_run_that_was_cut_off_is_completed_by_the_next(simulator, run_playbook, variables):
    """What fails on the way to the keys is tried again by the run itself; what fails later ends it."""
    simulator.faults.add("530", "updateUser")
    simulator.faults.add("530", "registerUserKeys")
    simulator.faults.add("530", "updateConfiguration", 2)
    cut = run_playbook(PLAYBOOK, variables, env=NOBODY)
    assert cut.rc == 2
    assert "updateConfiguration" in cut.failures[-1].msg
    assert not Path(variables["bootstrap_config_file"]).exists()
    done = run_playbook(PLAYBOOK, variables, env=NOBODY)
    assert done.rc == 0, done.stdout + done.stderr
    assert len(simulator.dump()["kinds"]["userkey"]) == 1
    assert run_playbook(PLAYBOOK, variables, env=NOBODY).changed == 0


def test_what_others_wrote_into_the_files_stays_and_relative_paths_are_where_the_user_stands(
    run_playbook, variables, tmp_path
):
    path = Path(variables["bootstrap_config_file"])
    path.parent.mkdir()
    path.write_text("# mine\n[home]\nendpoint = https://home.example.com/client/api\n", encoding="utf-8")
    here = {"bootstrap_config_file": "home/cloudstack.ini", "bootstrap_cmk_file": ""}
    assert path == tmp_path / here["bootstrap_config_file"]
    assert run_playbook(PLAYBOOK, {**variables, **here}, env=NOBODY).rc == 0
    begun = "# mine\n[home]\nendpoint = https://home.example.com/client/api\n\n[lab]\n"
    assert path.read_text(encoding="utf-8").startswith(begun)
    assert not Path(variables["bootstrap_cmk_file"]).exists()


def test_a_wrong_password_is_told_once(simulator, run_playbook, variables):
    run = run_playbook(PLAYBOOK, {**variables, "bootstrap_initial_password": "changed-by-hand"}, env=NOBODY)
    assert run.rc == 2
    assert "the server does not let 'admin' of the domain 'ROOT' in" in run.failures[-1].msg
    assert [call.command for call in simulator.calls] == ["login", "login"], "each password is tried once"
    assert "changed-by-hand" not in str(run.failures)


def test_the_api_is_waited_for(simulator, run_playbook, variables):
    for nth in range(1, 9):
        simulator.faults.add("503", "getUserKeys", nth)
    run = run_playbook(PLAYBOOK, variables, env=NOBODY)
    assert run.rc == 0, run.stdout + run.stderr
    assert run.task("cloudstack.cloud.bootstrap : Have the administrator's password and API keys, as soon as the API "
                    "answers").result  # fmt: skip


def test_the_readme_is_right(simulator, run_playbook, variables):
    text = (ROOT / "roles" / "bootstrap" / "README.md").read_text(encoding="utf-8")
    play = yaml.safe_load(text.split("```yaml\n")[1].split("```")[0])
    own = {name: value for name, value in variables.items() if name not in ("bootstrap_settings", "bootstrap_password")}
    run = run_playbook(play, {**own, "vault_admin_password": PASSWORD}, env=NOBODY)
    assert run.rc == 0, run.stdout + run.stderr
    rows = simulator.request("listConfigurations", name="expunge.interval")[1]["listconfigurationsresponse"]
    assert rows["configuration"][0]["value"] == "600"
