"""What the list of articles says: of a story, of what became of a version, of how far the reader has come."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from storyreader.messages.words import ASCII_MARKS, KIND_MARKS, kind_counts

if TYPE_CHECKING:
    from storyreader.comparison import Comparison, RowKind
    from storyreader.library import Entry, Story, VersionChange, WordForWord


def story_line(story: "Story", entries: "Sequence[Entry]", conflicts: int | None, new: int = 0) -> str:
    """A story's name, how many accounts of it there are, of which days, the conflicts found by comparing them, and how
    many are new to the board that the reader saved.
    """
    members = [entries[index] for index in story.members]
    parts = [story.title, f"{len(members)} accounts", days_line([entry.published for entry in members])]
    if conflicts:
        parts.append(f"! {conflicts}")
    if new:
        parts.append(f"board: {new} new")
    return " · ".join(part for part in parts if part)


def days_line(times: "Sequence[str | None]") -> str:
    """The days of some times (ISO 8601), from the first to the last: "22-23 Apr"; empty where none is known."""
    days = sorted({date.fromisoformat(time[:10]) for time in times if time})
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return f"{last.day} {last:%b}"
    if first.year != last.year:
        return f"{first.day} {first:%b %Y}-{last.day} {last:%b %Y}"
    if first.month != last.month:
        return f"{first.day} {first:%b}-{last.day} {last:%b}"
    return f"{first.day}-{last.day} {last:%b}"


def version_line(change: "VersionChange") -> str:
    """What a later version has made of the one before: "two versions, 2 sentences reworded: 2 numbers, 1 name"."""
    told = _versions(change.dropped, change.added, change.reworded)
    touched = Counter(edit.kind for edit in change.edits if edit.before and edit.after and edit.kind != "wording")
    headline = ["other headline"] * touched.pop("headline", 0)
    parts = [*headline, *(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in touched.items())]
    return f"{told}: {', '.join(parts)}" if parts else told


def copy_line(copy: "WordForWord", *, blind: bool = False) -> str:
    """Where an article stands word for word: "96% word for word, likely Norden Wire, in Radio Ferrow"."""
    share = f"{copy.share:.0%}"
    if blind:
        return f"{share} word for word in {'several other accounts' if copy.more else 'another account'}"
    more = f" and {copy.more} more" if copy.more else ""
    likely = f", likely {copy.agency}," if copy.agency and copy.agency != copy.other.publisher else ""
    return f"{share} word for word{likely} in {copy.other.publisher or copy.other.title}{more}"


def _versions(dropped: int, added: int, reworded: int) -> str:
    found = [(count, what) for count, what in ((dropped, "dropped"), (added, "added"), (reworded, "reworded")) if count]
    if not found:
        return "two versions, the same sentences"
    (count, what), *others = found
    first = f"{count} sentence{'' if count == 1 else 's'} {what}"
    return ", ".join(["two versions", first, *(f"{count} {what}" for count, what in others)])


def are_versions(comparison: "Comparison") -> bool:
    """Whether the two articles are versions of one page."""
    return any(
        found.code == "shared_wording" and found.values[-1] == "versions" for found in comparison.summary.observations
    )


def row_marks(comparison: "Comparison", *, ascii_marks: bool = False) -> "dict[RowKind, str]":
    """The marks of the rows' kinds; of two versions - is what the later one drops, + what it adds."""
    marks = dict(ASCII_MARKS if ascii_marks else KIND_MARKS)
    if are_versions(comparison):
        earlier, later = _in_time(comparison)
        marks |= {earlier: "-", later: "+"}
    return marks


def versions_remark(comparison: "Comparison") -> str:
    """What became of the earlier of two versions; empty where they are none."""
    if not are_versions(comparison):
        return ""
    counts = kind_counts(comparison)
    earlier, later = _in_time(comparison)
    reworded = counts["reworded"] + counts["partial"] + counts["conflict"]
    told = _versions(counts[earlier], counts[later], reworded)
    return f"{told[:1].upper()}{told[1:]}: - dropped, + added."


def _in_time(comparison: "Comparison") -> "tuple[RowKind, RowKind]":
    """The kinds of what only the earlier one has, and only the later; as they stand where no time tells."""
    times = (article.updated or article.published for article in (comparison.left, comparison.right))
    left, right = (time.isoformat() if time else "" for time in times)
    return ("only right", "only left") if left > right else ("only left", "only right")
