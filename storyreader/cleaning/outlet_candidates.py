"""Lists the names that a page may call its outlet by, and describes each for the learned choice.

Names come from lines outside the story: those for which a rule speaks (see fields/outlet_evidence.py), whole lines, the
ends of lines with bars, runs of capitals, sites. Of these only lines near the ends of a page are asked, so that a page
of any length costs the same. The trees are written by benchmarks/cleaning/train_outlet.py.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from storyreader.cleaning.cues import CATEGORIES, words_of
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.fields.named_sites import sites_in
from storyreader.cleaning.fields.outlet_by_words import BAR, has_outlet_word
from storyreader.cleaning.fields.outlet_evidence import outlet_evidence
from storyreader.cleaning.fields.outlet_names import Names, Rule, folded, may_be_name, names_in, outlet_words
from storyreader.cleaning.fields.sites import plain_key

KINDS = ("whole", "part", "run", "site")
"""Where a name was found: a line of nothing else, an end of a line with bars, anywhere in a line; a site."""
_ENDS = 150
"""Blocks at either end of a page that are asked."""
_LONGEST_LINE, _LONGEST_BARRED, _LONGEST_MENTION = 400, 200, 40
"""Characters of a line that is asked, and of one with bars; words of one in which a run of capitals is looked for."""
_LONGEST, _MOST_WORDS = 60, 6
"""Characters and words of a name."""
_TOP, _FOOT = 10, 15
"""Blocks at the ends of a page; a name that stands once, elsewhere and in running words is no candidate."""
_SAMPLE = 2000
"""Characters of the story that tell its script."""
_COUNTED, _FAR, _NEAR = 5.0, 40, 20
_MARKS = ".,:;!?()[]“”\"'‘’«»"
_EDGES = " .,:;|–—-©®™•·›()[]"
_SURELY = 10
"""How many times as much as a run of capitals a spelling counts that stands by itself: runs lose their articles."""


@dataclass(slots=True)
class _Found:
    """What was found of one name: its spellings, how often at each kind of place, the numbers of its blocks."""

    spellings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    blocks: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class OutletCandidate:
    """A name, the rules that say something for it with how much, and the numbers that describe it.

    `known` tells that one of its words stands in names of outlets, `site` that the page names a site of that name,
    `small` that it writes the words without capitals too.
    """

    name: str
    weights: Mapping[Rule, float]
    known: bool
    site: bool
    small: bool
    numbers: tuple[float, ...]


class _Looks(NamedTuple):
    """What a candidate and its numbers both tell of a name."""

    known: bool
    site: bool
    small: bool


def outlet_candidates(draft: Draft) -> list[OutletCandidate]:
    """The candidates of a page, in the order in which they are met."""
    page, evidence = _Outside(draft), outlet_evidence(draft)
    found = page.names(evidence)
    plain = {key: plain_key(key) for key in found}
    sites = {plain[key] for key, one in found.items() if one.kinds["site"]}
    sums = {key: sum(weights.values()) for key, weights in evidence.weights.items()}
    ranked = [*sorted(sums.values(), reverse=True), 0.0, 0.0]
    likes = _likes(list(found))
    candidates = []
    for key, one in found.items():
        name, own, weights = _spelling(one.spellings), sums.get(key, 0.0), evidence.weights.get(key, {})
        looks = _Looks(has_outlet_word(name), plain[key] in sites, page.writes_small(name))
        numbers = (
            *(weights.get(rule, 0.0) for rule in Rule),
            *(own, ranked[1] if own == ranked[0] else ranked[0]),
            *(min(_COUNTED, one.kinds[kind]) for kind in KINDS),
            *page.places(key, one),
            *page.look(name, looks, any(_one_in_other(plain[key], site) for site in sites)),
            any(spelling[0].islower() for spelling in one.spellings),
            *likes[key],
        )
        candidates.append(OutletCandidate(_as_told(name, one.spellings), weights, *looks, tuple(map(float, numbers))))
    return candidates


class _Outside:
    """The lines of a page outside its story, at either end of it."""

    def __init__(self, draft: Draft) -> None:
        blocks = draft.blocks
        self.count = len(blocks)
        numbers = [*range(min(_ENDS, self.count)), *range(max(_ENDS, self.count - _ENDS), self.count)]
        self.lines = {
            number: block
            for number in numbers
            if not (block := blocks[number]).kept and block.reason != "headline" and len(block.text) <= _LONGEST_LINE
        }
        self.cued = {
            number: [(category, strength) for category, strength in enumerate(block.shape.cues) if strength]
            for number, block in self.lines.items()
        }
        self.keys = {number: folded(block.text) for number, block in self.lines.items()}
        kept = [number for number, block in enumerate(blocks) if block.kept]
        self.first, self.last = (kept[0], kept[-1]) if kept else (self.count, -1)
        self.story = " ".join(blocks[number].text for number in kept[:_ENDS]).casefold()
        letters = [letter for letter in self.story[:_SAMPLE] if letter.isalpha()]
        self.is_foreign_to_ascii = sum(map(str.isascii, letters)) < len(letters) / 2
        self.small = _written_small([*self.lines.values(), *(blocks[number] for number in kept[:_ENDS])])
        self.headline = str(draft.fields.get("headline", "")).casefold()
        self.byline = str(draft.fields.get("byline", "")).casefold()

    def names(self, evidence: Names) -> dict[str, _Found]:
        """Each name by its folded form: those for which a rule speaks, and those that stand more than once."""
        found: dict[str, _Found] = defaultdict(_Found)
        seen: set[tuple[str, ...]] = set()
        for number, block in self.lines.items():
            for name, kind in _named(block, again=block.shape.tokens in seen):
                _note(found, name, kind, number)
            seen.add(block.shape.tokens)
        for key, spellings in evidence.spellings.items():
            found[key].spellings.update(spellings)
        return {key: one for key, one in found.items() if key in evidence.weights or self._is_worth_it(one)}

    def _is_worth_it(self, one: _Found) -> bool:
        """Whether a name for which no rule speaks stands more than once, is a site's, or is near an end of the page."""
        if len(one.blocks) > 1 or one.kinds["site"]:
            return True
        return any(number < _TOP or number >= self.count - _FOOT for number in one.blocks)

    def places(self, key: str, one: _Found) -> Iterator[float]:
        """Where a name stands, and what the lines are for that have it."""
        again = sorted(one.blocks) if len(key) <= 3 else [n for n, line in self.keys.items() if key in line]
        texts = {self.keys[number] for number in again}
        yield from (min(8, len(texts)), len(again))
        yield sum(text.startswith(key) for text in texts)
        yield sum(text.endswith(key) for text in texts)
        yield sum(self.keys[number] == key for number in again)
        before, behind = bisect_left(again, self.first), len(again) - bisect_right(again, self.last)
        yield min(_FAR, again[0] if again else _FAR)
        yield min(_FAR, self.count - 1 - again[-1] if again else _FAR)
        yield min(_NEAR, self.first - again[before - 1] if before else _NEAR)
        yield min(_NEAR, again[-behind] - self.last if behind else _NEAR)
        yield from (before, behind, max(0, len(again) - before - behind))
        yield from self._cues(again)

    def _cues(self, numbers: Sequence[int]) -> list[float]:
        """For each category of cues how strongly some lines speak of it, and how many do."""
        strengths, counts = [0.0] * len(CATEGORIES), [0.0] * len(CATEGORIES)
        for number in numbers:
            for category, strength in self.cued[number]:
                strengths[category] = max(strengths[category], strength)
                counts[category] = min(_COUNTED, counts[category] + 1)
        return strengths + counts

    def writes_small(self, name: str) -> bool:
        """Whether the page writes all words of a name without capitals too."""
        words = [word for word in words_of(name) if word.isalpha()]
        return bool(words) and self.small.issuperset(words)

    def look(self, name: str, looks: _Looks, like_site: bool) -> Iterator[float]:
        """What a name looks like, whether it is like a site's, and whether story, headline and byline have it."""
        words, told = words_of(name), name.casefold()
        spaced = name.split()
        yield from (len(spaced), len(name), name.isupper(), sum(word[0].isupper() for word in spaced) / len(spaced))
        yield looks.known
        yield "." in name
        yield may_be_name(name)
        yield looks.small
        yield min(_COUNTED, self.story.count(told)) if len(told) > 2 else 0
        yield told in self.headline
        yield bool(self.byline) and (told in self.byline or self.byline in told)
        yield from (looks.site, like_site)
        yield any(word in outlet_words("other sites") for word in words)
        yield not name.isascii()
        yield name.isascii() and self.is_foreign_to_ascii
        yield self.count


