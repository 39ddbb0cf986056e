"""Lends the unit tests the small cloud of the contract tests."""

from __future__ import annotations

from contract.conftest import built, tasks

__all__ = ["built", "tasks"]
