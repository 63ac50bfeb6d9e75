"""Places of two linked sentences that may contradict each other, with the figures that tell how likely they do.

Five families: values, dates, names, polarity (one side negates), opposites (one side says the contrary word). Each
figure is the same when the sides are swapped.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rapidfuzz.distance import JaroWinkler

from storyreader.article import Span
from storyreader.fact import Fact
from storyreader.facts.aliases import SAME_SPELLING, name_form, same_name
from storyreader.facts.clashing import MEASURES, agree, confirms, granularity, is_total, measure, same_measure
from storyreader.facts.tables import tables_for
from storyreader.matching.conflict_slots import Pair, Range, Side
from storyreader.matching.words import word_key

Figures = dict[str, float]
_TURNING = frozenset({"un", "in", "im", "il", "ir", "dis", "non", "mis"})
NATION = "nation"
LEAST_LIKENESS = 0.1
"""Dates stand anywhere in a sentence: with less in common around them they belong to different statements."""
MOST_FACTS = 24
"""Sentences with more facts of a family than this are tables; they are not looked at."""


@dataclass(frozen=True)
class Candidate:
    """Two stretches that may clash. `facts` are the facts there, None where a word alone differs."""

    family: str
    left: Range
    right: Range
    figures: Figures
    facts: tuple[Fact, Fact] | None = None


def candidates(pair: Pair) -> list[Candidate]:
    """All places of a pair that may contradict each other."""
    return [
        *_values(pair, "value", lambda fact: fact.kind in MEASURES or fact.kind == "time"),
        *_values(pair, "date", lambda fact: fact.kind == "date"),
        *_names(pair),
        *_polarity(pair),
        *_opposites(pair),
    ]


def _slot(pair: Pair, left: Range, right: Range) -> Figures:
    """How surely two stretches fill the same place."""
    before, behind = pair.flanks(left, right)
    exact, gap_words = pair.gap_figures(left, right)
    likeness, gap, head = pair.likeness(left, right), float(pair.same_gap(left, right)), pair.same_head(left, right)
    return {
        "likeness": likeness,
        "gap": gap,
        "before": float(before),
        "behind": float(behind),
        "tight": gap * before * behind,
        "exact": exact,
        "gap words": gap_words,
        "head": head,
        "alike place": likeness * pair.shared,
        "high likeness": max(0.0, likeness - 0.5),
        "head in gap": head * gap,
        "shared": pair.shared,
        "long": math.log(max(1, min(len(pair.left.words.keys), len(pair.right.words.keys)))),
    }


def _values(pair: Pair, family: str, wanted: Callable[[Fact], bool]) -> Iterator[Candidate]:
    """Figures or dates without a counterpart on the other side, each with the one whose place is most alike."""
    sides = [[fact for fact in side.facts if wanted(fact)] for side in (pair.left, pair.right)]
    if not all(sides) or max(map(len, sides)) > MOST_FACTS:
        return
    lonely = [_lonely(one, other) for one, other in ((sides[0], sides[1]), (sides[1], sides[0]))]
    scored: list[tuple[float, Fact, Fact, Candidate]] = []
    for left in lonely[0]:
        for right in lonely[1]:
            places = pair.left.range_of(left), pair.right.range_of(right)
            if places[0] is None or places[1] is None or not same_measure(left, right) or agree(left, right):
                continue
            if family == "date" and _reported(pair.left, places[0]) != _reported(pair.right, places[1]):
                # the day of the event and the day somebody spoke of it
                continue
            figures = _slot(pair, places[0], places[1])
            if family == "date" and figures["likeness"] < LEAST_LIKENESS and not figures["gap"]:
                continue
            figures |= _value_figures(left, right) if family == "value" else _date_figures(left, right)
            clashes = min(len(lonely[0]), len(lonely[1]))
            figures |= {"clashes": float(min(clashes, 4)), "single": float(clashes == 1), "market": _market(pair)}
            figures |= {
                "crowd": float(min(5, max(len(lonely[0]), len(lonely[1])))),
                "single market": figures["single"] * figures["market"],
            }
            score = figures["likeness"] + 0.3 * figures["gap"] + 0.3 * figures["head"]
            scored.append((score, left, right, Candidate(family, places[0], places[1], figures, (left, right))))
    yield from _mutually_best(scored)


def _mutually_best(scored: Sequence[tuple[float, Fact, Fact, Candidate]]) -> Iterator[Candidate]:
    for score, left, right, candidate in scored:
        rivals = [other[0] for other in scored if (other[1] is left) != (other[2] is right)]
        best = max(rivals, default=0.0)
        if score >= best:
            candidate.figures["margin"] = min(1.0, score - best)
            yield candidate


def _lonely(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """The facts that no fact of the other side can be, nor several of them together."""
    return [
        fact
        for fact in facts
        if not any(_comparable(fact, other) and confirms(fact, other) for other in others)
        and not is_total(fact, others)
    ]


def _reported(side: Side, place: Range) -> bool:
    """Whether a date stands beside a verb of saying: "said on Monday"."""
    tables = tables_for(side.language)
    words = [text.lower() for text in side.words.texts]
    near = words[max(0, place[0] - 2) : place[0]] + words[place[1] : place[1] + 1]
    return any(tables.has("sayings", word) for word in near)


def _comparable(one: Fact, other: Fact) -> bool:
    if same_measure(one, other) or (one.kind in MEASURES and other.kind in MEASURES and one.value == other.value):
        return True
    return False


def _value_figures(left: Fact, right: Fact) -> Figures:
    one, other = measure(left), measure(right)
    ratio = 1.0
    if one and other and one[0] > 0 and other[0] > 0:
        ratio = min(2.0, abs(math.log(one[0] / other[0])))
    return {
        "ratio": ratio,
        "bounded": float(bool(left.bound or right.bound)),
        "approx": float(left.approx or right.approx),
        "plain": float(left.kind == "number"),
        "ordinal": float(left.kind == "ordinal"),
        "small": float(bool(one and other and max(one[0], other[0]) < 13 and left.kind == "number")),
    }


def _date_figures(left: Fact, right: Fact) -> Figures:
    values = str(left.value), str(right.value)
    days = [granularity(value) for value in values]
    return {
        "same grain": float(days[0] == days[1] and len(values[0]) == len(values[1])),
        "weekday": float(any("WXX" in value for value in values)),
        "year": float(all(len(value) == 4 for value in values)),
    }


def _market(pair: Pair) -> float:
    """Prices and indexes change all day: the same account an hour later has other figures."""
    words = tables_for(pair.left.language).lists.get("market_words", frozenset())
    lower = {word.lower() for side in (pair.left, pair.right) for word in side.words.texts}
    return float(min(3, len(words & lower)))


def _names(pair: Pair) -> Iterator[Candidate]:
    """Names in the same place that share no full form: each has a word that the other sentence does not have."""
    sides = [_named(side) for side in (pair.left, pair.right)]
    if not all(sides) or max(map(len, sides)) > MOST_FACTS:
        return
    spare = [
        [(fact, words) for fact in own if (words := _unknown(fact, side, other))]
        for own, side, other in ((sides[0], pair.left, pair.right), (sides[1], pair.right, pair.left))
    ]
    scored: list[tuple[float, Fact, Fact, Candidate]] = []
    for left, left_words in spare[0]:
        for right, right_words in spare[1]:
            if same_name(str(left.value), str(right.value)) or same_name(str(right.value), str(left.value)):
                continue
            candidate = _name_candidate(pair, (left, right), (left_words, right_words))
            figures = candidate.figures
            if not (figures["gap"] or figures["shared words"] or figures["both flanks"]):
                continue
            score = figures["likeness"] + 0.3 * figures["gap"] + 0.5 * figures["shared words"]
            scored.append((score, left, right, candidate))
    for candidate in _mutually_best(scored):
        candidate.figures["clashes"] = float(min(len(spare[0]), len(spare[1]), 5))
        yield candidate


def _named(side: Side) -> list[Fact]:
    """The names of a sentence, and the adjectives of nations, which can contradict as names do."""
    names = [fact for fact in side.facts if fact.kind == "name"]
    tables = tables_for(side.language)
    for text, (start, end) in zip(side.words.texts, side.words.spans, strict=True):
        if text[0].isupper() and tables.has("demonyms", text.lower()):
            if not any(fact.span.start < end and start < fact.span.end for fact in names):
                names.append(Fact("name", text, Span(start, end), text, unit=NATION))
    return names


def _unknown(fact: Fact, side: Side, other: Side) -> list[int]:
    """The words of a name that the other sentence does not have, also not as an adjective or short form."""
    place = side.range_of(fact)
    if place is None:
        return []
    tables = tables_for(side.language)
    theirs = {text.lower() for text in other.words.texts}
    initials = {word[0] for word in theirs}
    found = []
    for at in range(*place):
        text, key = side.words.texts[at].lower(), side.words.keys[at]
        known = key in other.words.keys or tables.has("titles", text) or side.weight(at) < 1
        begun = len(text) > 3 and any(word[:4] == text[:4] for word in theirs)
        initial = len(text) == 1 and text in initials
        if not (known or begun or initial or text[0].isdigit()):
            found.append(at)
    form = name_form(str(fact.value))
    if len(form.initials) > 1 and form.initials in theirs:
        return []
    return found


def _name_candidate(pair: Pair, facts: tuple[Fact, Fact], unknown: tuple[list[int], list[int]]) -> Candidate:
    left, right = (unknown[0][0], unknown[0][-1] + 1), (unknown[1][0], unknown[1][-1] + 1)
    figures = _slot(pair, left, right)
    forms = [name_form(str(fact.value)) for fact in facts]
    words = [set(form.words) for form in forms]
    texts = [
        " ".join(side.words.texts[at] for at in places)
        for side, places in zip((pair.left, pair.right), unknown, strict=True)
    ]
    figures |= {
        "shared words": float(bool(words[0] & words[1])),
        "same size": float(len(forms[0].words) == len(forms[1].words)),
        "one word": float(len(unknown[0]) == len(unknown[1]) == 1),
        "nation": float(sum(fact.unit == NATION for fact in facts)),
        "alike": JaroWinkler.similarity(texts[0].lower(), texts[1].lower()),
        "both flanks": figures["before"] * figures["behind"],
        "institution": float(any(form.institution for form in forms)),
        "acronym": float(any(form.acronym for form in forms)),
    }
    figures |= {
        "misspelt": float(figures["alike"] > SAME_SPELLING),
        "part in gap": figures["shared words"] * figures["gap"],
        "word for word": figures["same size"] * figures["one word"] * figures["tight"],
        "tight part": figures["shared words"] * figures["both flanks"],
    }
    return Candidate("name", left, right, figures, facts)


def _polarity(pair: Pair) -> Iterator[Candidate]:
    """One side negates what the other says plainly."""
    counts = _negations(pair.left), _negations(pair.right)
    for swapped, (own, other) in enumerate(((pair.left, pair.right), (pair.right, pair.left))):
        negated, plain = counts[swapped], counts[1 - swapped]
        implied = not negated[0] and bool(negated[1]) and not plain[0] and not plain[1]
        if not implied and len(negated[0]) <= len(plain[0]):
            continue
        places = [place for place in negated[1 if implied else 0] if not _said_contrary(own, other, place)]
        if not places:
            continue
        best = max((_negated(pair, own, other, place, bool(swapped)) for place in places), key=_chance)
        best.figures.update(
            {
                "others": float(len(plain[0])),
                "implicit": float(min(2, len(plain[1]))),
                "own implicit": float(min(2, len(negated[1]))),
                "difference": float(min(3, len(negated[0]) - len(plain[0]))),
                "implied": float(implied),
            }
        )
        yield best


def _said_contrary(own: Side, other: Side, place: Range) -> bool:
    """Whether the other side has the contrary of what is negated here: "not difficult" and "easy"."""
    table = opposites(own.language)
    following = own.words.keys[place[1] : place[1] + 4]
    return any(contrary in other.words.keys for key in following for contrary in table.get(key, ()))


def _chance(candidate: Candidate) -> tuple[float, int]:
    figures = candidate.figures
    return figures["inserted"] * 2 + figures["next"] + figures["likeness"] + figures["second"], -candidate.left[0]


def _negations(side: Side) -> tuple[list[Range], list[Range]]:
    """Where plain negators stand (not, never, n't), and where verbs that negate (denied, refused to)."""
    tables = tables_for(side.language)
    plain: list[Range] = []
    implied: list[Range] = []
    for fact in side.facts:
        if fact.kind != "negation":
            continue
        place = side.range_of(fact)
        if place is None:
            continue
        first = str(fact.value).split()[0]
        explicit = tables.has("negation_words", first) or fact.text.lower().endswith(("n't", "n’t"))
        (plain if explicit else implied).append(place)
    return plain, implied


def _negated(pair: Pair, own: Side, other: Side, place: Range, swapped: bool) -> Candidate:
    """A negator with the words behind it, and where the other side has them."""
    following = [at for at in range(place[1], min(place[1] + 6, len(own.words.keys))) if own.weight(at) == 1.0][:2]
    positions = {key: at for at, key in reversed(list(enumerate(other.words.keys)))}
    found = [positions.get(own.words.keys[at]) for at in following]
    first = found[0] if found else None
    second = found[1] if len(found) > 1 else None
    anchor = first if first is not None else second
    theirs = (anchor, anchor + 1) if anchor is not None else (0, min(1, len(other.words.keys)))
    mine = (following[0], following[0] + 1) if following else place
    one, two = (theirs, mine) if swapped else (mine, theirs)
    figures = _slot(pair, one, two)
    inserted = _inserted(pair, place, swapped)
    figures |= {
        "next": float(first is not None),
        "second": float(second is not None),
        "inserted": inserted,
        "quiet": float(own.words.keys[place[0]] == "not"),
    }
    spot = (theirs, place) if swapped else (place, theirs)
    return Candidate("polarity", spot[0], spot[1], figures)


def _inserted(pair: Pair, place: Range, swapped: bool) -> float:
    """1 when the sentences agree on both sides of the negator and nothing stands in its place, 0.5 for one side."""
    mine, theirs = pair.blocks[::-1] if swapped else pair.blocks
    before = mine[place[0] - 1] if place[0] else None
    behind = mine[place[1]] if place[1] < len(mine) else None
    agreed = [block for block in (before, behind) if block is not None and block < 0]
    if len(agreed) == 2 and abs(theirs.index(agreed[0]) - theirs.index(agreed[1])) == 1:
        return 1.0
    return 0.5 if len(agreed) == 2 else 0.25 if agreed else 0.0


@cache
def opposites(language: str) -> dict[str, dict[str, int]]:
    """For each word key the keys that say the contrary, with the number of the table's line."""
    file = resources.files("storyreader.facts") / "data" / f"opposites_{language}.txt"
    table: dict[str, dict[str, int]] = {}
    if not file.is_file():
        return table
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        if not line or line.startswith("#"):
            continue
        sides = [{word_key(word, language) for word in part.split(",")} for part in line.split()]
        for one, other in ((sides[0], sides[1]), (sides[1], sides[0])):
            for key in one:
                table.setdefault(key, {}).update(dict.fromkeys(other - one, number))
    return table


def _turned(key: str, pair: Pair) -> list[str]:
    """The right words that are a left word with or without a prefix that turns it around: "legal", "illegal"."""
    if len(key) < 4:
        return []
    found = []
    for other in set(pair.right.words.keys):
        short, long = (key, other) if len(key) < len(other) else (other, key)
        prefix = long[: -len(short)] if len(short) > 3 and long.endswith(short) else ""
        # "non-binding" is "nonbinding"
        if prefix in _TURNING and prefix not in pair.left.words.keys and prefix not in pair.right.words.keys:
            found.append(other)
    return found


def _opposites(pair: Pair) -> Iterator[Candidate]:
    """A word and its contrary in the same place, neither of which the other side has too."""
    table = opposites(pair.left.language)
    if not table:
        return
    left_keys, right_keys = pair.left.words.keys, pair.right.words.keys
    found: list[Candidate] = []
    right_places = {key: at for at, key in reversed(list(enumerate(right_keys)))}
    for at, key in enumerate(left_keys):
        if key in right_places:
            continue
        for other in sorted({*table.get(key, ()), *_turned(key, pair)}):
            where = right_places.get(other)
            if where is None or other in left_keys:
                continue
            figures = _slot(pair, (at, at + 1), (where, where + 1))
            common = pair.left.weight(at) < 1 or pair.right.weight(where) < 1
            figures |= {"common": float(common), "both flanks": figures["before"] * figures["behind"]}
            found.append(Candidate("opposite", (at, at + 1), (where, where + 1), figures))
    # "not the same" and "different": the contrary word of a negated one agrees with it
    negated = [bool(_negations(side)[0]) for side in (pair.left, pair.right)]
    if negated[0] != negated[1]:
        return
    for candidate in found:
        candidate.figures["clashes"] = float(min(3, len(found)))
        yield candidate
