"""The runner that the playbook tests and the demo judge by: it must report what really happened."""

from __future__ import annotations

from pathlib import Path

import playbook_run
import pytest

pytestmark = pytest.mark.playbook

PLAYS = """
- hosts: localhost
  gather_facts: false
  tasks:
    - name: Say
      ansible.builtin.debug:
        msg: "{{ text }}"
    - name: Touch
      ansible.builtin.copy:
        content: "{{ text }}"
        dest: "{{ target }}"
        mode: "0600"
    - name: Repeat
      ansible.builtin.command: "true"
      changed_when: item == 2
      loop: [1, 2]
    - name: Hide
      ansible.builtin.debug:
        msg: "{{ secret }}"
      no_log: true
    - name: Break
      ansible.builtin.fail:
        msg: broken on purpose
"""


@pytest.fixture
def run(tmp_path: Path) -> playbook_run.PlaybookRun:
    playbook = tmp_path / "play.yml"
    playbook.write_text(PLAYS, encoding="utf-8")
    environment = playbook_run.ansible_environment(tmp_path)
    options = ["-e", "text=hello", "-e", "secret=hidden-value", "-e", f"target={tmp_path}/made"]
    return playbook_run.run_playbook(str(playbook), environment, tmp_path, options)


def test_every_result_is_reported(run: playbook_run.PlaybookRun) -> None:
    assert run.rc == 2, run.stdout + run.stderr
    assert run.stats["localhost"]["failures"] == 1
    assert run.changed == 2
    assert run.task("Say").msg == "hello"
    assert run.task("Touch").changed
    assert [item.changed for item in run.tasks if item.outcome == "item_ok"] == [False, True]
    assert [task.task for task in run.failures] == ["Break"]
    assert run.task("Break").msg == "broken on purpose"
    assert run.task("Break").action == "ansible.builtin.fail"
    assert "hidden-value" not in repr(run)
    assert "WARNING" not in run.stderr


def test_a_task_that_is_not_there_is_an_error(run: playbook_run.PlaybookRun) -> None:
    with pytest.raises(LookupError, match="0 results"):
        run.task("Absent")
