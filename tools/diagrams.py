"""Draws the Mermaid diagrams of the documents as pictures for the site; code hosts draw them by themselves.

Needs npm, which gets Mermaid, and Chromium, which runs it. A picture is named by the source of its diagram, so only
what is new is drawn, and what no document has any more is removed.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from docsite import pages
from stage import ROOT, files

MERMAID = "mermaid@11.17.2"
LIBRARY = ROOT / "build" / "mermaid" / "package" / "dist" / "mermaid.min.js"
PAGE = """<!doctype html><meta charset="utf-8"><pre id="drawn"></pre><script src="%(library)s"></script><script>
(async () => {
  mermaid.initialize({startOnLoad: false, theme: "neutral", fontFamily: "Helvetica, Arial, sans-serif",
    htmlLabels: false, flowchart: {htmlLabels: false, useMaxWidth: true}, deterministicIds: true});
  const drawn = {};
  for (const [name, source] of Object.entries(%(sources)s)) {
    const {svg} = await mermaid.render(name, source);
    const box = document.createElement("div");
    box.innerHTML = svg;
    drawn[name] = new XMLSerializer().serializeToString(box.firstElementChild);
  }
  document.getElementById("drawn").textContent = JSON.stringify(drawn);
})();
</script>
"""
DRAWN = re.compile(r'<pre id="drawn">(.*?)</pre>', re.DOTALL)


def wanted() -> dict[str, str]:
    """The sources of all diagrams by the path of their picture."""
    texts = [(ROOT / path).read_text(encoding="utf-8") for path in files() if path.endswith(".md")]
    return {pages.diagram(source): source for text in texts for source in pages.diagrams(text)}


def library() -> Path:
    """Mermaid in one file, from npm."""
    if not LIBRARY.exists():
        place = ROOT / "build" / "mermaid"
        place.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(
            ["npm", "pack", "--silent", MERMAID], cwd=place, check=True, capture_output=True, encoding="utf-8"
        ).stdout.strip()
        shutil.unpack_archive(place / packed, place)
    return LIBRARY


def draw(sources: dict[str, str]) -> dict[str, str]:
    """The pictures of diagrams by the same names."""
    with tempfile.TemporaryDirectory() as scratch:
        page = Path(scratch) / "page.html"
        page.write_text(PAGE % {"library": library().as_uri(), "sources": json.dumps(sources)}, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom"]
        seen = subprocess.run(
            ["chromium", *options, f"--user-data-dir={scratch}/profile", page.as_uri()],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
    found = DRAWN.search(seen)
    if not found or not found[1]:
        raise SystemExit("diagrams: Mermaid has not drawn all of them; is one misspelt?")
    drawn: dict[str, str] = json.loads(html.unescape(found[1]))
    return drawn


def main() -> int:
    absent = [program for program in ("npm", "chromium") if not shutil.which(program)]
    if absent:
        raise SystemExit(f"diagrams: {' and '.join(absent)} not found; install it, then run this again")
    sources = wanted()
    present = {path for path in files() if path.startswith(f"{pages.DIAGRAMS}/")}
    for path in sorted(present - set(sources)):
        (ROOT / path).unlink()
        print(f"removed {path}")
    new = {f"d{Path(path).stem}": path for path in sorted(set(sources) - present)}
    drawn = draw({name: sources[path] for name, path in new.items()}) if new else {}
    for name, picture in drawn.items():
        (ROOT / new[name]).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / new[name]).write_text(picture + "\n", encoding="utf-8")
        print(f"wrote {new[name]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
