"""The reader's own word on claims: which sentences tell one claim, which do not, which account is of another story."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from storyreader.story_board.nouns import SentencePlace

ClaimCorrectionKind = Literal["one claim", "another claim", "another story"]


@dataclass(frozen=True, slots=True)
class BoardCorrection:
    """One word of the reader.

    "one claim": all `places` tell one claim. "another claim": the sentences of the first place's article among `places`
    do not tell what the other places tell. "another story": the article of the first place is not of this story; its
    sentences are in no claim.
    """

    kind: ClaimCorrectionKind
    places: tuple[SentencePlace, ...]


def corrected(
    claims: Iterable[Sequence[SentencePlace]], corrections: Sequence[BoardCorrection]
) -> list[tuple[SentencePlace, ...]]:
    """The sentences of each claim as the reader has them, in the order in which the corrections were made; every
    sentence that was in a claim still is, but for those of another story.
    """
    found = [set(claim) for claim in claims]
    for correction in corrections:
        if correction.kind == "one claim":
            found = _joined(found, correction.places)
        elif correction.kind == "another claim":
            found = _parted(found, correction.places)
        else:
            found = [{place for place in own if place.article != correction.places[0].article} for own in found]
    return sorted({tuple(sorted(own)) for own in found if own})


def _joined(claims: Sequence[set[SentencePlace]], places: Sequence[SentencePlace]) -> list[set[SentencePlace]]:
    """Of the claims that a sentence is in, the one goes along that has most of the places."""
    chosen: list[set[SentencePlace]] = []
    for place in places:
        own = [claim for claim in claims if place in claim]
        if own and not any(place in claim for claim in chosen):
            chosen.append(max(own, key=lambda claim: (len(claim.intersection(places)), len(claim))))
    rest = [claim for claim in claims if not any(claim is one for one in chosen)]
    return [*rest, set[SentencePlace]().union(*chosen, places)] if chosen else list(claims)


def _parted(claims: Sequence[set[SentencePlace]], places: Sequence[SentencePlace]) -> list[set[SentencePlace]]:
    taken = {place for place in places if place.article == places[0].article}
    others = set(places) - taken
    found = [claim - taken if taken & claim and others & claim else set(claim) for claim in claims]
    lone = [{place} for place in taken if not any(place in claim for claim in found)]
    return [*found, *lone]
