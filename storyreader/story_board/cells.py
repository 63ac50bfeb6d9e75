"""From the sentences of a claim to its row on the board: the wording that stands for it, and what each article does."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from storyreader.alignment import claims_nothing
from storyreader.comparison import Difference, LinkKind, Passage
from storyreader.reading import Reading
from storyreader.story_board.clustering import Edge, Edges
from storyreader.story_board.nouns import CellKind, ClaimCell, SentencePlace

_KINDS: dict[LinkKind, CellKind] = {"same": "says", "reworded": "reworded", "partial": "partial"}
_AGREED: dict[LinkKind, float] = {"same": 1.0, "reworded": 1.0, "partial": 0.5}
_CONFLICT = 0.25
"""How much two sentences agree that are linked so: a conflict is about the same thing at least."""
_RANK: tuple[CellKind, ...] = ("conflict", "updated", "attributed", "says", "reworded", "partial")
"""Of several sentences of an article the one that comes first here tells what the article does."""


def representative(edges: Edges, places: Sequence[SentencePlace], readings: Sequence[Reading]) -> SentencePlace:
    """The sentence that stands for a claim: the one that agrees most with the others; the shorter of two."""

    def weight(place: SentencePlace) -> tuple[float, int, int, int]:
        there = (edges.of[place][other] for other in places if other in edges.of[place])
        agreed = sum(edge.chance * (_CONFLICT if edge.conflicts else _AGREED[edge.link.kind]) for edge in there)
        return -agreed, len(readings[place.article].texts[place.sentence]), place.article, place.sentence

    return min(places, key=weight)


def cells(
    edges: Edges, places: Sequence[SentencePlace], chosen: SentencePlace, readings: Sequence[Reading]
) -> tuple[ClaimCell, ...]:
    """What every article does with the claim that `places` tell in the wording of `chosen`."""
    clashes = {place: _clashes(edges, place, places) for place in places}
    near = _near(edges, places)
    return tuple(
        replace(_telling(edges, own, clashes, chosen), sources=_sources(own, readings[article]))
        if (own := [place for place in places if place.article == article])
        else _silent(near.get(article, ()))
        for article in range(len(readings))
    )


def _sources(own: Sequence[SentencePlace], reading: Reading) -> tuple[str, ...]:
    """Who is said to know what some sentences tell: their speakers and those whom they cite."""
    found = (
        fact.speaker
        for place in own
        for fact in reading.facts[place.sentence]
        if fact.kind in {"quote", "attribution"} and fact.speaker
    )
    return tuple(dict.fromkeys(found))


def _telling(
    edges: Edges, own: Sequence[SentencePlace], clashes: Mapping[SentencePlace, int], chosen: SentencePlace
) -> ClaimCell:
    """What an article does with a claim, of whose sentences `clashes` tells how many others contradict each."""
    places = tuple(clashes)
    numbers = tuple(place.sentence for place in own)
    if chosen in own:
        return ClaimCell("says", numbers)
    # what it does with the chosen wording; and whether it contradicts another one that stands less against the rest
    direct = [_judged(edge, chosen) for place in own if (edge := edges.of[place].get(chosen))]
    found = direct
    if not any(one[0] == "conflict" for one in direct):
        found = _against_others(edges, own, clashes) or direct or _judged_all(edges, own, places)
    if not found:
        return ClaimCell("reworded", numbers)  # the reader alone has joined them
    kind, difference, disputed = min(found, key=lambda one: (_RANK.index(one[0]), one[1] is None))
    if not direct and kind == "says":
        kind = "reworded"
    whole = _tells_whole(edges, own, [chosen]) if direct else _tells_whole(edges, own, places)
    shared = () if whole else _stretches(edges, own, places)
    return ClaimCell(kind, numbers, difference, disputed if difference else None, shared)


def _judged_all(edges: Edges, own: Sequence[SentencePlace], others: Sequence[SentencePlace]) -> "list[_Judged]":
    return [_judged(edges.of[place][other], other) for place in own for other in others if other in edges.of[place]]


def _against_others(
    edges: Edges, own: Sequence[SentencePlace], clashes: Mapping[SentencePlace, int]
) -> "list[_Judged]":
    """The conflicts of some sentences with others of their claim that contradict no more of the rest than they do."""
    most = max(clashes[place] for place in own)
    if not most:
        return []
    others = [other for other, count in clashes.items() if count <= most]
    return [one for one in _judged_all(edges, own, others) if one[0] == "conflict"]


def _clashes(edges: Edges, place: SentencePlace, places: Sequence[SentencePlace]) -> int:
    """How many of some sentences contradict one."""
    return sum(other in edges.of[place] and edges.of[place][other].conflicts for other in places)


_Judged = tuple[CellKind, Difference | None, SentencePlace]


def _judged(edge: Edge, other: SentencePlace) -> _Judged:
    """What a sentence does with another one: the difference with the other one on its left."""
    told = [one if edge.one == other else turned(one) for one in edge.differences]
    if conflicts := [one for one in told if one.conflict]:
        return "conflict", conflicts[0], other
    if updated := [one for one in told if one.reason == "updated"]:
        return "updated", updated[0], other
    if sources := [one for one in told if one.what == "source"]:
        return "attributed", sources[0], other
    unsure = next((one for one in told if one.reason == "unsure"), None)
    return _KINDS[edge.link.kind], unsure, other


def _tells_whole(edges: Edges, own: Sequence[SentencePlace], others: Sequence[SentencePlace]) -> bool:
    """Whether one of some sentences and one of others tell the same as a whole, but for a value."""
    linked = (edges.of[place][other] for place in own for other in others if other in edges.of[place])
    return any(edge.link.kind in {"same", "reworded"} for edge in linked)


def _stretches(edges: Edges, own: Sequence[SentencePlace], places: Sequence[SentencePlace]) -> tuple[Passage, ...]:
    """The stretches of some sentences that tell what others of the claim tell."""
    found = (edges.of[place][other].shared(place) for place in own for other in places if other in edges.of[place])
    return tuple(dict.fromkeys(part for parts in found for part in parts or ()))


def turned(difference: Difference) -> Difference:
    """The same with the sides exchanged."""
    return replace(
        difference,
        left=difference.right, right=difference.left,
        left_text=difference.right_text, right_text=difference.left_text,
        left_value=difference.right_value, right_value=difference.left_value,
    )  # fmt: skip


def _near(edges: Edges, places: Sequence[SentencePlace]) -> dict[int, set[int]]:
    """By article the sentences that are linked to those of a claim or perhaps related to them."""
    found: dict[int, set[int]] = defaultdict(set)
    for place in places:
        for other in (*edges.perhaps.get(place, ()), *edges.of.get(place, ())):
            found[other.article].add(other.sentence)
    return found


def _silent(near: Collection[int]) -> ClaimCell:
    """An article without a sentence of the claim; one that is perhaps related is told as unsure."""
    return ClaimCell("perhaps", tuple(sorted(near))) if near else ClaimCell("silent")


def lone_places(readings: Sequence[Reading], told: set[SentencePlace]) -> Iterator[SentencePlace]:
    """The sentences that claim something and are in no claim yet."""
    for article, reading in enumerate(readings):
        for number, text in enumerate(reading.texts):
            place = SentencePlace(article, number)
            if place not in told and not claims_nothing(text, reading.language):
                yield place
