"""Measures cleaning on the invented pages beside this file, and keeps the floors, which are only ever raised.

    python -m tests.engine.cleaning.page_floor             show the figures, the floors and every miss
    python -m tests.engine.cleaning.page_floor --raise     write the present figures where they are above the floors
    python -m tests.engine.cleaning.page_floor --recount   set the floors anew, only when the pages themselves changed

A page `pages/NAME.txt` or `pages/NAME.html` has its gold in `pages/NAME.gold.json`. `paragraphs` is the body;
`either` holds lines that may stand in the body or not (subheadings, rows of tables), and so does the standfirst.
All figures are shares from 0 to 1, means over the pages: "body" is the F1 of 4-token shingles, "paragraphs" the F1 of
whole paragraphs, which tells joined and cut ones; a field is right or not.
"""

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from storyreader.article import Article
from storyreader.cleaning import read_article

PAGES = Path(__file__).with_name("pages")
FLOORS = PAGES / "floor.json"
FORMS = {"dumps": ".txt", "html": ".html"}
MEASURES = (
    "body",
    "paragraphs",
    "headline",
    "standfirst",
    "byline",
    "publisher",
    "agency",
    "published",
    "day",
    "language",
)
RAISE = "python -m tests.engine.cleaning.page_floor --raise"
_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_JOINING = frozenset(["by", "and", "und", "et", "y", "e", "och", "og", "en", "и", "و", "ו", "dan", "και"])


@dataclass(frozen=True, slots=True)
class Score:
    """How one page was read: for each measure a share, and for the misses what was found."""

    name: str
    shares: Mapping[str, float]
    found: Mapping[str, object]


def names(form: str) -> list[str]:
    """The file names of the pages of a form."""
    return sorted(path.name for path in PAGES.glob("*" + FORMS[form]))


def gold(name: str) -> dict[str, Any]:
    """What the page states."""
    read: dict[str, Any] = json.loads((PAGES / name).with_suffix(".gold.json").read_text("utf-8"))
    return read


def digest(form: str) -> str:
    """A digest of the pages and their gold, which tells that the floors are those of other pages."""
    told = hashlib.sha256()
    for name in names(form):
        told.update(name.encode() + (PAGES / name).read_bytes())
        told.update((PAGES / name).with_suffix(".gold.json").read_bytes())
    return told.hexdigest()[:16]


def fold(text: str | None) -> str:
    """A text without case, punctuation and spaces."""
    return "".join(_TOKEN.findall(unicodedata.normalize("NFKC", text or "").casefold()))


def score(name: str) -> Score:
    """Clean one page and hold it against its gold."""
    wanted, article = gold(name), read_article(PAGES / name)
    published = article.published.isoformat() if article.published else None
    found = {
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "publisher": article.publisher,
        "agency": article.agency,
        "language": article.language,
    }
    shares = {field: float(fold(text) == fold(wanted[field])) for field, text in found.items()}
    shares["byline"] = float(_same_names(article.byline, wanted))
    shares["publisher"] = float(_outlet(article.publisher) == _outlet(wanted["publisher"]))
    shares["published"] = float(_same_time(published, wanted["published"]))
    shares["day"] = float((published or "")[:10] == (wanted["published"] or "")[:10])
    kept = body(article, wanted)
    shares["body"] = _f1(_shingles("\n".join(kept)), _shingles("\n".join(wanted["paragraphs"])))
    shares["paragraphs"] = _f1(Counter(map(fold, kept)), Counter(map(fold, wanted["paragraphs"])))
    extra, lost = _beginnings(kept, wanted["paragraphs"]), _beginnings(wanted["paragraphs"], kept)
    told = f"too much: {extra}; lost: {lost}"
    return Score(name, shares, {**found, "published": published, "day": published, "body": told, "paragraphs": told})


def body(article: Article, wanted: Mapping[str, Any]) -> list[str]:
    """The paragraphs, without the lines that may stand there or not, and without rows of stars."""
    either = {fold(text) for text in [*wanted["either"], wanted["standfirst"], "* * *"]}
    return [text for text in article.paragraphs if fold(text) not in either]


