"""Takes the byline from the line that the model finds likeliest to name who wrote the article."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from storyreader.cleaning.candidates import BylineCandidate, bylines_of, dates_of
from storyreader.cleaning.cues import CATEGORIES, START
from storyreader.cleaning.draft import Block, Draft, first_kept, last_kept
from storyreader.cleaning.names import eastern_name, is_role, known_desk
from storyreader.cleaning.rules.author_note import describes

OPENED = "line that opens with a word for by"
GUESSED = "line that looks like a byline"
"""The rules behind a byline that a word announces, and that none does."""
_BYLINE = CATEGORIES.index("byline")
_NAMED = re.compile(r"author|byline|autor|auteur|writer|verfasser|firma|signature")
_SIGNED_END = re.compile(
    r"[。」』！？]\s?[【〔［（](?!敬称)([\u4e00-\u9fff]{3,5}|[\u4e00-\u9fff]{1,3}[ \u3000][\u4e00-\u9fff]{1,3})"
    r"[】〕］）]$"
)
_OPENED, _OPENED_ELSEWHERE, _OPENED_ALONE = 0.15, 0.9, 0.8
"""Probabilities from which names behind a word for "by" are taken: near the top of the story, elsewhere, and around the
story where nothing else is likely enough."""
_PLACED, _NEAR, _ELSEWHERE = 0.6, 0.7, 0.95
"""Those of names that no word announces: below the headline beside the date, one of both, and elsewhere."""
_BETWEEN = 0.2
"""That of names alone between the headline and the date over the story."""
_LIKELY = 0.35
"""Probability from which a line that only names people is left out of the story."""
_SHARE, _MOSTLY = 2, 0.85
"""Which number of a candidate is the share of its line that is names, and the share that is nearly all of a line."""
_JOINT = 5
"""Characters that join two names."""
_SHORT = 8
"""Words of such a line."""
_ROLE = 2
"""Lines from a name over its role to the next."""
_ON_TOP = 1
"""Blocks behind the first, its standfirst, where the story may be signed."""
_ABOVE, _BELOW_HEADLINE, _BESIDE_DATE, _ABOVE_HEADLINE = 10, 8, 2, 3
"""Blocks: above the story's first, below its headline, around its date; from a name with its date to the headline."""
_AROUND = 15
"""Blocks above and below the story in which a word for "by" may tell who wrote it."""
_NOTE = 6
"""Blocks before and behind the story's end among which it is told who wrote it."""
_CREDITED = 2
"""What the shape of a line says of a credit that a mark sets apart."""


def find(draft: Draft) -> None:
    """Fill the byline and judge the lines that show it."""
    _signed_at_end(draft)
    if draft.byline_guess is None:
        return
    if "byline" in draft.fields:
        _mark(draft, {name.casefold() for name in draft.fields["byline"].split(", ")})
        return
    chosen = _chosen(draft) or _described(draft) or _signed_below(draft)
    if chosen is None:
        best, score = draft.byline_guess
        block = draft.blocks[best.index]
        if _may_be(draft, best) and score >= _LIKELY and block.shape.words <= _SHORT and not block.shape.closes:
            block.reason = "byline"  # of whom it tells nothing sure, but no story
        return
    _take(draft, chosen)


def choose_again(draft: Draft, taken: Collection[str]) -> bool:
    """Take another line for the byline than one with the names `taken`; whether there is one that is likely enough."""
    before = draft.byline_guesses
    draft.byline_guesses = tuple(guess for guess in before if set(guess[0].names).isdisjoint(taken))
    chosen = _chosen(draft)
    if chosen is None:
        draft.byline_guesses = before
        return False
    del draft.fields["byline"], draft.sources["byline"]
    _take(draft, chosen)
    return True


def _take(draft: Draft, chosen: tuple[BylineCandidate, float]) -> None:
    best = chosen[0]
    draft.byline_guesses = (chosen, *(guess for guess in draft.byline_guesses if guess is not chosen))
    names = _with_roles(draft, best)
    draft.find("byline", ", ".join(names), _rule(best))
    draft.blocks[best.index].reason = "byline"
    _mark(draft, {name.casefold() for name in names})


def _signed_at_end(draft: Draft) -> None:
    """Take the name in brackets behind the last sentence of a Chinese or Japanese story, where nobody else is named."""
    kept = [block for block in draft.blocks if block.kept]
    signed = _SIGNED_END.search(kept[-1].text) if kept and "byline" not in draft.fields else None
    if signed is None or known_desk(signed[1]) or eastern_name(signed[1]) is None:
        return
    draft.find("byline", signed[1], "name in brackets behind the last sentence")
    kept[-1].text = kept[-1].text[: signed.start() + 1]


