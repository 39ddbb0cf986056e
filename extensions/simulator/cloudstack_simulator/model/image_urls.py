"""Where templates and ISOs come from: the formats of images, and the addresses that the server downloads from."""

from __future__ import annotations

from urllib.parse import urlsplit

from .. import errors

SCHEMES = ("http", "https", "s3", "nfs", "file")
PACKED = ("", ".zip", ".bz2", ".gz")
ENDINGS = {
    "VHD": ("vhd",),
    "VHDX": ("vhdx",),
    "QCOW2": ("qcow2", "img"),
    "OVA": ("ova",),
    "RAW": ("img", "raw"),
    "TAR": ("tar",),
    "VMDK": ("vmdk",),
    "ISO": ("iso",),
}


def format_of(word: str) -> str:
    """A template's format as the server spells it; ApiError for one that is none."""
    if word.upper() not in ENDINGS or word.upper() == "ISO":
        raise errors.invalid(f"Image format is incorrect: {word}")
    return word.upper()


def refuse(url: str, kind: str) -> None:
    """Refuse an address that nothing can be downloaded from, or whose path does not end like the format."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise errors.invalid(f"Failed to parse URL: {url}") from None
    if parts.scheme.lower() not in SCHEMES or not (parts.hostname or parts.scheme.lower() == "file"):
        raise errors.invalid(f"Unsupported scheme for url: {url}")
    endings = tuple(f".{ending}{packed}" for ending in ENDINGS[kind] for packed in PACKED)
    if not parts.path.lower().endswith(endings):
        raise errors.invalid(f"Please specify a valid {kind.lower()}")
