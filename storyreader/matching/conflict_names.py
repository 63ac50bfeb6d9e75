"""Names of two linked sentences that stand in one place and are not two forms of one name."""

from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from storyreader.article import Span
from storyreader.fact import Fact
from storyreader.facts.aliases import SAME_SPELLING, name_form, same_name
from storyreader.facts.tables import tables_for
from storyreader.matching.conflict_places import MOST_FACTS, Candidate, Scored, mutually_best, slot_figures
from storyreader.matching.conflict_slots import Pair, Side

NATION = "nation"


def name_candidates(pair: Pair) -> Iterator[Candidate]:
    """Names in the same place that share no full form: each has a word that the other sentence does not have."""
    sides = [_named(side) for side in (pair.left, pair.right)]
    if not all(sides) or max(map(len, sides)) > MOST_FACTS:
        return
    spare = [
        [(fact, words) for fact in own if (words := _unknown(fact, side, other))]
        for own, side, other in ((sides[0], pair.left, pair.right), (sides[1], pair.right, pair.left))
    ]
    scored: list[Scored] = []
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
    for candidate in mutually_best(scored):
        candidate.figures["clashes"] = float(min(len(spare[0]), len(spare[1]), 5))
        yield candidate


def _named(side: Side) -> list[Fact]:
    """The names of a sentence, and the adjectives of nations, which can contradict as names do."""
    names = [fact for fact in side.facts if fact.kind == "name"]
    demonyms = tables_for(side.language).lists.get("demonyms", frozenset())
    if demonyms.isdisjoint(side.lower):
        return names
    for text, (start, end) in zip(side.words.texts, side.words.spans, strict=True):
        if not text[0].isupper() or text.lower() not in demonyms:
            continue
        if not any(fact.span.start < end and start < fact.span.end for fact in names):
            names.append(Fact("name", text, Span(start, end), text, unit=NATION))
    return names


def _unknown(fact: Fact, side: Side, other: Side) -> list[int]:
    """The words of a name that the other sentence does not have, also not as an adjective or short form."""
    place = side.range_of(fact)
    if place is None:
        return []
    tables = tables_for(side.language)
    theirs, initials, beginnings = other.written
    found = []
    for at in range(*place):
        text, key = side.lower[at], side.words.keys[at]
        known = key in other.key_set or tables.has("titles", text) or side.weight(at) < 1
        begun = len(text) > 3 and text[:4] in beginnings
        initial = len(text) == 1 and text in initials
        if not (known or begun or initial or text[0].isdigit()):
            found.append(at)
    form = name_form(str(fact.value))
    if len(form.initials) > 1 and form.initials in theirs:
        return []
    return found


def _name_candidate(pair: Pair, facts: tuple[Fact, Fact], unknown: tuple[list[int], list[int]]) -> Candidate:
    left, right = (unknown[0][0], unknown[0][-1] + 1), (unknown[1][0], unknown[1][-1] + 1)
    figures = slot_figures(pair, left, right)
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
