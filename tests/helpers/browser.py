"""A real browser, where the machine has one."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def rendered(url: str, folder: Path, width: int = 1200) -> str | None:
    """The document as a browser has it after running its scripts; None without a browser.

    :param folder: for the browser's own files.
    :param width: of the window, in pixels.
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        return None
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
               f"--user-data-dir={folder}", f"--window-size={width},900", "--virtual-time-budget=3000",
               "--dump-dom", url]  # fmt: skip
    run = subprocess.run([browser, *options], capture_output=True, text=True, timeout=120, check=True)
    return run.stdout
