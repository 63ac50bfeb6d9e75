"""Articles that tell one story in other words: those of a few days together are grouped as the library groups.

Accounts of an event come within days of each other, so a window of days is like a library of its own; windows overlap,
so that no two days that are near each other are parted. How rare a word is, all of the archive says.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from zlib import crc32

from storyreader import library
from storyreader.corpus.piles import PLACES, in_piles, leave_lines, leave_piles, piles_in, read_lines
from storyreader.corpus.plan import Plan

DAYS = 3
"""Days of a slot. A window is two slots: accounts that many days apart always share one."""
UNDATED = -1
_TOGETHER = 100_000
"""Articles without a day that are grouped together, as they follow each other in the archive."""

_LIBRARY = 10_000
"""Words are as rare as in a library of so many articles: of those that fewer have, all are as rare."""

Block = tuple[int, int]
"""A part and a slot in it."""


def slot_of(published: date | None) -> int:
    """The slot of a day."""
    return published.toordinal() // DAYS if published else UNDATED


def by_term(frequency: Mapping[str, int], buckets: int) -> Mapping[int, list[str]]:
    """How many articles have each term, as lines sorted into piles by the term."""
    piles: dict[int, list[str]] = defaultdict(list)
    for term, count in frequency.items():
        piles[crc32(term.encode("utf-8", "replace")) % buckets].append(f"{count} {term}")
    return piles


def add_up_terms(plan: Plan, pile: int, articles: int) -> int:
    """Add up how many of all articles have each term of a pile; leaves what is not the rarest, as in a library."""
    frequency: Counter[str] = Counter()
    for part in range(plan.count):
        for line in read_lines(plan.file("frequencies", part), pile):
            count, _, term = line.partition(" ")
            frequency[term] += int(count)
    fewer = max(1.0, articles / _LIBRARY)
    known = [f"{round(count / fewer)} {term}" for term, count in frequency.items() if count >= 1.5 * fewer]
    leave_lines(plan.file("terms-known", pile), {0: known})
    return len(known)


def articles_in(plan: Plan) -> int:
    """How many articles the archive has."""
    return sum(sum(piles_in(plan.file("terms", part)).values()) for part in range(plan.count))


def windows(plan: Plan) -> list[list[Block]]:
    """What each window is made of, in a certain order."""
    slots: dict[int, list[Block]] = defaultdict(list)
    stretches: list[list[Block]] = []
    together = _TOGETHER
    for part in range(plan.count):
        for slot, count in piles_in(plan.file("terms", part)).items():
            if slot != UNDATED:
                slots[slot].append((part, slot))
                continue
            if together + count > _TOGETHER:
                stretches.append([])
                together = 0
            stretches[-1].append((part, slot))
            together += count
    dated = [
        slots[slot] + slots.get(slot + 1, [])
        for slot in sorted(slots)
        if slot + 1 in slots or slot - 1 not in slots  # else the window before holds it
    ]
    return dated + stretches


def group_window(plan: Plan, number: int, blocks: list[Block]) -> int:
    """Leave the pairs of a window that are in one story, in piles by pair, with their likeness in thousandths."""
    articles: list[int] = []
    texts: list[str] = []
    for part, slot in sorted(blocks):
        for line in read_lines(plan.file("terms", part), slot):
            place, _, terms = line.partition(" ")
            articles.append(part << PLACES | int(place))
            texts.append(terms)
    found: Counter[tuple[int, int]] = Counter()
    for (one, other), likeness in library.pairs_in_stories(texts, _known(plan)).items():
        pair = sorted((articles[one], articles[other]))
        found[pair[0], pair[1]] = round(1000 * likeness)
    leave_piles(plan.file("stories", number), in_piles(found, plan.buckets))
    return len(found)


def _known(plan: Plan) -> library.Frequencies:
    lines = (line for pile in range(plan.buckets) for line in read_lines(plan.file("terms-known", pile), 0))
    counts = {term: int(count) for count, _, term in (line.partition(" ") for line in lines)}
    return library.Frequencies(min(articles_in(plan), _LIBRARY), counts)
