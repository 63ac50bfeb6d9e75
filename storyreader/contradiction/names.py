"""Names of two linked sentences that stand in one place and are not two forms of one name."""

from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from storyreader.article import Span
from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.contradiction.slot_features import (
    MOST_FACTS,
    Candidate,
    Scored,
    denied_alone,
    mutually_best,
    slot_features,
)
from storyreader.fact import Fact
from storyreader.facts import (
    SAME_SPELLING,
    country_of,
    elsewhere,
    in_one_another,
    name_form,
    same_name,
    spelt_differently,
)
from storyreader.lexicon import pack, tables_for

NATION = "nation"
LEAST_LIKENESS = 0.3
"""Of names that stand in no common stretch, between no common words and share none of their own, the least likeness
of the words around them.
"""


def name_candidates(pair: AlignedPair) -> Iterator[Candidate]:
    """Names in the same place that share no full form: each has a word that the other sentence does not have."""
    sides = [_named(side) for side in pair.sides]
    if not all(sides) or max(map(len, sides)) > MOST_FACTS:
        return
    unmatched = _unmatched_names(sides[0], pair.left, pair.right), _unmatched_names(sides[1], pair.right, pair.left)
    scored: list[Scored] = []
    for left, left_words in unmatched[0]:
        for right, right_words in unmatched[1]:
            if not _may_clash(pair, (left, right), (left_words, right_words)):
                continue
            candidate = _name_candidate(pair, (left, right), (left_words, right_words))
            features = candidate.features
            score = features["likeness"] + 0.3 * features["gap"] + 0.5 * features["shared words"]
            scored.append((score, left, right, candidate))
    if not scored:
        return
    headline = min(side.capitals for side in pair.sides)
    for candidate in mutually_best(scored):
        candidate.features["headline"] = headline
        candidate.features["clashes"] = float(min(len(unmatched[0]), len(unmatched[1]), 5))
        yield candidate


def _may_clash(pair: AlignedPair, facts: tuple[Fact, Fact], unknown: tuple[list[int], list[int]]) -> bool:
    """Whether two names are not one, and stand in the same place as far as a glance tells."""
    names = str(facts[0].value), str(facts[1].value)
    lands = country_of(names[0]), country_of(names[1])
    if (all(lands) and in_one_another(*lands)) or same_name(*names) or same_name(*names[::-1]):
        return False
    left, right = _stretch(unknown[0]), _stretch(unknown[1])
    if _differ_in_kind(pair, unknown) or _is_one_nation(facts, lands) or _differ_in_noun(pair, facts, unknown):
        return False
    if denied_alone(pair, left, right) or (len(name_form(names[0]).words) > 1 and spelt_differently(*names)):
        return False
    if pair.same_gap(left, right) or all(pair.flanks(left, right)):
        return True
    if not set(name_form(names[0]).words).isdisjoint(name_form(names[1]).words):
        return True
    return pair.likeness(left, right) > LEAST_LIKENESS


def _is_one_nation(facts: tuple[Fact, Fact], lands: tuple[str | None, str | None]) -> bool:
    """Whether one of two is a nation and the other one no land: "Indian commandos", "Marine commandos"."""
    return any(fact.unit == NATION and not land for fact, land in zip(facts, lands[::-1], strict=True))


def _differ_in_kind(pair: AlignedPair, unknown: tuple[list[int], list[int]]) -> bool:
    """Whether all that differs is what kind of institution it is: "Ford Clinic", "Ford Center"."""
    kinds = tables_for(pair.left.language).lists.get("organisation_words", frozenset())
    return all(side.lower[at] in kinds for side, places in zip(pair.sides, unknown, strict=True) for at in places)


