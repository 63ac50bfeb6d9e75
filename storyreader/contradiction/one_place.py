"""Whether what differs in two linked sentences stands between the same words.

Linked sentences need not be one statement: most of what differs in those that share a part only is of two claims.
"""

from itertools import takewhile

from storyreader.comparison import LinkKind
from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.contradiction.counted import COUNTS
from storyreader.contradiction.model import MOST_CAPITALS
from storyreader.contradiction.one_claim import ONE_SENTENCE
from storyreader.contradiction.slot_features import Candidate, places_of
from storyreader.contradiction.tolls import FAR, counts_one_toll
from storyreader.facts import MEASURES, moments
from storyreader.lexicon import tables_for, words_in

SAME_PLACE = 0.5
"""Likeness of the words around two figures from which they are shown as one figure told in two ways."""
SAME_HEAD = 0.7
"""How far the words that two figures count must agree for them to be set side by side, see `AlignedPair.same_head`."""
ONE_WORDING = 0.6
"""Share of content words in common from which two sentences differ in little else."""
FIGURES = 2
"""Figures that two sentences have in common from which what else they say of them is of the same thing."""
_SUMS = frozenset({"percent", "money", "quantity"})
FIGURE_REACH = 1
"""Words between a contrary word and its figure: "rose by 3%"."""
LONG_RUN = 4
"""The same words in a row before two contrary ones from which these are told of one thing."""
OBJECT_REACH = 3
"""Words behind a contrary word among which stands what it is told of."""
SMALL_WORDS = 3
"""Words between a subject and what is negated of it."""
SURROUNDED = {"date": 0.25, "polarity": 0.5}
"""Likeness of the words around two days, or around a negation, from which the same holds of them."""

_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔")
_CLOSING = " \"'”’»“)]"


def stands_out(pair: AlignedPair, candidate: Candidate, link: LinkKind | None) -> bool:
    """Whether what differs stands between words that are the same, as far as two linked sentences need it: otherwise it
    is mostly of two claims, whatever the trees say. With no `link` the sentences are taken for one statement.
    """
    if link is None:
        return True
    if not all(_is_sentence(side.text) for side in pair.sides) or _is_apart(pair, candidate, link):
        return False
    features, family = candidate.features, candidate.family
    if features["tight"]:
        return link != "partial" or family != "date" or features["same grain"] == 1.0
    if family == "value":
        return _is_one_figure(pair, candidate, link)
    alike = pair.whole >= (ONE_SENTENCE if family == "name" else ONE_WORDING) or _is_told_alike(pair, candidate, link)
    return alike or (link != "partial" and features["likeness"] >= SURROUNDED.get(family, 1.0))


def _is_told_alike(pair: AlignedPair, candidate: Candidate, link: LinkKind) -> bool:
    """Whether two contrary words stand before the same figures, "rose 3% to €14", "fell 3% to €14", or behind a run of
    the same words, "the price of a permit will rise", "... stay"; or a "not" was put behind the same subject.
    """
    features = candidate.features
    if candidate.family == "opposite":
        alike = _words_before(pair, candidate) >= LONG_RUN or _same_figures_behind(pair, candidate)
        return alike or _same_object_behind(pair, candidate)
    inserted = candidate.family == "polarity" and features["inserted"] == features["next"] == features["quiet"] == 1.0
    return inserted and link != "partial" and not features["implied"] and _have_one_subject(pair, candidate)


def _is_apart(pair: AlignedPair, candidate: Candidate, link: LinkKind) -> bool:
    """Whether what differs is of two tellings, of two places of which one may lie in the other, or no name."""
    return (
        may_nest(pair, candidate, link) or _is_of_telling(pair, candidate) or _is_no_name_apart(pair, candidate, link)
    )


def _is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: headings and items of lists tell of what stands around them."""
    return text.rstrip(_CLOSING).endswith(_STOPS)


def _is_no_name_apart(pair: AlignedPair, candidate: Candidate, link: LinkKind) -> bool:
    """Whether a name is one of a list in sentences that share a part, or stands in a headline whose words all have
    capitals, where nobody can tell names apart.
    """
    if candidate.family != "name":
        return False
    if link == "partial" and any(_is_listed(side, span) for side, span in places_of(pair, candidate)):
        return True
    return any(side.capitals >= MOST_CAPITALS for side in pair.sides)


def _is_listed(side: AlignedSentence, span: Range) -> bool:
    """Whether a name is joined to another one: "Egypt, Italy and France"."""
    joined = tables_for(side.language).lists.get("coordinators", frozenset())
    before, behind = side.words.texts[max(0, span[0] - 2) : span[0]], side.words.texts[span[1] : span[1] + 2]
    return any(len(two) == 2 and two[1].lower() in joined and two[0][:1].isupper() for two in (before, behind[::-1]))


def are_places(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether both sides stand behind a word of place: "in Lyon", "near Paris"."""
    words = words_in(pair.left.language, "place_words")
    return all(span[0] > 0 and side.words.keys[span[0] - 1] in words for side, span in places_of(pair, candidate))


