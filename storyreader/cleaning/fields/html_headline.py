"""Chooses an HTML page's headline among those that its hidden data, its headings and its lines offer.

The sources are weighed by how often each is right by itself, and every other source that says the same adds its weight:
a headline that the page shows and its data confirm beats one that only a title for search engines has.
"""

import re

from storyreader.cleaning.cues import as_one_word, plain_words
from storyreader.cleaning.draft import Draft
from storyreader.cleaning.fields.headline import likeliest
from storyreader.cleaning.page_data import PageData, clean

_BAR = re.compile(r"(?<!\s)\s+[|•·»›–—-]+\s+|(?:(?<!\s)\s+)?\|\s*| : ")
_Offer = tuple[str, str, float]
_LINKED, _SHARED = "JSON-LD headline", "OpenGraph title"
_HEADING, _LINE = "first-level heading", "line that looks like the headline"
_LONGEST_KICKER = 6
"""Words of a kicker, such as "End of a power station", that belongs to a headline."""
_SHORT_KICKER = 4
"""Characters below which what stands before is an article or a mark."""
_SHORTEST = 3
"""Words of a headline that stands behind one."""


def find(draft: Draft) -> None:
    """Fill the headline and judge the blocks that show it."""
    offers = [(text, rule, weight) for text, rule, weight in _offers(draft) if text and len(text) <= 400]
    if not offers:
        return
    sets = [frozenset(plain_words(text)) for text, _, _ in offers]
    best, best_support = offers[0], -1.0
    for number, offer in enumerate(offers):
        support = offer[2] + sum(
            other[2] * _likeness(sets[number], sets[index]) for index, other in enumerate(offers) if index != number
        )
        if support > best_support + 1e-9:
            best, best_support = offer, support
    stated = _without_kicker(offers, _with_kicker(offers, best))
    draft.find("headline", stated[0], stated[1])
    shown = tuple(plain_words(best[0]))
    for block in draft.blocks:
        if block.shape.tokens == shown and shown:
            block.reason = "headline"


def _with_kicker(offers: list[_Offer], best: _Offer) -> _Offer:
    """The headline of the page's data, when it is the chosen one behind its kicker, and another source agrees."""
    heading = plain_words(best[0])
    for offer in offers:
        stated = plain_words(offer[0])
        kicker = len(stated) - len(heading)
        if offer[1] == _LINKED and 0 < kicker <= _LONGEST_KICKER and stated[kicker:] == heading:
            return offer if sum(plain_words(text) == stated for text, _, _ in offers) > 1 else best
    return best


def _without_kicker(offers: list[_Offer], best: _Offer) -> _Offer:
    """The title that the page gives to other sites, when the chosen heading has it behind a kicker of its own."""
    heading = plain_words(best[0])
    for offer in offers:
        title = plain_words(offer[0])
        kicker = len(heading) - len(title)
        shown = best[1] in {_HEADING, _LINE} and offer[1] == _SHARED and len(title) >= _SHORTEST
        if shown and 0 < kicker <= _LONGEST_KICKER and heading[kicker:] == title:
            before = best[0][: -len(offer[0])].rstrip()  # behind a colon it goes on: "The 2024 awards: the best ..."
            return best if before.endswith(":") or len(before) < _SHORT_KICKER else offer
    return best


def _offers(draft: Draft) -> list[_Offer]:
    data = draft.data
    site = site_names(data)
    guess, score = likeliest(draft, 0.0, sifted=True) or (None, 0.0)
    line = "" if guess is None or as_one_word(guess.text) in site else guess.text
    linked = next((clean(a["headline"]) for a in data.articles if isinstance(a.get("headline"), str)), "")
    telling = [text for text in data.headings if as_one_word(text) not in site]
    headings = [(text, _HEADING, 1.0 if number == 0 else 0.6) for number, text in enumerate(telling[:3])]
    return [
        (line, _LINE, 0.55 + 0.8 * score),
        *headings,
        (linked, _LINKED, 1.2),
        (without_site(data.first("og:title"), site), _SHARED, 0.9),
        (next(iter(data.microdata.get("headline", ())), ""), "microdata headline", 0.9),
        (without_site(data.first("twitter:title"), site), "Twitter title", 0.5),
        (without_site(data.title, site), "title bar", 0.6),
        (draft.stated.get("headline", ""), "subject of the letter", 0.6),
    ]


def site_names(data: PageData) -> frozenset[str]:
    """What the page calls its site, folded for comparison."""
    names = [data.first("og:site_name"), data.first("application-name")]
    for thing in (*data.articles, *data.things):
        publisher = thing.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            names.append(publisher["name"])
    return frozenset(as_one_word(name) for name in names if name)


def without_site(title: str, site: frozenset[str]) -> str:
    """Cut the site's name, and short parts beside it, off a title."""
    parts = _BAR.split(title)
    while len(parts) > 1 and (as_one_word(parts[-1]) in site or _looks_like_site(parts[-1], parts[:-1])):
        parts.pop()
    while len(parts) > 1 and as_one_word(parts[0]) in site:
        parts.pop(0)
    if len(parts) == 1:
        return parts[0].strip()
    end = title.rfind(parts[-1]) + len(parts[-1])
    return title[title.find(parts[0]) : end].strip()


def _looks_like_site(part: str, before: list[str]) -> bool:
    return len(part.split()) <= 4 and sum(len(piece.split()) for piece in before) >= 4 and not part.endswith(("?", "!"))


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    if not left or not right:
        return 0.0
    shared = len(left & right)
    return 2 * shared / (len(left) + len(right)) if shared else 0.0
