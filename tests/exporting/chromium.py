"""An exported page in a real Chromium, with axe: what both say of it.

axe-core comes from a package (pip install --no-deps axe-playwright-python); Chromium from the system.
"""

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = importlib.util.find_spec("axe_playwright_python")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
const told = data => { const p = document.createElement('pre'); p.id = 'told'; p.textContent = JSON.stringify(data);
  document.body.append(p); };
const hebrew = [...document.querySelectorAll('p')].find(p => p.textContent === HEBREW);
LAYOUT
axe.run(document, { runOnly: { type: 'tag', values: RULES } }).then(found => told({ layout, passes: found.passes.length,
  violations: found.violations.map(v => [v.id, v.nodes.map(n => n.html)]) }), error => told({ error: String(error) }));
"""


def seen(page: str, layout: str, hebrew: str, folder: Path, width: int, scheme: int) -> dict[str, Any]:
    """What Chromium and axe say of a page at a width; scheme 0 is dark, 1 light.

    `layout` is a script that puts what a test asks of the layout into a constant of that name; there `hebrew` is the
    paragraph that has just these words.
    """
    assert CHROMIUM is not None, "the tests of exported pages need Chromium"
    assert AXE is not None, "the tests of exported pages need axe: pip install --no-deps axe-playwright-python"
    assert AXE.origin is not None
    axe = (Path(AXE.origin).parent / "axe.min.js").read_text(encoding="utf-8")
    run = RUN.replace("LAYOUT", layout).replace("HEBREW", json.dumps(hebrew)).replace("RULES", json.dumps(RULES))
    page = re.sub(r"<meta http-equiv[^>]*>", "", page)  # which forbids every script
    file = folder / "page.html"
    file.write_text(page.replace("</body>", f"<script>{axe}</script><script>{run}</script></body>"), encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900",
               f"--blink-settings=preferredColorScheme={scheme}", f"--user-data-dir={folder / 'profile'}",
               "--virtual-time-budget=20000", "--dump-dom", file.as_uri()]  # fmt: skip
    dumped = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout
    found: dict[str, Any] = json.loads(lxml_html.document_fromstring(dumped).get_element_by_id("told").text_content())
    return found
