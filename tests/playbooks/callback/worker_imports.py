"""Writes down what is imported after the workers were forked: each of them would pay for it again."""

from __future__ import annotations

import os
import sys
from typing import Any

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: worker_imports
type: aggregate
short_description: Write down what workers import
description:
  - Appends a line C(parent NAME) or C(worker NAME) for each import to the file that the environment variable
    E(WORKER_IMPORTS_FILE) names.
"""

PARENT = os.getpid()


def note(event: str, arguments: tuple[Any, ...]) -> None:
    """Note a module that is looked for because it is not loaded yet."""
    if event == "import":
        who = "parent" if os.getpid() == PARENT else "worker"
        with open(os.environ["WORKER_IMPORTS_FILE"], "a", encoding="utf-8") as stream:
            stream.write(f"{who} {arguments[0]}\n")


class CallbackModule(CallbackBase):
    """Hooks into imports when Ansible loads it, long before a play begins."""

    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "worker_imports"
    CALLBACK_NEEDS_ENABLED = True

    def __init__(self) -> None:
        super().__init__()
        sys.addaudithook(note)
