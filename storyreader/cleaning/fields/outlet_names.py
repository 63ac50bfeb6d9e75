"""Gathers the names that a page's furniture uses as its own: "Follow the Mercury", "Mercury app", "About Mercury.com".

Each name is counted with the lines that speak of it so; menus, teasers and places are not, because there no word for an
offer or for the outlet's own pages stands beside them. Cost is linear in the page.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

from storyreader.cleaning.block_stats import function_words
from storyreader.cleaning.cues import CATEGORIES, WHOLE, cues_of, words_of
from storyreader.cleaning.draft import Block

_TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|&|[^\w\s]")
_ENDING = re.compile(r"\.(?:com|org|net|info|news|eu|tv|(?:co|com|org|net)\.[a-z]{2}|[a-z]{2})$")
_POSSESSIVE = re.compile(r"['’]s$")
_LONGEST_LINE = 40
"""Words of a line that may speak of its outlet."""
_SHORT = 7
"""Words of a line that is nothing but a link or a button."""
_LONGEST_NAME = 5
"""Words of a name."""
_ONE_WORD = 0.7
"""What the mention of a single word counts: it may as well be a section or a subject."""
_HALF = 0.5
"""What a mention in a longer sentence counts."""
_OFFERS = tuple(CATEGORIES.index(name) for name in ("copyright", "sign-up", "promo", "share"))


class Rule(StrEnum):
    """What says something for a name, as it is told to the reader."""

    MASTHEAD = "name on top of the page that comes again below"
    NAMED = "name of a newspaper or station on top of the page"
    HOUSE = "name of a newspaper or station that shares its house's name"
    HOME = "link to the outlet's first page"
    SOURCE = "line that states the source"
    HOLDER = "copyright line"
    COMPANY = "company in the copyright line"
    BESIDE = "name beside the outlet's own offers"
    LINE = "line of the name that a site has"
    SITE = "site of this name"
    ALONE = "site named on a line of its own"
    SEVERAL = "site that several lines outside the story name"
    MAIL = "domain of the page's mail addresses"
    BAR = "name in the title bar that the address has"


@dataclass(slots=True)
class Names:
    """Names by their folded form: what speaks for each, by the rule that says so, and how each is spelled."""

    weights: dict[str, dict[Rule, float]] = field(default_factory=dict)
    spellings: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, name: str, rule: Rule, weight: float, most: float) -> None:
        """Count one mention; a rule never counts more than `most` for one name."""
        key = folded(name)
        if len(key) < 2 or key.isdigit():
            return
        found = self.weights.setdefault(key, {})
        found[rule] = min(most, found.get(rule, 0.0) + weight)
        self.spellings.setdefault(key, Counter())[name] += 1


def folded(name: str) -> str:
    """A name without case, marks, its site's ending and a leading article: of The Mercury and mercury.com, mercury."""
    key = re.sub(r"[\W_]", "", _ENDING.sub("", name.strip().casefold())).replace("ı", "i")
    return key.removeprefix("the") if len(key) > len("the") + 2 else key


def names_beside(blocks: Sequence[Block]) -> Iterator[tuple[str, float]]:
    """Yield each name that a line uses as the outlet's own, with what the mention counts, 0 to 1."""
    seen = set()
    for block in blocks:
        if block.kept or block.reason == "headline" or block.shape.words > _LONGEST_LINE or block.shape.tokens in seen:
            continue
        seen.add(block.shape.tokens)
        offers = any(block.shape.cues[number] for number in _OFFERS)
        if block.shape.words <= _SHORT or offers:
            yield from _beside(_TOKEN.findall(block.text), offers)


def names_in(text: str) -> Iterator[str]:
    """Yield the runs of capitals in a line, without the words of offers at their ends."""
    tokens = _TOKEN.findall(text)
    for start, end in _runs(tokens):
        first, last = _bare(tokens, start, end)
        if 1 <= last - first <= _LONGEST_NAME:
            yield _POSSESSIVE.sub("", " ".join(tokens[first:last]))


def _bare(tokens: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """A run without the words that lead to a name or follow one: "Follow the Mercury app" is Mercury."""
    leading, after = _words()["leading"], _words()["after"]
    while start < end and tokens[start].casefold() in leading:
        start += 1
    while end - 1 > start and tokens[end - 1].casefold() in after:
        end -= 1
    return start, end


def _beside(tokens: list[str], offers: bool) -> Iterator[tuple[str, float]]:
    words = _words()
    before, after = words["before"], words["after"]
    runs = list(_runs(tokens))
    for start, end in runs:
        first, last = _bare(tokens, start, end)
        # "Follow the Mercury" has its word inside the run or, in small letters, before it
        opened = any(token.casefold() in before for token in (*tokens[start:first], *tokens[:start][-3:]))
        linked = bool(start) and offers and tokens[start - 1].casefold() in words["linking"]
        closed = last < end or (end < len(tokens) and tokens[end].casefold() in after)
        name = _POSSESSIVE.sub("", " ".join(tokens[first:last]))
        if (opened or linked or closed) and may_be_name(name):
            whole = offers or (len(runs) == 1 and not linked)
            yield name, (1.0 if whole else _HALF) * (_ONE_WORD if " " not in name else 1.0)


def _runs(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of words with capitals, small linking words inside them included."""
    linking = _words()["linking"]
    start = last = -1
    for number, token in enumerate(tokens):
        if any(character.isupper() for character in token):
            start, last = (number if start < 0 else start), number
        elif start >= 0 and token.casefold() not in linking:
            yield start, last + 1
            start = -1
    if start >= 0:
        yield start, last + 1


def may_be_name(name: str) -> bool:
    """Whether a text has the look of an outlet's name and is no section's, no other site's and no button's."""
    words = words_of(name)
    if not 1 <= len(name.split()) <= _LONGEST_NAME or name[0].isdigit() or is_furniture(name):
        return False
    if any(word in _words()["other sites"] for word in words):
        return False
    return WHOLE not in cues_of(words, name)


def is_furniture(name: str) -> bool:
    """Whether a text is no name at all: words of menus and buttons, code, or half of a longer text, "Awards &"."""
    words, known = words_of(name), _words()["no names"]
    if not (name[:1].isalnum() or name[:1] in '"«“„#+') or name.endswith(("&", ":", "{", "(", ",")):
        return True
    return all(word in known or word in function_words() or not word.isalpha() for word in words)


def outlet_words(kind: str) -> frozenset[str]:
    """One of the lists of words about outlets and their companies in data/outlet_names.json."""
    return _words()[kind]


@cache
def _words() -> dict[str, frozenset[str]]:
    data = json.loads(files("storyreader.cleaning").joinpath("data/outlet_names.json").read_text("utf-8"))
    lists = {name: frozenset(words.split()) for name, words in data.items()}
    return {**lists, "leading": lists["before"] | lists["linking"]}