def _described(draft: Draft) -> tuple[BylineCandidate, float] | None:
    """The name around the headline of which a paragraph at the end tells who that is, or the address. Whom the story
    itself speaks of did not write it.
    """
    places = _places(draft)
    end = draft.blocks[max(places.first + 1, places.last + 1 - _NOTE) : places.last + 1 + _NOTE]
    for candidate in bylines_of(draft):
        near = candidate.index < places.first and places.is_around(candidate.index)
        if not near or not (candidate.opened or _is_names_alone(draft, candidate)):
            continue
        notes = [block for block in end if _tells_of(block, candidate.names)]
        told = [block for block in draft.blocks if block.kept and not any(block is note for note in notes)]
        if notes and not any(name in block.text for block in told for name in candidate.names):
            return candidate, 1.0
    return None


def _signed_below(draft: Draft) -> tuple[BylineCandidate, float] | None:
    """The name in brackets on the last line of a Japanese or Chinese story, or right below it."""
    last = last_kept(draft.blocks)
    below = (one for one in bylines_of(draft) if one.opened and 0 <= one.index - last <= 1)
    return next(((one, 1.0) for one in below if draft.blocks[one.index].shape.first in "（(【〔"), None)


def _tells_of(block: Block, names: Sequence[str]) -> bool:
    """Whether a sentence describes one of some people, or says how to reach them."""
    addressed = block.shape.has_email and any(name in block.text for name in names if " " in name)
    return block.shape.words > _SHORT and (addressed or describes(block.text, names))


def _with_roles(draft: Draft, best: BylineCandidate) -> list[str]:
    """The names of a line and, where a role stands below it, those above and below that have theirs: "Ann Bell",
    "Journalist", "Carl Dorn", "Journalist".
    """
    if not (_is_names_alone(draft, best) and _bears_role(draft, best.index)):
        return list(best.names)
    found = {one.index: one.names for one in bylines_of(draft) if _is_names_alone(draft, one)}
    first = last = best.index
    while first - _ROLE in found and _bears_role(draft, first - _ROLE):
        first -= _ROLE
    while last + _ROLE in found and _bears_role(draft, last + _ROLE):
        last += _ROLE
    return [name for at in range(first, last + 1, _ROLE) for name in found[at]]


class _Places(NamedTuple):
    """Where the story begins and ends, where its headlines stand, and its date, if any."""

    first: int
    last: int
    headlines: tuple[int, ...]
    date: int | None

    def is_below(self, index: int, blocks: int = _BELOW_HEADLINE) -> bool:
        """Whether a line stands at most so many blocks below a headline."""
        return any(0 < index - number <= blocks for number in self.headlines)

    def is_around(self, index: int) -> bool:
        """Whether a line stands a little above or below a headline."""
        return any(-_ABOVE_HEADLINE <= index - number <= _BELOW_HEADLINE for number in self.headlines)

    def is_set_between(self, index: int) -> bool:
        """Whether a line stands right below a headline and right above the date over the story."""
        return index - 1 in self.headlines and self.date == index + 1 and index <= self.first

    def is_dated(self, index: int) -> bool:
        """Whether a line stands beside the date."""
        return self.date is not None and abs(self.date - index) <= _BESIDE_DATE


def _places(draft: Draft) -> _Places:
    headlines = tuple(number for number, block in enumerate(draft.blocks) if block.reason == "headline")
    date = draft.date_guess[0].index if draft.date_guess is not None else None
    return _Places(first_kept(draft.blocks), last_kept(draft.blocks), headlines, date)


def _chosen(draft: Draft) -> tuple[BylineCandidate, float] | None:
    """The likeliest candidate that is likely enough for its place. A second one must stand where bylines stand."""
    places = _places(draft)
    around = None
    for number, (candidate, score) in enumerate(draft.byline_guesses):
        if score < _OPENED:
            break
        if not _may_be(draft, candidate):
            continue
        second = number > 0 and not candidate.opened
        least = _least(draft, candidate, places, second)
        if score >= least and not (second and _is_doubtful(draft, candidate)):
            # whom the line below the headline names goes before those of teasers, however likely these look
            heads = (guess for guess in draft.byline_guesses[number:] if _heads_story(guess, places))
            return next(heads, (candidate, score)) if least == _OPENED_ELSEWHERE else (candidate, score)
        inside = places.first - _AROUND <= candidate.index <= places.last + _AROUND
        if candidate.opened and score >= _OPENED_ALONE and inside and not candidate.names[0].islower():
            around = around or (candidate, score)
    return around