def may_nest(pair: AlignedPair, candidate: Candidate, link: LinkKind | None) -> bool:
    """Whether two places of linked sentences may lie in each other, as a town lies in its county: nobody tells by the
    names, but for two countries, and for sentences that are the same beside them.
    """
    if link is None or candidate.family != "name" or not are_places(pair, candidate):
        return False
    return not candidate.features["elsewhere"] and pair.whole < ONE_SENTENCE


def _is_of_telling(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether what differs is that somebody told this on one day and that on another, told one outlet this and another
    one that, or would not say something.
    """
    features, tables = candidate.features, tables_for(pair.left.language)
    if candidate.family == "date":
        return features["reported"] + features["one reported"] > 0 and pair.whole < ONE_WORDING
    near = [side.lower[max(0, span[0] - 1) : span[1] + 1] for side, span in places_of(pair, candidate)]
    if candidate.family == "name":
        return all(tables.has("sayings", words[0]) and tables.has("object_verbs", words[0]) for words in near if words)
    return candidate.family == "polarity" and any(tables.has("sayings", word) for words in near for word in words[1:])


def _is_one_figure(pair: AlignedPair, candidate: Candidate, link: LinkKind) -> bool:
    """Whether two figures count the same in the same place, count one toll, or are one but for a slip of the pen. An
    age is of whoever is named beside it. Two sums, shares or times need a common word beside them or like words around,
    in sentences that share a part both; two parts of one number nothing more, in sentences that say the same.
    """
    features, kind = candidate.features, candidate.facts[0].kind if candidate.facts else "number"
    beside = bool(features["before"] or features["behind"])
    alike = features["likeness"] >= SAME_PLACE
    if kind == "age":
        return beside or bool(features["one person"])
    if kind == "time" and link != "partial" and beside and alike and all(map(moments, candidate.facts or ())):
        return True  # with their zones they are two moments
    one_group = pair.of_one_group(candidate.left, candidate.right)
    if features["slip"] or one_group or counts_one_toll(pair, candidate):
        return True
    if pair.counts_the_same(candidate.left, candidate.right):
        return bool(features["gap"]) or pair.whole >= ONE_WORDING
    if kind in COUNTS:
        return link != "partial" and bool(features["gap"]) and _of_one_number(pair)
    in_place = (beside and alike) if link == "partial" else (beside or alike)
    return (bool(features["gap"]) and in_place) or pair.whole >= ONE_WORDING


def _words_before(pair: AlignedPair, candidate: Candidate) -> int:
    """How many words right before both places are the same."""
    before = (reversed(side.words.keys[: span[0]]) for side, span in places_of(pair, candidate))
    return sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(*before, strict=False)))


def _same_figures_behind(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether the same figure stands right behind both places, and another is in both sentences."""
    told = [{fact.value for fact in side.facts if fact.kind in MEASURES} for side in pair.sides]
    behind = [
        {
            fact.value
            for fact in side.facts
            if fact.kind in _SUMS and (at := side.range_of(fact)) and 0 <= at[0] - span[1] <= FIGURE_REACH
        }
        for side, span in places_of(pair, candidate)
    ]
    return not behind[0].isdisjoint(behind[1] & told[0]) and len(told[0] & told[1]) >= FIGURES


def _same_object_behind(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether both places are told of the same thing, behind words that both sentences have: "found Corby guilty of
    fraud", "Corby was cleared of fraud". Two bodies may decide differently on one plan.
    """
    behind, before = [], []
    for side, span in places_of(pair, candidate):
        after = range(span[1], min(len(side.lower), span[1] + OBJECT_REACH))
        behind.append(next((side.words.keys[at] for at in after if side.weight(at) == 1.0), ""))
        before.append(next((side.words.keys[at] for at in reversed(range(span[0])) if side.weight(at) == 1.0), ""))
    shared = pair.left.content_words & pair.right.content_words
    return behind[0] == behind[1] and behind[0].isalpha() and shared.issuperset(before)


def _have_one_subject(pair: AlignedPair, candidate: Candidate) -> bool:
    """Whether both sentences begin with one word of weight, which only small words or an insertion part from what is
    negated: "the surgeon has not been suspended", "the surgeon, who is not named, has been suspended".
    """
    first = []
    for side, span in places_of(pair, candidate):
        at = next((at for at in range(span[0]) if side.weight(at) == 1.0), None)
        if at is None:
            return False
        text = side.text[side.words.spans[at][1] : side.words.spans[span[0]][0]]
        apart = text.startswith(",") and text.rfind(",") > 0
        rest = text[text.rfind(",") + 1 :] if apart else text
        if len(rest.split()) > SMALL_WORDS:
            return False
        first.append(side.words.keys[at])
    return first[0] == first[1]


def _of_one_number(pair: AlignedPair) -> bool:
    """Whether both sentences have a number in common: of 43 miners 32 came out here, 33 there."""
    values = [{fact.value for fact in side.facts if fact.kind == "number"} for side in pair.sides]
    return not values[0].isdisjoint(values[1])


def is_in_one_place(pair: AlignedPair, candidate: Candidate, link: LinkKind | None) -> bool:
    """Whether two values that may be of two things stand between the same words, or count one toll."""
    if candidate.family == "value" and counts_one_toll(pair, candidate, FAR):
        return True
    if link is not None:
        return stands_out(pair, candidate, link)
    return candidate.features["head"] >= SAME_HEAD or candidate.features["likeness"] >= SAME_PLACE