def _f1(found: Counter[Any], wanted: Counter[Any]) -> float:
    both = sum((found & wanted).values())
    return 2 * both / (found.total() + wanted.total()) if both else 0.0


def recall(found: Sequence[str], wanted: Sequence[str]) -> float:
    """The share of the body's shingles that was found."""
    have, want = _shingles("\n".join(found)), _shingles("\n".join(wanted))
    return sum((have & want).values()) / max(1, want.total())


def means(scores: list[Score]) -> dict[str, float]:
    """The mean of every measure over the pages."""
    return {measure: sum(score.shares[measure] for score in scores) / len(scores) for measure in MEASURES}


def misses(scores: list[Score], measure: str) -> str:
    """The pages that fall short, the worst first, each with what was found."""
    short = sorted((score for score in scores if score.shares[measure] < 0.98), key=lambda item: item.shares[measure])
    if measure in {"body", "paragraphs"}:
        return "\n".join(f"  {item.name}: {item.shares[measure]:.3f} {item.found[measure]}" for item in short)
    field = "published" if measure == "day" else measure
    return "\n".join(f"  {item.name}: {item.found[measure]!r}, not {gold(item.name)[field]!r}" for item in short)


def floors() -> dict[str, dict[str, Any]]:
    """The floors of both forms, with the number and the digest of the pages they belong to."""
    read: dict[str, dict[str, Any]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return read


def _outlet(text: str | None) -> str:
    return fold(text).removeprefix("the")


def _beginnings(one: list[str], other: list[str]) -> list[str]:
    """The beginnings of the paragraphs of the first that the second lacks; the first six do to tell."""
    have = {fold(text) for text in other}
    return [text[:40] for text in one if fold(text) not in have][:6]


def _same_names(found: str | None, wanted: Mapping[str, Any]) -> bool:
    """Whether the same people sign. A page that only an agency signs may give its name or none."""
    if wanted["byline"] is None:
        return found is None or fold(found) == fold(wanted["agency"])
    have, want = (set(_TOKEN.findall(text.casefold())) - _JOINING for text in (found or "", wanted["byline"]))
    return have == want


def _same_time(found: str | None, wanted: str | None) -> bool:
    """Whether both give the same time, the clock and the zone included where the page gives them."""
    if found is None or wanted is None:
        return found == wanted
    one, other = datetime.fromisoformat(found), datetime.fromisoformat(wanted)
    same_kind = ("T" in found) == ("T" in wanted) and (one.tzinfo is None) == (other.tzinfo is None)
    return same_kind and one == other


def _shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if len(tokens) < size:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(zip(*(tokens[shift:] for shift in range(size)), strict=False))


def main() -> int:
    """Show the figures; with an option, write the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="raising", action="store_true", help="never lowers a floor")
    parser.add_argument("--recount", action="store_true", help="refused while the pages are the same")
    options = parser.parse_args()
    kept = floors()
    for form in FORMS:
        scores = [score(name) for name in names(form)]
        if not scores:
            continue
        figures, before = means(scores), kept.get(form, {})
        _show(form, scores, before)
        same = before.get("digest") == digest(form)
        if options.recount and not same:
            figures = {measure: _down(share) for measure, share in figures.items()}
            kept[form] = {"pages": len(scores), "digest": digest(form), **figures}
        elif options.recount:
            _say(f"{form}: the pages are those of the floors; they can only be raised\n")
        elif options.raising and not same:
            _say(f"{form}: the pages changed since the floors were set; use --recount and say why in the commit\n")
            return 1
        elif options.raising:
            kept[form] |= {measure: max(before[measure], _down(share)) for measure, share in figures.items()}
    if options.raising or options.recount:
        FLOORS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    return 0


def _show(form: str, scores: list[Score], before: Mapping[str, Any]) -> None:
    for measure, share in means(scores).items():
        _say(f"{form} {measure}: {share:.3f} (floor {before.get(measure, 0):.3f})\n{misses(scores, measure)}\n")


def _say(text: str) -> None:
    sys.stdout.write(text)


def _down(share: float) -> float:
    """Rounded down to three digits, so that the figure itself stands above its floor."""
    return int(share * 1000) / 1000


if __name__ == "__main__":
    sys.exit(main())
