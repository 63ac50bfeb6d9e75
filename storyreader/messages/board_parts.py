"""What a board tells beside its claims, in lines that are read from top to bottom: accounts, origins, times, voices.

A line that begins with more blanks than the one before belongs to it, two a level.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from storyreader.comparison import Event
from storyreader.messages.board_lines import cell_line, counted, known_name, sentence_name, told_by
from storyreader.messages.board_words import board_letter, board_letters, shortened
from storyreader.messages.finding_groups import UNKNOWN_VOICE
from storyreader.messages.naming import HIDDEN_OUTLET, source_line
from storyreader.messages.sentences import drift_between, no_event_words, sentence
from storyreader.messages.words import time_text
from storyreader.story_board import appeared

if TYPE_CHECKING:
    from storyreader.comparison import EventReason
    from storyreader.library import Edit, EditKind
    from storyreader.story_board import Board, BoardVoice, OriginEvidence

_SHOWN = 120
"""Characters that are shown of a claim that is told in full elsewhere."""
_HIDDEN_AGENCY = "one agency"


def account_line(board: "Board", number: int, *, blind: bool = False) -> str:
    """One account: letter, outlet, headline, times, address; read blind, without what tells the outlet."""
    article = board.articles[number]
    updated = f"; updated {time_text(article.updated)}" if article.updated else ""
    return f"{board_letter(number)}: {source_line(article, blind=blind)}{updated}"


def when_told(board: "Board", number: int) -> str:
    """When an account was published; that its hour is not told matters where accounts are of one day."""
    article = board.articles[number]
    moment = article.published or article.updated
    hour = "" if moment is None or isinstance(moment, datetime) else " (hour not told)"
    return f"{time_text(moment)}{hour}"


def event_lines(board: "Board") -> list[str]:
    """The accounts that are perhaps of another event, or of another day; nothing where all are of one."""
    # the account beside which all others are looked at has no reasons
    hubs = [number for number, event in enumerate(board.events) if event == Event("same event")]
    hub = board_letter(hubs[0]) if hubs else "the others"
    found = ((board_letter(number), event) for number, event in enumerate(board.events))
    return [f"{letter}: {said}" for letter, event in found if (said := _event_words(event, hub, letter))]


def _event_words(event: Event, hub: str, letter: str) -> str:
    reasons = "; ".join(_event_reason(reason, hub, letter) for reason in event.reasons)
    if event.verdict == "two events":
        return f"perhaps another event than {hub}: {reasons}" if reasons else f"perhaps another event than {hub}"
    if event.verdict == "unsure":
        why = "".join(f": {_event_reason(one, hub, letter)}" for one in event.reasons if one.code == "no_event")
        return f"whether it tells of the same event as {hub} cannot be told{why}"
    if event.verdict != "later account":
        return ""
    days = next((int(reason.values[0]) for reason in event.reasons if reason.code == "published_apart"), 1)
    return f"{'a later' if days > 0 else 'an earlier'} account of the same event than {hub}: {reasons}"


def _event_reason(reason: "EventReason", hub: str, letter: str) -> str:
    values = ", ".join(map(str, reason.values if reason.code == "names_shared" else reason.values[1:]))
    if reason.code == "names_shared":
        return f"both name {values}"
    if reason.code == "names_alone":
        return f"only {hub if reason.values[0] == 'left' else letter} names {values}"
    if reason.code == "no_event":
        return no_event_words([hub if side == "left" else letter for side in reason.values])
    days = int(reason.values[0])
    return f"published {abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}"


def origins_of(board: "Board", *, blind: bool = False) -> list[str]:
    """Which accounts have a source in common, with the evidence; none is ever said to be independent."""
    lines = []
    for origin in board.origins:
        if len(origin.articles) > 1:
            lines.append(f"{board_letters(origin.articles)}: one origin")
            lines += [f"  {evidence_line(evidence, blind=blind)}" for evidence in origin.evidence]
    lone = tuple(origin.articles[0] for origin in board.origins if len(origin.articles) == 1)
    return [*lines, f"{board_letters(lone)}: no common source seen"] if lone else lines


def evidence_line(evidence: "OriginEvidence", *, blind: bool = False) -> str:
    """Why two accounts are taken for one origin; read blind, without the names of outlets and agencies."""
    names = [board_letter(number) for number in (evidence.one, evidence.other)]
    if blind and evidence.code == "agency":
        return f"{' and '.join(names)} both carry {_HIDDEN_AGENCY}"
    if blind and evidence.code == "credits":
        return f"{' and '.join(names)} both name one outlet for the story ({HIDDEN_OUTLET})"
    return sentence(evidence)


def lone_lines(board: "Board") -> list[str]:
    """The claims of one account alone, by account."""
    lines = []
    for number in range(len(board.articles)):
        own = [at for at, claim in enumerate(board.claims) if claim.articles == (number,)]
        lines.append(f"{board_letter(number)}: {counted(len(own), 'claim') if own else 'none'}")
        for at in own:
            claim = board.claims[at]
            lines.append(f"  Claim {at + 1}: {sentence_name(number, claim.representative.sentence)} {claim.text}")
            lines += [f"    {line}" for n in range(len(board.articles)) if (line := cell_line(board, claim, n))]
    return lines


def left_out_lines(board: "Board") -> list[str]:
    """What each account leaves out, those of most origins first; what one other alone tells by its numbers."""
    numbers = _numbers(board)
    lines = []
    for article in range(len(board.articles)):
        missing = board.left_out(article)
        lines.append(f"{board_letter(article)} leaves out {counted(len(missing), 'claim') if missing else 'nothing'}")
        for claim in missing:
            if len(claim.articles) > 1:
                who = told_by(claim)
                lines.append(
                    f"  {who[:1].lower()}{who[1:]}: claim {numbers[id(claim)]}, {shortened(claim.text, _SHOWN)}"
                )
        alone: dict[int, list[int]] = defaultdict(list)
        for claim in missing:
            if len(claim.articles) == 1:
                alone[claim.articles[0]].append(numbers[id(claim)])
        lines += [
            f"  told by {board_letter(other)} alone: {'claim' if len(own) == 1 else 'claims'} {_listed(sorted(own))}"
            for other, own in sorted(alone.items())
        ]
    return lines


def caveat_lines(board: "Board") -> list[str]:
    """What each account doubts, limits or denies."""
    lines = []
    without = []
    for article, page in enumerate(board.articles):
        found = board.caveats_of(article)
        if not found:
            without.append(article)
            continue
        lines.append(f"{board_letter(article)}: {len(found)}")
        for caveat in found:
            kind = f" ({caveat.value})" if caveat.value != caveat.text else ""
            name = sentence_name(article, caveat.place.sentence)
            lines.append(f"  “{caveat.text}”{kind}: {name} {page.sentences[caveat.place.sentence].text}")
    return [*lines, f"{board_letters(tuple(without))}: none found"] if without else lines


def first_appearances(board: "Board") -> list[str]:
    """The claims by the account that told them first, the earliest account first."""
    by_first: dict[int | None, list[int]] = defaultdict(list)
    for number, claim in enumerate(board.claims):
        by_first[claim.first].append(number)
    known = sorted(
        (first for first in by_first if first is not None), key=lambda one: (appeared(board.articles[one]), one)
    )
    lines = []
    for first in (*known, *([None] if None in by_first else ())):
        when = "Time unknown" if first is None else f"{when_told(board, first)}, {board_letter(first)}"
        lines.append(f"{when}: {counted(len(by_first[first]), 'claim')} first told")
        lines += [f"  Claim {at + 1}: {shortened(board.claims[at].text, _SHOWN)}" for at in by_first[first]]
    return lines


_EDITS: "dict[EditKind, str]" = {
    "headline": "headline", "number": "figure or date", "name": "name", "quotation": "quotation",
    "attribution": "source", "caveat": "caveat or negation", "wording": "wording",
}  # fmt: skip


def edit_lines(board: "Board") -> list[str]:
    """What was changed between versions of one page, the weightiest first; nothing where there are no versions."""
    lines = []
    for versions in board.versions:
        count = counted(len(versions.edits), "silent edit") if versions.edits else "no change"
        lines.append(f"{board_letter(versions.earlier)} to {board_letter(versions.later)}: {count}")
        lines += [f"  {_EDITS[edit.kind]}: {_edited(edit)}" for edit in versions.edits]
    return lines


def _edited(edit: "Edit") -> str:
    if not edit.before:
        return f"added “{edit.after}”"
    return f"“{edit.before}” became “{edit.after}”" if edit.after else f"dropped “{edit.before}”"


def voice_name(board: "Board", voice: "BoardVoice", *, blind: bool = False) -> str:
    """Who speaks; read blind, no outlet of the board."""
    return known_name(board, voice.name, blind=blind) or UNKNOWN_VOICE


def quoted_lines(board: "Board", *, blind: bool = False) -> list[str]:
    """Who is quoted or cited, how many words in which account, and what became of the quotations."""
    lines = []
    for voice in board.voices:
        words = [
            f"{board_letter(article)} {counted(count, 'word') if (count := voice.words_in(article)) else 'cited'}"
            for article in voice.articles
        ]
        unnamed = "" if voice.named or not voice.name else " (not named)"
        lines.append(f"{voice_name(board, voice, blind=blind)}{unnamed}: {', '.join(words)}")
        for change in voice.changes:
            told = drift_between(change.drift, board_letter(change.left), board_letter(change.right))
            lines.append(f"  {'cut' if change.drift.trimmed else 'changed'}: {told}")
    return lines


def _numbers(board: "Board") -> dict[int, int]:
    """The number from 1 of each claim, by its identity: two claims may be equal."""
    return {id(claim): number for number, claim in enumerate(board.claims, 1)}


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
