"""Derives the repeating parts of the documentation from the declarations of the resources."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "extensions" / "simulator"))
