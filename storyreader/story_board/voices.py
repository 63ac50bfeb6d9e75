"""Who is quoted in many accounts: each voice with every article in which it speaks, and what became of its words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from storyreader.comparison import Passage
from storyreader.findings import Speech, one_name_each, shown_name, speeches_of, versions_between
from storyreader.reading import Reading
from storyreader.story_board.nouns import BoardVoice, Heard, QuoteChange

_Spot = tuple[int, Passage]


def board_voices(readings: Sequence[Reading]) -> tuple[BoardVoice, ...]:
    """Everybody who is quoted or cited, those of most articles first, then by quoted words. Quotations whose speaker is
    not told come last, under an empty name.
    """
    speeches = one_name_each(
        [
            speech
            for number, reading in enumerate(readings)
            for speech in speeches_of(number, reading.article, reading.numbered_facts)
        ]
    )
    shared, changes = _compared(speeches, readings)
    by_key: dict[str, list[Speech]] = defaultdict(list)
    for speech in speeches:
        by_key[speech.key].append(speech)
    voices = [_voice(own, shared, changes) for own in by_key.values()]
    return tuple(sorted(voices, key=lambda one: (not one.name, -len(one.articles), -one.words, one.name)))


def _compared(
    speeches: Sequence[Speech], readings: Sequence[Reading]
) -> tuple[set[_Spot], dict[_Spot, list[QuoteChange]]]:
    """The quotations that two articles have, and what differs between them, by where they stand."""
    shared: set[_Spot] = set()
    changes: dict[_Spot, list[QuoteChange]] = defaultdict(list)
    quoting: dict[int, list[Speech]] = defaultdict(list)
    for speech in speeches:
        if speech.utterance.direct:
            quoting[speech.article].append(speech)
    for left, right in combinations(sorted(quoting), 2):
        pairs, drifts = versions_between(quoting[left], quoting[right], readings[left].language)
        shared.update(spot for one, other in pairs for spot in ((left, one.passage), (right, other.passage)))
        for drift in drifts:
            change = QuoteChange(left, right, drift)
            changes[left, drift.left].append(change)
            changes[right, drift.right].append(change)
    return shared, changes


def _voice(speeches: Sequence[Speech], shared: set[_Spot], changes: dict[_Spot, list[QuoteChange]]) -> BoardVoice:
    spots = [(speech.article, speech.utterance.passage) for speech in speeches if speech.utterance.direct]
    heard = (
        Heard(one.article, replace(one.utterance, shared=(one.article, one.utterance.passage) in shared))
        for one in speeches
    )
    own = dict.fromkeys(change for spot in spots for change in changes.get(spot, ()))
    return BoardVoice(shown_name(speeches), speeches[0].named, tuple(heard), tuple(own))
