"""What was reworded inside a pair: whole phrases, as offsets into the sentences. Units: characters and words.

Words are compared without case and punctuation. Names and numbers are atoms, so no change ever cuts them. Kept runs
too short to be read as kept are taken into the change around them; a pair with little left is reworded heavily and
reads best as two whole sentences.
"""

from dataclasses import dataclass

from rapidfuzz.distance import Indel

from storyreader.alignment.atoms import Atom, atoms_of
from storyreader.comparison import Change, Passage

LEAST_KEPT = 0.3
"""Share of the longer sentence's words that must be kept; below it the pair is reworded heavily."""
MOST_CHANGED = 8
"""More changes than this in one pair are confetti."""
SHORTEST_KEPT = 2
"""Kept runs shorter than this many words between two changes are taken into the change, unless they are a name or
number."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of atoms on both sides, equal or not."""

    kept: bool
    left: tuple[int, int]
    right: tuple[int, int]


def changes_between(
    left: tuple[int, str], right: tuple[int, str], languages: tuple[str, str]
) -> tuple[Change, ...] | None:
    """The changes that lead from one sentence to the other, in order; None when it is reworded heavily.

    Sides are (sentence number, text). Swapping them gives the mirrored changes: the differing is done on the texts
    in a fixed order.
    """
    if left[1] > right[1]:
        mirrored = changes_between(right, left, (languages[1], languages[0]))
        return None if mirrored is None else tuple(Change(change.right, change.left) for change in mirrored)
    ours, theirs = atoms_of(left[1], languages[0]), atoms_of(right[1], languages[1])
    pieces = _without_confetti(_differ(ours, theirs), ours)
    kept = sum(ours[index].words for piece in pieces if piece.kept for index in range(*piece.left))
    longer = max(sum(atom.words for atom in ours), sum(atom.words for atom in theirs))
    if kept < LEAST_KEPT * longer:
        return None
    return tuple(
        Change(_passage(left[0], ours, piece.left), _passage(right[0], theirs, piece.right))
        for piece in pieces
        if not piece.kept
    )


def _differ(left: tuple[Atom, ...], right: tuple[Atom, ...]) -> list[_Piece]:
    """Equal and changed stretches by the longest common subsequence; neighbouring changes are one."""
    pieces: list[_Piece] = []
    for code in Indel.opcodes([atom.plain for atom in left], [atom.plain for atom in right]):
        piece = _Piece(code.tag == "equal", (code.src_start, code.src_end), (code.dest_start, code.dest_end))
        if pieces and pieces[-1].kept == piece.kept:
            pieces[-1] = _joined(pieces[-1], piece)
        else:
            pieces.append(piece)
    return pieces


def _joined(first: _Piece, last: _Piece) -> _Piece:
    return _Piece(first.kept and last.kept, (first.left[0], last.left[1]), (first.right[0], last.right[1]))


def _without_confetti(pieces: list[_Piece], ours: tuple[Atom, ...]) -> list[_Piece]:
    """Take kept runs that are too short to read into the changes around them."""
    result: list[_Piece] = []
    for index, piece in enumerate(pieces):
        between = 0 < index < len(pieces) - 1
        short = piece.kept and between and not _readable(ours[piece.left[0] : piece.left[1]])
        current = _Piece(False, piece.left, piece.right) if short else piece
        if result and not result[-1].kept and not current.kept:
            result[-1] = _joined(result[-1], current)
        else:
            result.append(current)
    return result


def _readable(atoms: tuple[Atom, ...]) -> bool:
    """Whether a kept run can stand between two changes: a name, a number, or enough words that say something."""
    if any(atom.solid for atom in atoms):
        return True
    return sum(atom.words for atom in atoms) >= SHORTEST_KEPT and any(not atom.common for atom in atoms)


def _passage(sentence: int, atoms: tuple[Atom, ...], places: tuple[int, int]) -> Passage | None:
    if places[0] == places[1]:
        return None
    return Passage(sentence, atoms[places[0]].start, atoms[places[1] - 1].end)
