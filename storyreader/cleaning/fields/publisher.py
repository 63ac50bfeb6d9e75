"""Finds the outlet: the likeliest of the names that the page outside its story may call it by."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from operator import itemgetter

from storyreader.cleaning.cues import START, words_of
from storyreader.cleaning.draft import Draft
from storyreader.cleaning.fields.outlet_by_words import (
    BAR,
    GLUED_MENU,
    LONGEST_NAME,
    is_outlet_word,
    leads_to_section,
    outlet_name_words,
)
from storyreader.cleaning.fields.outlet_names import Rule, folded, may_be_name, outlet_words
from storyreader.cleaning.fields.sites import ARTICLES, plain_key, site_label, spelled_name
from storyreader.cleaning.outlet_candidates import OutletCandidate, in_small_letters, outlet_candidates
from storyreader.learned import Trees, unpack

LEAST, LEAST_KNOWN = 0.85, 0.6
"""Probability from which a name is taken for the outlet's, and one with a word for papers or stations."""
_BY_LOOK = frozenset({Rule.BESIDE, Rule.MASTHEAD, Rule.NAMED})
"""Rules by which words that the page also writes small, "Sign", "Workplace Safety", are no outlet's name."""
_STATED = frozenset({Rule.HOME, Rule.HOUSE})
"""Rules that need no second opinion."""
_OWNS = frozenset({Rule.HOLDER, Rule.COMPANY})
_ELSEWHERE = "name that lines outside the story have"
_SMALL = 3
"""Letters of words that a name has without a capital."""
_MENU = 2
"""Bars of a line that is a menu."""
_TOP = 4
"""Blocks at the top among which a menu is looked for."""


def find(draft: Draft) -> None:
    """Fill the publisher. Lines of the story itself are not asked."""
    draft.outlets = outlet_candidates(draft)
    if chosen := choose(draft.outlets, _trees()):
        rule = max(chosen.weights, key=chosen.weights.__getitem__, default=_ELSEWHERE)
        draft.find("publisher", _written(chosen.name, draft), rule)
    draft.find("publisher", _end_of_title(draft), "end of the title bar")
    draft.find("publisher", _on_top_of_menu(draft), "line on top of the menu")
    draft.find("publisher", spelled_name(site_label(draft.address), outlet_name_words()), "name in the page's address")


def choose(candidates: Sequence[OutletCandidate], trees: Trees) -> OutletCandidate | None:
    """The candidate that is as good as stated, the likeliest one by the trees, or the stated source."""
    possible = [one for one in candidates if not _is_no_name(one)]
    return (
        next(filter(_is_stated, possible), None)
        or _likeliest(possible, trees)
        or next(filter(_is_source, possible), None)
    )


def _is_no_name(candidate: OutletCandidate) -> bool:
    """Whether a candidate is words of the page that only look like a name, or of its menu."""
    by_look = candidate.weights and _BY_LOOK.issuperset(candidate.weights)
    return (candidate.small and bool(by_look)) or leads_to_section(candidate.name)


def _is_stated(candidate: OutletCandidate) -> bool:
    """Whether a line leads to the first page under this name, a house that shares it holds the rights, or it is a site
    that does.
    """
    holds = not _OWNS.isdisjoint(candidate.weights)
    return not _STATED.isdisjoint(candidate.weights) or (candidate.site and holds)


def _is_source(candidate: OutletCandidate) -> bool:
    return Rule.SOURCE in candidate.weights


def _likeliest(candidates: Sequence[OutletCandidate], trees: Trees) -> OutletCandidate | None:
    """The likeliest candidate, if any is likely enough; one known by mail addresses alone only where no rule names
    another.
    """
    likely = []
    for candidate in candidates:
        known = candidate.known and outlet_words("company").isdisjoint(words_of(candidate.name))
        least = LEAST_KNOWN if known else LEAST
        score = trees.score_from(candidate.numbers, least)
        if score > least:
            likely.append((score, candidate))
    best = max(likely, key=itemgetter(0), default=(0.0, None))[1]
    if best and best.weights.keys() == {Rule.MAIL}:
        others = [(score, one) for score, one in likely if one is not best and (one.known or one.weights)]
        return max(others, key=itemgetter(0), default=(0.0, best))[1]
    return best


def _written(name: str, draft: Draft) -> str:
    """A name as it is to be told: as lines of the page write what is the name of a site or an account, with the article
    or the word for a paper that stands before it there, and not all in capitals.
    """
    if name.islower() and " " not in name:
        key = plain_key(folded(name))
        alike = (one.name for one in draft.outlets if plain_key(folded(one.name)) == key)
        name = next((other for other in alike if other != name), name)
    for other in draft.outlets:
        first, _, rest = other.name.partition(" ")
        leads = first.casefold() in ARTICLES or (other.weights and is_outlet_word(first.casefold()))
        if leads and rest.casefold() == name.casefold():
            name = other.name
    return _in_small_letters(name, draft) if name.isupper() and " " in name else name


def _in_small_letters(name: str, draft: Draft) -> str:
    """A name in capitals as any line of the page writes it otherwise, or with a capital for each word."""
    wanted = in_small_letters(name)
    for block in draft.blocks:
        at = in_small_letters(block.text).find(wanted)
        if at >= 0 and not (written := block.text[at : at + len(name)]).isupper():
            return written
    return name.title()


@cache
def _trees() -> Trees:
    text = files("storyreader.cleaning").joinpath("data/outlet_weights.json").read_text("utf-8")
    return unpack(json.loads(text))


def _end_of_title(draft: Draft) -> str | None:
    """The name that the title bar sets behind the headline: all its longer words have a capital, or the first one has,
    and the name opens a line outside the story too ("Vechernyaya gazeta").
    """
    *told, last = BAR.split(draft.data.title)
    headline = str(draft.fields.get("headline", ""))
    words = last.split()
    if not told or not 1 <= len(words) <= LONGEST_NAME or folded(told[0]) != folded(headline):
        return None
    outside = (block.text for block in draft.blocks if not block.kept and block.reason != "headline")
    shown = words[0][0].isupper() and any(text.startswith(last.strip()) for text in outside)
    capital = all(len(word) <= _SMALL or word[0] != word[0].lower() for word in words)
    return last.strip() if capital or shown else None


def _on_top_of_menu(draft: Draft) -> str | None:
    """The first line of the page, when a menu follows it in the same group of lines."""
    if not draft.blocks:
        return None
    first, group = draft.blocks[0], []
    for block in draft.blocks[1:_TOP]:
        if block.gap:
            break
        group.append(block)
    named = not first.kept and first.reason != "headline" and 2 <= first.shape.words <= LONGEST_NAME
    menu = any(block.shape.separators >= _MENU for block in group)
    plain = max(first.shape.cues) < START and not GLUED_MENU.search(first.text)
    return first.text if named and menu and plain and may_be_name(first.text) else None
