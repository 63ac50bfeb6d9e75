"""Finds when the article was published and updated, in the short lines around it; never in the story itself."""

from storyreader.cleaning.cues import CATEGORIES
from storyreader.cleaning.dates import FoundDate, find_dates, impossible_dates
from storyreader.cleaning.draft import Block, Draft

_LONGEST = 30
"""Words of a line that may be about a date."""
_UPDATED = (
    "updat",
    "modif",
    "aktualis",
    "mis à jour",
    "actualiz",
    "aggiorn",
    "atualiz",
    "bijgewerkt",
    "uppdat",
    "oppdat",
)
_UPDATED_MORE = (
    "opdater",
    "aktualiz",
    "güncel",
    "обновл",
    "оновл",
    "更新",
    "수정",
    "geändert",
    "päivitetty",
    "modificad",
)
_DATE_CUE = CATEGORIES.index("date")


def find(draft: Draft) -> None:
    """Fill published and updated, and note dates that cannot exist."""
    body = [number for number, block in enumerate(draft.blocks) if block.kept]
    first, last = (body[0], body[-1]) if body else (len(draft.blocks), len(draft.blocks))
    head = next((n for n, block in enumerate(draft.blocks) if block.reason == "headline" and n <= first), first)
    day_first = draft.language != "en" or _any_day_first(draft)
    best: dict[str, tuple[float, Block, FoundDate]] = {}
    for number, block in enumerate(draft.blocks):
        if block.kept or block.shape.words > _LONGEST:
            continue
        for bad in impossible_dates(block.text):
            draft.note(f"date as found: {bad} cannot exist")
        for found in find_dates(block.text, day_first):
            kind = _kind(block.text, found)
            score = _rate(block, found, number, (head, first, last))
            if kind not in best or score > best[kind][0]:
                best[kind] = (score, block, found)
    for kind, (score, block, found) in best.items():
        if score >= 0.0:
            draft.find(kind, found.value, f"line {block.numbers[0]}" if block.numbers else "page")
            block.decide("date")
            if found.doubt:
                draft.note(f"{kind}: {found.doubt}")
    if "published" not in draft.fields and "updated" in draft.fields:
        draft.find("published", draft.fields["updated"], "the update is the only date")


def _any_day_first(draft: Draft) -> bool:
    return (
        any(draft.page.url.endswith(end) for end in (".uk", ".au", ".in", ".nz", ".ie", ".za"))
        if draft.page.url
        else False
    )


def _kind(text: str, found: FoundDate) -> str:
    before = text[max(0, found.start - 30) : found.start].casefold()
    return "updated" if any(word in before for word in (*_UPDATED, *_UPDATED_MORE)) else "published"


def _rate(block: Block, found: FoundDate, number: int, places: tuple[int, int, int]) -> float:
    head, first, last = places
    distance = min(abs(number - head), abs(number - first))
    score = 2.0 - distance * 0.15 if number <= first else 0.6 - 0.05 * max(0, number - last)
    if first < number <= last:
        score = 0.2
    share = (found.end - found.start) / max(1, block.shape.chars)
    score += share + (0.4 if block.shape.cues[_DATE_CUE] else 0.0) + (0.3 if block.shape.has_clock else 0.0)
    if block.reason in {"copyright", "footer", "comment", "related story"}:
        score -= 1.0
    return score
