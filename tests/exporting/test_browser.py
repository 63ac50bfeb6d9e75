"""The exported page in a real Chromium: axe finds nothing, phones and wide screens get their layout, Hebrew its own."""

from pathlib import Path
from typing import Any

import pytest

from storyreader.exporting.dossier import dossier_of
from storyreader.exporting.dossier_html import render_html
from tests.exporting.chromium import seen
from tests.exporting.dossiers import RIGHT, full

pytestmark = pytest.mark.terminal

LAYOUT = """
const boxes = [...document.querySelectorAll('#row-1 .pair > *')].map(e => e.getBoundingClientRect());
const layout = { width: innerWidth, scroll: document.documentElement.scrollWidth,
  beside: boxes[1].left >= boxes[0].right, below: boxes[1].top >= boxes[0].bottom,
  direction: getComputedStyle(hebrew).direction, page: getComputedStyle(document.body).backgroundColor };
"""


def seen_page(folder: Path, width: int, scheme: int) -> dict[str, Any]:
    return seen(render_html(dossier_of(full())), LAYOUT, RIGHT[1], folder, width, scheme)


def test_a_wide_light_page(tmp_path: Path) -> None:
    found = seen_page(tmp_path, 1200, 1)
    assert found.get("error") is None
    assert found["violations"] == []
    assert found["passes"] > 20
    assert found["layout"]["beside"]
    assert found["layout"]["direction"] == "rtl"
    assert found["layout"]["page"] == "rgb(255, 255, 255)"


def test_a_narrow_dark_page(tmp_path: Path) -> None:
    found = seen_page(tmp_path, 500, 0)
    assert found["violations"] == []
    assert found["layout"]["below"]
    assert found["layout"]["scroll"] <= found["layout"]["width"]
    assert found["layout"]["page"] == "rgb(23, 22, 20)"
