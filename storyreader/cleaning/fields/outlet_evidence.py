"""Gathers what speaks for each name being the outlet's: rights, offers, sites, the top of the page, imprints."""

import re
from collections.abc import Iterator, Sequence

from storyreader.cleaning.cues import CATEGORIES, START
from storyreader.cleaning.draft import Block, Draft, first_kept
from storyreader.cleaning.fields.copyright_holder import Holder, copyright_holders
from storyreader.cleaning.fields.named_sites import add_sites
from storyreader.cleaning.fields.outlet_by_words import (
    BAR,
    LONGEST_NAME,
    is_outlet_word,
    outlet_name,
    outlet_name_words,
)
from storyreader.cleaning.fields.outlet_names import Names, Rule, may_be_name, names_beside
from storyreader.cleaning.fields.sites import has_name, site_label

_SMALL = 3
"""Letters of a word that may be an article."""
_TOP, _TOP_LINES = 4, 8
"""Blocks at the top among which the outlet's name is looked for, and a paper of the house that holds the rights."""
_HOME = re.compile(
    r"(?P<before>.{3,40}?)\s+[-–—|]\s+(?:back to home|home ?page|home)|"
    r"(?:back to|return to) (?P<name>.{3,40}?) home(?: ?page)?|"
    r"(?:zur startseite von|volver a la portada de) (?P<behind>.{3,40})",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[a-zß-ÿ][A-ZÀ-Ý]")
"""Two links without a blank between them."""
_LONGEST_HOME = 12
"""Words of a line that leads to an outlet's first page."""
_OFFERS = tuple(CATEGORIES.index(name) for name in ("copyright", "sign-up", "promo", "share"))
_LONGEST_LINE = 60
"""Words of a line that is asked."""
_OWNERS = (
    "©",
    "ⓒ",
    "®",
    "image:",
    "picture:",
    "photograph:",
    "kuva:",
    "bild:",
    "fotó:",
    "fot.",
    "φωτ",
    "foto:",
    "photo:",
    "ảnh:",
    "фото:",
    "फोटो:",
    "ऐप",
    "تطبيق",
    "版权",
    "版權",
    "来源",
    "bản quyền",
)
"""Marks and words of lines that name whose the page, a picture or an app is."""
_NO_OUTLETS = frozenset({"news", "sport", "privat", "video", "home", "menu"})
_FOOT = 15
"""Blocks at the foot of a page."""
_SHORT = 4
"""Characters of a name that may as well be a section's, in scripts without spaces."""
_SOURCE = re.compile(r"(?:来源|來源|出典|출처)\s*[:：]\s*(\w{2,12}?)(?:作者|编辑|編輯|责任|責任|记者|記者|\b)")
_IMPRINT = re.compile(
    r"(?:Сетевое издание|Интернет-газета|Интернет-издание|Информационное агентство|Мережеве видання|Інтернет-видання)"
    r"\s+[«„\"]([^»“\"]{2,40})[»“\"]",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    r"([^,.;:]{3,40}), (?:testata (?:giornalistica|registrata)|сетевое издание|quotidiano registrato)", re.IGNORECASE
)
"""An imprint with the name before it: "Gazzetta delle Prealpi, testata giornalistica registrata"."""
_ABOVE = 8
"""Blocks above the story in which its source may be stated."""
_FULL = 3
"""Words of a name that the story may confirm, wherever on top of the page it stands."""
_TOP_NAMED = 3
"""Blocks at the top among which a name that needs no second witness is looked for."""
_SHORTEST_NAME = 2
"""Words of a name that is like its house's."""


_KNOWN = 1.5
"""How much more the mention of a name counts that says by itself that it is an outlet's."""


def outlet_evidence(draft: Draft) -> Names:
    """What is found for each name, by the rule that says so. Lines of the story itself are not asked."""
    names = Names()
    holders = list(copyright_holders(draft.blocks))
    _ask_the_top(draft, names, holders)
    if name := _stated_source(draft):
        names.add(name, Rule.SOURCE, 1.0, 1.0)
    for holder in holders:
        names.add(holder.name, Rule.COMPANY if holder.is_company else Rule.HOLDER, 1.3, 1.8)
    for name, weight in names_beside(draft.blocks):
        words = name.casefold().split()
        known = len(words) > 1 and any(is_outlet_word(word) for word in words)
        names.add(name, Rule.BESIDE, weight * (_KNOWN if known else 1.0), 3.0)
    site = site_label(draft.address)
    outside = [block for block in draft.blocks if not block.kept and block.shape.words <= _LONGEST_LINE]
    add_sites(names, outside, site)
    for part in BAR.split(draft.data.title):
        if has_name(site, part):
            names.add(part, Rule.BAR, 1.5, 1.5)
    return names


def _ask_the_top(draft: Draft, names: Names, holders: Sequence[Holder]) -> None:
    """Count the names on the first lines, and those to whose first page a line leads."""
    if name := _masthead(draft):
        names.add(name, Rule.MASTHEAD, 2.5, 2.5)
    if name := _named_as_outlet(draft):
        names.add(name, Rule.NAMED, 2.0, 2.0)
    if name := _of_house(draft, holders):
        names.add(name, Rule.HOUSE, 2.5, 2.5)
    for name in _homes(draft):
        names.add(name, Rule.HOME, 2.0, 2.0)


def _masthead(draft: Draft) -> str | None:
    """The name on one of the first lines, when other lines outside the story speak of it too."""
    outside = [block for block in draft.blocks if not block.kept and block.shape.words <= 60]
    foot = {id(block) for block in draft.blocks[-_FOOT:]}
    for number, block in enumerate(draft.blocks[:_TOP]):
        shape = block.shape
        plain = not shape.has_year and not shape.has_clock and not shape.separators and max(shape.cues) < START
        if block.kept or not plain or not 1 <= shape.words <= LONGEST_NAME or "  " in block.raw[0].strip():
            continue
        name = block.text.casefold()
        if name in _NO_OUTLETS:
            continue
        # a section's name comes again in many lines, an outlet's in those about rights, pictures and offers, at the
        # beginning of lines at the foot of the page, and in the story, when it speaks of its own reporters
        long = shape.words > 1 and shape.chars > _SHORT
        again = [
            other.text
            for other in outside
            if name in other.text.casefold()
            and other.shape.tokens != shape.tokens
            and (
                _speaks_of_owner(other, long) or (long and id(other) in foot and other.text.casefold().startswith(name))
            )
        ]
        if long and (not number or shape.words >= _FULL) and not again and shape.capital_share > 0.5:
            again = [other.text for other in draft.blocks if other.kept and name in other.text.casefold()]
        if again:
            place = again[0].casefold().find(name)
            return again[0][place : place + len(name)] if block.text.isupper() else block.text
    return None


def _first_word(name: str) -> str:
    """The first long word of a name that others may share, as a paper's house does: "The Orn Post", "Orn Media"."""
    first = next((word for word in name.casefold().split() if len(word) > _SMALL), "")
    return "" if first in outlet_name_words() else first


def _of_house(draft: Draft, holders: Sequence[Holder]) -> str | None:
    """The paper on one of the first lines whose house holds the rights: of "Orn Post" and "© Orn Media", of "El Faro de
    Orn" and "© El Faro", of "El Faro Libre" and "© Ediciones Faro Libre" the former.
    """
    houses = [holder.name.casefold() for holder in holders]
    first = {_first_word(name) for name in houses} - {""}
    for block in draft.blocks[:_TOP_LINES]:
        if block.kept or not _SHORTEST_NAME <= block.shape.words <= LONGEST_NAME or max(block.shape.cues) >= START:
            continue
        if _GLUED.search(block.text):
            continue
        if (name := outlet_name(block)) and _first_word(name) in first:
            return name
        if any(_is_told_by(house, block.text.casefold()) for house in houses):
            return block.text
    return None


def _is_told_by(house: str, line: str) -> bool:
    """Whether the name of a house is an article and a word that open a line, or holds the line's two longer words."""
    words, own = [word for word in line.split() if len(word) > _SMALL], house.split()
    opens = len(own) == _SHORTEST_NAME and len(own[0]) <= _SMALL and line.startswith(f"{house} ")
    return opens or (len(words) >= _SHORTEST_NAME and set(words) < set(own))


def _homes(draft: Draft) -> Iterator[str]:
    """The outlets whose first page a line above the story leads to: "The Orn Post - Back to home"."""
    for block in draft.blocks[: first_kept(draft.blocks)]:
        match = _HOME.fullmatch(block.text) if block.shape.words <= _LONGEST_HOME else None
        if match and may_be_name(name := match["before"] or match["name"] or match["behind"]):
            yield name


def _speaks_of_owner(block: Block, long: bool) -> bool:
    """Whether a line is about rights, pictures or an app; about letters too, where the name is a long one."""
    folded = block.text.casefold()
    if any(mark in folded for mark in _OWNERS) or "app" in folded.split():
        return True
    cues = block.shape.cues
    return long and (block.reason == "byline" or max(cues[number] for number in _OFFERS) > 0)


def _named_as_outlet(draft: Draft) -> str | None:
    """The name on one of the first lines that says by itself that it is an outlet's."""
    for block in draft.blocks[:_TOP_NAMED]:
        if not block.kept and block.reason != "headline" and (name := outlet_name(block)):
            last = BAR.split(draft.data.title)[-1].strip()
            # links in a row are one line: "Orn Post Music Stage"
            return last if last and name.startswith(f"{last} ") else name
    return None


def _stated_source(draft: Draft) -> str | None:
    """The outlet that a short line above the story states as its source, or an imprint: "Сетевое издание «…»"."""
    first = first_kept(draft.blocks)
    for block in draft.blocks[max(0, first - _ABOVE) : first]:
        if match := _SOURCE.search(block.text[:120]):
            return match.group(1)
    outside = [block.text for block in draft.blocks if not block.kept]
    imprints = (_IMPRINT.match(text) or _REGISTERED.match(text) for text in outside)
    return next((match.group(1) for match in imprints if match), None)