def _written_small(blocks: Sequence[Block]) -> set[str]:
    """The words that a page writes without a capital."""
    words = {word.strip(_MARKS) for block in blocks for word in block.text.split()}
    return {word for word in words if word.isalpha() and word.islower()}


def _note(found: dict[str, _Found], name: str, kind: str, number: int) -> None:
    name = name.strip(_EDGES)
    key = folded(name)
    if len(key) < 2 or key.isdigit() or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return
    one = found[key]
    one.spellings[name] += 1 if kind == "run" else _SURELY
    one.kinds[kind] += 1
    one.blocks.add(number)


def _named(block: Block, *, again: bool) -> Iterator[tuple[str, str]]:
    """The names in a line with the kind of place; runs of capitals only when the line is not told `again`."""
    text = block.text
    parts = BAR.split(text)
    if len(parts) == 1 and block.shape.words <= _MOST_WORDS:
        yield text, "whole"
    elif len(parts) > 1 and len(text) <= _LONGEST_BARRED:
        yield from ((part, "part") for part in (parts[0], parts[-1]))
    if not again and block.shape.words <= _LONGEST_MENTION:
        yield from ((name, "run") for name in names_in(text))
    if "." in text:
        yield from ((site, "site") for site in sites_in(text))


def _spelling(spellings: Counter[str]) -> str:
    """The commonest spelling, whatever its capitals, and of its kinds one with small letters and capitals if any is."""
    whatever: Counter[str] = Counter()
    for name, count in spellings.items():
        whatever[in_small_letters(name)] += count
    best = max(whatever, key=whatever.__getitem__)
    alike = [name for name in spellings if in_small_letters(name) == best]
    return max(alike, key=lambda name: (_is_mixed(name), spellings[name]))


def _as_told(spelling: str, spellings: Counter[str]) -> str:
    """A spelling, or a name in place of a host in letters of one size, "QUERNPOST.COM", where the page has one."""
    named = [name for name in spellings if "." not in name and _is_mixed(name)]
    host = "." in spelling and not _is_mixed(spelling)
    return max(named, key=spellings.__getitem__) if named and host else spelling


def _is_mixed(name: str) -> bool:
    """Whether a name has small letters and capitals."""
    return not name.isupper() and not name.islower()


def in_small_letters(name: str) -> str:
    """A text in small letters, as long as before, the same for Postası and POSTASI."""
    return name.replace("İ", "i").lower().replace("ı", "i")


def _likes(keys: list[str]) -> dict[str, tuple[int, int]]:
    """For each name, in how many others it is held, and how many others it holds."""
    long = sorted(key for key in keys if len(key) > 3)
    held: Counter[str] = Counter()
    holds: Counter[str] = Counter()
    for key in long:
        for other in long:
            if key != other and key in other:
                held[key] += 1
                holds[other] += 1
    return {key: (held[key], holds[key]) for key in keys}


def _one_in_other(key: str, site: str) -> bool:
    return min(len(key), len(site)) > 3 and (key in site or site in key)