def _differ_in_noun(pair: AlignedPair, facts: tuple[Fact, Fact], unknown: tuple[list[int], list[int]]) -> bool:
    """Whether the noun at the end of two compounds is all that differs, where every noun has a capital: "das
    Hafen-Abkommen", "der Hafen-Vertrag".
    """
    if not all(pack(side.language).get("nouns_have_capitals") for side in pair.sides):
        return False
    ends = all(
        len(places) == 1 and fact.text.endswith(f"-{side.words.texts[places[0]]}")
        for side, fact, places in zip(pair.sides, facts, unknown, strict=True)
    )
    return ends and facts[0].text.split("-")[0] == facts[1].text.split("-")[0]


def _stretch(spans: list[int]) -> Range:
    return spans[0], spans[-1] + 1


def _named(side: AlignedSentence) -> list[Fact]:
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


def _unmatched_names(facts: list[Fact], side: AlignedSentence, other: AlignedSentence) -> list[tuple[Fact, list[int]]]:
    """The names with those of their words that the other sentence does not have, also not as an adjective or short
    form; without the names that have none.
    """
    tables = tables_for(side.language)
    theirs, initials, beginnings = other.written
    spelt = tables.row("name_spellings")
    long_forms = {spelt.get(word, word) for word in theirs}
    unmatched = []
    for fact in facts:
        found = []
        for at in range(*(side.range_of(fact) or (0, 0))):
            text = side.lower[at]
            begun = len(text) > 3 and text[:4] in beginnings
            initial = len(text) == 1 and text in initials
            spelled = spelt.get(text, text) in long_forms
            known = begun or initial or spelled or side.words.keys[at] in other.key_set or text[0].isdigit()
            if not (known or side.weight(at) < 1 or tables.has("titles", text)):
                found.append(at)
        if found:
            short = name_form(str(fact.value)).initials
            if len(short) < 2 or short not in theirs:
                unmatched.append((fact, found))
    return unmatched


def _family_names(pair: AlignedPair, facts: tuple[Fact, Fact], spans: tuple[Range, Range]) -> bool:
    """Whether only the last word of two names of one size differs: "Lida Voss", "Lida Brandt"."""
    forms = name_form(str(facts[0].value)).words, name_form(str(facts[1].value)).words
    sides = zip(pair.sides, facts, spans, strict=True)
    ends = all((side.range_of(fact) or span)[1] == span[1] == span[0] + 1 for side, fact, span in sides)
    return ends and len(forms[0]) == len(forms[1]) > 1 and forms[0][:-1] == forms[1][:-1]


def _name_candidate(pair: AlignedPair, facts: tuple[Fact, Fact], unknown: tuple[list[int], list[int]]) -> Candidate:
    left, right = _stretch(unknown[0]), _stretch(unknown[1])
    features = slot_features(pair, left, right)
    forms = [name_form(str(fact.value)) for fact in facts]
    lands = country_of(str(facts[0].value)), country_of(str(facts[1].value))
    words = [set(form.words) for form in forms]
    texts = [" ".join(side.words.texts[at] for at in spans) for side, spans in zip(pair.sides, unknown, strict=True)]
    features |= {
        "shared words": float(bool(words[0] & words[1])),
        "same size": float(len(forms[0].words) == len(forms[1].words)),
        "one word": float(len(unknown[0]) == len(unknown[1]) == 1),
        "nation": float(sum(fact.unit == NATION for fact in facts)),
        "alike": JaroWinkler.similarity(texts[0].lower(), texts[1].lower()),
        "both flanks": features["before"] * features["behind"],
        "elsewhere": float(elsewhere(*lands)),
        "one land": float(bool(lands[0]) != bool(lands[1])),
        "institution": float(any(form.institution for form in forms)),
        "institutions": float(all(form.institution for form in forms)),
        "acronym": float(any(form.acronym for form in forms)),
    }
    features |= {
        "misspelt": float(features["alike"] > SAME_SPELLING),
        "part in gap": features["shared words"] * features["gap"],
        "word for word": features["same size"] * features["one word"] * features["tight"],
        "tight part": features["shared words"] * features["both flanks"],
        "family name": float(_family_names(pair, facts, (left, right)) and not features["institution"]),
    }
    return Candidate("name", left, right, features, facts)
