"""Reads an evaluation folder of article pages: markup, browser text, gold fields, and the brand of each outlet."""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go", "gob", "nom"})


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page of the set; `gold` holds body, title, byline, date where known; `brand` groups an outlet's domains."""

    id: str
    source: str
    domain: str
    brand: str
    language: str
    dump_ok: bool
    restricted: bool
    text: str
    html_path: Path
    gold: dict[str, Any]

    @property
    def html(self) -> str:
        with lzma.open(self.html_path, "rt", encoding="utf-8") as handle:
            return handle.read()

    @property
    def body(self) -> str:
        value = self.gold.get("body") or ""
        return value if isinstance(value, str) else "\n\n".join(value)


def brand_of(domain: str) -> str:
    """The label that names the outlet: bbc of www.bbc.co.uk and of bbc.com."""
    labels = [label for label in domain.lower().split(".") if label]
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL:
        labels = labels[:-1]
    return labels[-2] if len(labels) > 1 else domain


def read_pages(folder: Path) -> Iterator[GoldPage]:
    """Yield the pages of an evaluation folder in file order."""
    with lzma.open(folder / "pages.jsonl.xz", "rt", encoding="utf-8") as handle:
        for line in handle:
            row = json.loads(line)
            yield GoldPage(
                row["id"], row["source"], row["domain"], brand_of(row["domain"]), row["lang"], row["dump_ok"],
                row["restricted"], row["text"], folder / row["html_file"], row["gold"],
            )  # fmt: skip
