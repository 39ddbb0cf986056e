"""The Apache CloudStack API, simulated: for tests, demonstrations and trying out playbooks."""

from __future__ import annotations

from .errors import ApiError
from .jobs import AfterPolls, AfterSeconds, AtOnce, Fail, Never
from .simulator import Call, Simulator

__version__ = "0.1.0"

__all__ = ["AfterPolls", "AfterSeconds", "ApiError", "AtOnce", "Call", "Fail", "Never", "Simulator", "__version__"]
