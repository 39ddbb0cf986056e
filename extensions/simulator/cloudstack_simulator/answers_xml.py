"""Answers in XML, which the server gives unless it is asked for JSON."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_NAME = re.compile(r"[^A-Za-z0-9_.-]")


def document(body: dict[str, Any]) -> str:
    """An answer as an XML document: its envelope is the root."""
    name, content = next(iter(body.items()))
    return f'<?xml version="1.0" encoding="UTF-8"?>{to_xml(name, content)}'


def to_xml(name: str, value: Any) -> str:
    """A JSON value as an XML element: dicts nest, lists repeat their element.

    Characters that XML cannot hold become question marks; a name that is no element's gets underscores.
    """
    if isinstance(value, list):
        return "".join(to_xml(name, part) for part in value)
    tag = _NO_NAME.sub("_", name)
    if not tag or tag[0].isdigit() or tag[0] in ".-":
        tag = f"_{tag}"
    if isinstance(value, dict):
        return f"<{tag}>{''.join(to_xml(key, part) for key, part in value.items())}</{tag}>"
    text = str(value).lower() if isinstance(value, bool) else _ILLEGAL.sub("?", str(value))
    return f"<{tag}>{escape(text)}</{tag}>"
