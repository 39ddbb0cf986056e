# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Fingerprints of SSH keys."""

from __future__ import annotations

import base64
import hashlib


def fingerprint(public_key: str) -> str:
    """The MD5 fingerprint of an OpenSSH public key, as CloudStack shows it: pairs of digits with colons between."""
    blob = base64.b64decode(public_key.split()[1])
    try:
        digest = hashlib.md5(blob, usedforsecurity=False)
    except TypeError:
        digest = hashlib.md5(blob)
    text = digest.hexdigest()
    return ":".join(text[at : at + 2] for at in range(0, len(text), 2))
