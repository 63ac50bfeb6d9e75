"""A comparison at a glance, line by line: the same on its first screen, in the shell and at the head of exports."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from storyreader.comparison import SIDES, Comparison, Passage, Side
from storyreader.messages.naming import HIDDEN_OUTLET, NO_HEADLINE, article_name
from storyreader.messages.words import FINDING_MARKS, LETTERS, ItemState, beginning, event_words, time_text

if TYPE_CHECKING:
    from storyreader.findings import Gap, InShort, LeftOut, RowValue

_ONLY: dict[Side, ItemState] = {"left": "only left", "right": "only right"}
_MOST_NAMED = 4
LOOKING = "looking for what differs…"
"""Stands where what is found beside the links will stand."""


class ShortLine(NamedTuple):
    """One line. `label` names what it is about, empty where that is the same as above.

    `state` chooses its mark, None for a line without one. `sentences` are those it is about, each a side and a number
    from 0; a reader who goes through the block stops where there are some. `share` (0 to 1) is told as a bar as well;
    `loud` lines are read first. `passages` are the words that tell it, empty where whole sentences do.
    """

    label: str
    text: str
    state: ItemState | None = None
    sentences: tuple[tuple[Side, int], ...] = ()
    share: float | None = None
    side: Side | None = None
    loud: bool = False
    passages: tuple[tuple[Side, Passage], ...] = ()

    @property
    def is_stop(self) -> bool:
        """Whether a reader who goes through the block stops here."""
        return bool(self.sentences) and not self.loud

    @property
    def told(self) -> str:
        """Its words, after the mark of two values that differ."""
        return f"{FINDING_MARKS[False][self.state]} {self.text}" if self.state in {"conflict", "differs"} else self.text

    @property
    def where(self) -> str:
        """The sentences by their names: "A7 B6"."""
        return " ".join(f"{LETTERS[side]}{number + 1}" for side, number in self.sentences)


def short_lines(comparison: Comparison, found: "InShort | None", *, blind: bool = False) -> list[ShortLine]:
    """All lines; without what is found beside the links one line says that it is looked for."""
    remarks = [ShortLine("", observation.says) for observation in comparison.summary.observations]
    lines = [*_heads(comparison, found, blind=blind), *_event(comparison), *_coverage(comparison)]
    lines += _labelled("remarks", remarks)
    return [*lines, *(_rest(found) if found is not None else [ShortLine("differ", LOOKING)])]


def labelled_lines(comparison: Comparison, found: "InShort") -> list[ShortLine]:
    """The lines, each with a label of its own, for exports that tell them one by one."""
    label, lines = "", []
    for line in short_lines(comparison, found):
        label = line.label or label
        lines.append(line._replace(label=label))
    return lines


def short_text(comparison: Comparison, found: "InShort") -> list[str]:
    """The lines as text for shell and exports."""
    return [
        f"{line.label}: {line.told}" + (f" ({line.where})" if line.where else "")
        for line in labelled_lines(comparison, found)
    ]


def _heads(comparison: Comparison, found: "InShort | None", *, blind: bool) -> Iterator[ShortLine]:
    for side, carried in zip(SIDES, (comparison.summary.headline_left, comparison.summary.headline_right), strict=True):
        article = comparison.article(side)
        sentences = ((side, carried),) if carried is not None else ()
        yield ShortLine(LETTERS[side], article.headline or NO_HEADLINE, None, sentences, side=side, loud=True)
        name = HIDDEN_OUTLET if blind else article_name(article)
        gap = _gap_words(found.gap) if found is not None and found.gap is not None and found.gap.earlier == side else ""
        yield ShortLine("", " · ".join(part for part in (name, time_text(article.published), gap) if part), side=side)


def _gap_words(gap: "Gap") -> str:
    """By how much an account is the earlier one: "3 h 30 min earlier"."""
    minutes = int(gap.by / timedelta(minutes=1))
    days, hours = minutes // 1440, minutes // 60
    if not gap.exact or days >= 2:
        return f"{days} day{'' if days == 1 else 's'} earlier"
    if not hours:
        return f"{minutes} min earlier"
    return f"{hours} h {minutes % 60} min earlier" if minutes % 60 else f"{hours} h earlier"


def _event(comparison: Comparison) -> Iterator[ShortLine]:
    event = comparison.summary.event
    reasons = "; ".join(reason.says for reason in event.reasons if reason.code != "published_apart")
    yield ShortLine("event", event_words(comparison) + (f": {reasons}" if reasons else ""))


def _coverage(comparison: Comparison) -> Iterator[ShortLine]:
    """How much of each article has a partner; of two events that says nothing."""
    summary = comparison.summary
    if summary.event.verdict == "two events":
        return
    shares = summary.coverage_left, summary.coverage_right
    for side, share, other in zip(SIDES, shares, ("B", "A"), strict=True):
        count = len(comparison.article(side).sentences)
        sentences = f"{count} sentence{'' if count == 1 else 's'} in {LETTERS[side]}"
        text = f"{share:.0%} of {sentences} have a partner in {other}"
        yield ShortLine("shared" if side == "left" else "", text, share=share, side=side)


def _rest(found: "InShort") -> Iterator[ShortLine]:
    differing = [
        _standing(value.says, "conflict" if value.conflict else "differs", _places(value)) for value in found.differing
    ]
    yield from _labelled("differ", [*differing, *_more(found.more_differing)])
    left_out = [_left_out(one) for one in found.left_out]
    yield from _labelled("left out", [*left_out, *_more(found.more_left_out)])
    yield from _labelled("sources", list(_sources(found)))
    quoted = [
        _standing(
            f"{one.name + ': ' if one.name else ''}“{beginning(one.utterance.text.rstrip(' ,'))}”", _ONLY[one.side],
            [(one.side, one.utterance.passage)],
        )
        for one in found.quoted
    ]  # fmt: skip
    yield from _labelled("quotes", quoted)
    yield from _labelled("besides", [ShortLine("", observation.says) for observation in found.observations])


def _labelled(label: str, lines: Sequence[ShortLine]) -> Iterator[ShortLine]:
    """The lines with the label before the first of them."""
    for at, line in enumerate(lines):
        yield line if at else line._replace(label=label)


def _more(count: int) -> Iterator[ShortLine]:
    if count:
        yield ShortLine("", f"and {count} more")


def _left_out(found: "LeftOut") -> ShortLine:
    letter, other = ("A", "B") if found.side == "left" else ("B", "A")
    if found.what == "source":
        text = f"only {letter} names its source: “{found.text}”"
    else:
        text = f"only {letter} says “{found.text}”" + (f", {other} tells it without" if found.vouched else "")
    return _standing(text, "caveat dropped", [(found.side, found.passage)])


def _sources(found: "InShort") -> Iterator[ShortLine]:
    for side in SIDES:
        own = [voice for voice in found.sources if (voice.left if side == "left" else voice.right)]
        if own:
            names = [voice.name for voice in own[:_MOST_NAMED]]
            rest = len(own) - len(names)
            said = [(side, (voice.left or voice.right)[0].passage) for voice in own[:_MOST_NAMED]]
            text = f"only {LETTERS[side]} has " + ", ".join(names) + (f" and {rest} more" if rest else "")
            yield _standing(text, _ONLY[side], said)


def _places(value: "RowValue") -> list[tuple[Side, Passage]]:
    return [(side, passage) for side in SIDES if (passage := value.passage(side)) is not None]


def _standing(text: str, state: ItemState, places: "Sequence[tuple[Side, Passage]]") -> ShortLine:
    """A line about words that stand somewhere."""
    sentences = tuple(dict.fromkeys((side, passage.sentence) for side, passage in places))
    return ShortLine("", text, state, sentences, passages=tuple(places))