def _heads_story(guess: tuple[BylineCandidate, float], places: _Places) -> bool:
    """Whether a line surely says "by" between the headline and the story."""
    candidate, score = guess
    surely = candidate.opened and score >= _OPENED_ALONE
    return surely and places.is_below(candidate.index) and candidate.index <= places.first


def _may_be(draft: Draft, candidate: BylineCandidate) -> bool:
    """Whether a line may be the byline at all, however likely it looks."""
    block = draft.blocks[candidate.index]
    if block.reason == "headline":
        return False
    if not candidate.opened and (draft.clean or block.shape.credit == _CREDITED or known_desk(candidate.names[0])):
        return False
    # a sentence may begin like a byline
    return not (block.kept and block.shape.closes and block.shape.words > _SHORT)


def _is_doubtful(draft: Draft, candidate: BylineCandidate) -> bool:
    """Whether a line is a sentence, or has no capitals to tell a name by."""
    return draft.blocks[candidate.index].shape.closes or candidate.names[0] == candidate.names[0].casefold()


def _least(draft: Draft, candidate: BylineCandidate, places: _Places, second: bool) -> float:
    """The probability that a byline must have by its place, and by being the likeliest one or only a `second`."""
    index = candidate.index
    below, dated = places.is_below(index), places.is_dated(index)
    near = -_ABOVE <= index - places.first <= 1 or abs(index - places.last) <= 1
    if candidate.opened:
        return _OPENED if below or near else _OPENED_ELSEWHERE
    names_alone = _is_names_alone(draft, candidate)
    if names_alone and (places.is_set_between(index) or (index < places.first and below and _bears_role(draft, index))):
        return _BETWEEN
    ends = names_alone and 0 <= index - places.last <= 1
    if ends or (below and dated and _is_name_and_date(draft, candidate)):
        return _PLACED if second else _LIKELY
    right_below = names_alone and places.is_below(index, _BESIDE_DATE)
    above = dated and any(0 < number - index <= _ABOVE_HEADLINE for number in places.headlines)
    if (below and dated) or right_below or above or (not second and _is_announced(draft, candidate)):
        return _PLACED
    return _NEAR if below or dated else _ELSEWHERE


def _is_names_alone(draft: Draft, candidate: BylineCandidate) -> bool:
    """Whether a line is names and nothing else: "Ann Bell and Carl Dorn"."""
    text = draft.blocks[candidate.index].text
    joints = _JOINT * (len(candidate.names) - 1) if text.startswith(candidate.names[0]) else 0
    return candidate.numbers[_SHARE] + joints / max(1, len(text)) > _MOSTLY


def _bears_role(draft: Draft, index: int) -> bool:
    """Whether the line below begins with what a reporter is: "Staff Writer", "ENVIADO ESPECIAL A PORTO REAL"."""
    below = draft.blocks[index + 1 : index + 2]
    return any(is_role(one.text) or one.shape.cues[_BYLINE] >= START for one in below if one.shape.words <= _SHORT)


def _is_name_and_date(draft: Draft, best: BylineCandidate) -> bool:
    """Whether a line is names and a date and nothing else: "Ann Bell, 23 April 2026, 09:02"."""
    dated = sum(candidate.share for candidate in dates_of(draft) if candidate.index == best.index)
    return dated > 0 and best.numbers[_SHARE] + dated > _MOSTLY


def _is_announced(draft: Draft, best: BylineCandidate) -> bool:
    """Whether a line of its own above the names says "by", or the markup says that an author is named."""
    structure = draft.blocks[best.index].structure
    if structure is not None and _NAMED.search(structure.nearest_class):
        return True
    return best.index > 0 and draft.blocks[best.index - 1].shape.cues[_BYLINE] >= START


def _rule(candidate: BylineCandidate) -> str:
    return OPENED if candidate.opened else GUESSED


def _mark(draft: Draft, names: set[str]) -> None:
    """Judge the short lines that only name the same people."""
    first = first_kept(draft.blocks)
    for candidate in bylines_of(draft):
        block = draft.blocks[candidate.index]
        same = {name.casefold() for name in candidate.names} <= names
        if same and (block.shape.words <= 8 or candidate.opened) and not block.shape.closes:
            if block.kept and not candidate.opened and candidate.index > first + _ON_TOP:
                continue  # a name on a line of its own inside the story is a heading
            if block.reason != "headline":
                block.reason = "byline"
