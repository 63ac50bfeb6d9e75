"""The exported page in a real Chromium: axe finds nothing, phones and wide screens get their layout, Hebrew its side.

axe-core comes from a package (pip install --no-deps axe-playwright-python); Chromium from the system.
"""

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from storyreader.exporting.dossier import dossier_of
from storyreader.exporting.dossier_html import render_html
from tests.exporting.dossiers import RIGHT, full

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = importlib.util.find_spec("axe_playwright_python")

pytestmark = pytest.mark.terminal

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
const told = data => { const p = document.createElement('pre'); p.id = 'told'; p.textContent = JSON.stringify(data);
  document.body.append(p); };
const boxes = [...document.querySelectorAll('#row-1 .pair > *')].map(e => e.getBoundingClientRect());
const hebrew = [...document.querySelectorAll('p')].find(p => p.textContent === HEBREW);
const layout = { width: innerWidth, scroll: document.documentElement.scrollWidth,
  beside: boxes[1].left >= boxes[0].right, below: boxes[1].top >= boxes[0].bottom,
  direction: getComputedStyle(hebrew).direction, page: getComputedStyle(document.body).backgroundColor };
axe.run(document, { runOnly: { type: 'tag', values: RULES } }).then(found => told({ layout, passes: found.passes.length,
  violations: found.violations.map(v => [v.id, v.nodes.map(n => n.html)]) }), error => told({ error: String(error) }));
"""


def seen(folder: Path, width: int, scheme: int) -> dict[str, Any]:
    """What Chromium and axe say of the page at a width; scheme 0 is dark, 1 light."""
    assert CHROMIUM is not None, "the tests of exported pages need Chromium"
    assert AXE is not None, "the tests of exported pages need axe: pip install --no-deps axe-playwright-python"
    assert AXE.origin is not None
    axe = (Path(AXE.origin).parent / "axe.min.js").read_text(encoding="utf-8")
    run = RUN.replace("HEBREW", json.dumps(RIGHT[1])).replace("RULES", json.dumps(RULES))
    page = re.sub(r"<meta http-equiv[^>]*>", "", render_html(dossier_of(full())))  # which forbids every script
    file = folder / "page.html"
    file.write_text(page.replace("</body>", f"<script>{axe}</script><script>{run}</script></body>"), encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900",
               f"--blink-settings=preferredColorScheme={scheme}", f"--user-data-dir={folder / 'profile'}",
               "--virtual-time-budget=20000", "--dump-dom", file.as_uri()]  # fmt: skip
    dumped = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout
    found: dict[str, Any] = json.loads(lxml_html.document_fromstring(dumped).get_element_by_id("told").text_content())
    return found


def test_a_wide_light_page(tmp_path: Path) -> None:
    found = seen(tmp_path, 1200, 1)
    assert found.get("error") is None
    assert found["violations"] == []
    assert found["passes"] > 20
    assert found["layout"]["beside"]
    assert found["layout"]["direction"] == "rtl"
    assert found["layout"]["page"] == "rgb(255, 255, 255)"


def test_a_narrow_dark_page(tmp_path: Path) -> None:
    found = seen(tmp_path, 500, 0)
    assert found["violations"] == []
    assert found["layout"]["below"]
    assert found["layout"]["scroll"] <= found["layout"]["width"]
    assert found["layout"]["page"] == "rgb(23, 22, 20)"
