# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Pages that stand alone: one file, no script, nothing fetched; every text that comes from a cloud is escaped. Pure."""

from __future__ import annotations

from html import escape
from typing import Sequence

WIDTH = 1060
"""How wide a picture may be, in pixels."""

STYLE = """
:root { --ink: #1c2733; --soft: #5b6b7b; --line: #c9d3dc; --paper: #ffffff; --box: #f4f7f9;
  --good: #2e8b57; --warn: #c77c11; --bad: #c0392b; --none: #8796a5; --bar: #3b7dd8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4eaf0; --soft: #9db0c2; --line: #3c4a58; --paper: #14191f;
  --box: #1d252d; --bar: #5b9bf0; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 1120px; font: 15px/1.5 system-ui, sans-serif; color: var(--ink);
  background: var(--paper); }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2rem 0 .3rem; } h3 { font-size: 1rem; }
p.sum { margin: .1rem 0 1rem; color: var(--soft); }
details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: .4rem .8rem; }
summary { cursor: pointer; } summary b { margin-right: .6rem; } summary span { color: var(--soft); }
svg { display: block; max-width: 100%; height: auto; margin: .4rem 0; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg text.soft { fill: var(--soft); }
svg rect.box { fill: var(--box); stroke: var(--line); } svg line { stroke: var(--line); stroke-width: 2; }
svg .rail { fill: var(--line); } svg .bar { fill: var(--bar); } svg .good { fill: var(--good); }
svg .warn { fill: var(--warn); } svg .bad { fill: var(--bad); } svg .none { fill: var(--none); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .25rem .6rem;
  border-bottom: 1px solid var(--line); vertical-align: top; } th { color: var(--soft); font-weight: 600; }
"""

STATES = {
    "good": {"up", "running", "enabled", "implemented", "allocated", "setup", "connected", "ready"},
    "warn": {"maintenance", "prepareformaintenance", "starting", "stopping", "migrating", "connecting", "allocating"},
    "bad": {"down", "alert", "error", "disconnected", "errorinmaintenance", "degraded"},
}
"""How a state is to be looked at, by the API's words for it in lower case."""


def page(title: str, body: str) -> str:
    """A whole page.

    :param title: plain text.
    :param body: HTML.
    """
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n{body}\n</body>\n</html>\n"
    )


def heading(level: int, text: str) -> str:
    """A heading of a level from 1 to 6."""
    return f"<h{level}>{escape(text)}</h{level}>"


def summary(text: str) -> str:
    """A paragraph that sums up what follows."""
    return f'<p class="sum">{escape(text)}</p>'


def folded(title: str, about: str, inner: str, opened: bool) -> str:
    """A part that can be folded away, its title and what is said of it always in sight."""
    word = " open" if opened else ""
    return (
        f"<details{word}><summary><b>{escape(title)}</b><span>{escape(about)}</span></summary>\n{inner}\n</details>\n"
    )


def rows(heads: Sequence[str], cells: Sequence[Sequence[object]]) -> str:
    """A table."""
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    lines = ("".join(f"<td>{escape(str(one))}</td>" for one in row) for row in cells)
    return f"<table><tr>{head}</tr>\n{''.join(f'<tr>{line}</tr>{chr(10)}' for line in lines)}</table>"


def drawing(width: int, height: int, parts: Sequence[str], about: str) -> str:
    """An SVG picture.

    :param width: in pixels, as C(height).
    :param about: what it shows, for those who do not see it.
    """
    inner = "\n".join(parts)
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{escape(about)}" xmlns="http://www.w3.org/2000/svg">\n{inner}\n</svg>'
    )


def box(x: float, y: float, width: float, height: float, look: str = "box", tip: str = "") -> str:
    """A rectangle; C(tip) is shown when it is pointed at."""
    inner = f"<title>{escape(tip)}</title>" if tip else ""
    return f'<rect class="{look}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="3">{inner}</rect>'


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line."""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"/>'


def words(x: float, y: float, text: str, look: str = "", room: int = 0) -> str:
    """A text that begins at a point.

    :param room: how many characters there is room for; a longer text is cut, and shown whole when it is pointed at.
    """
    short = f"{text[: room - 1]}…" if room and len(text) > room else text
    tip = f"<title>{escape(text)}</title>" if short != text else ""
    kind = f' class="{look}"' if look else ""
    return f'<text{kind} x="{x:g}" y="{y:g}">{tip}{escape(short)}</text>'


def gauge(x: float, y: float, width: float, share: float | None, label: str) -> list[str]:
    """A bar that shows a share of a whole; nothing but its label where the share is not known.

    :param share: from 0 to 1; more than that fills the bar.
    """
    if share is None:
        return [words(x, y + 10, label, "soft")]
    look = "bad" if share > 0.9 else "warn" if share > 0.75 else "bar"
    filled = max(0.0, min(share, 1.0)) * width
    return [box(x, y, width, 12, "rail"), box(x, y, filled, 12, look), words(x + width + 8, y + 10, label, "soft")]


def look_of(state: str) -> str:
    """The class of a state: good, warn, bad or none."""
    return next((look for look, states in STATES.items() if state.lower() in states), "none")
