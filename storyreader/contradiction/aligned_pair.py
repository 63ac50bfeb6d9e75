"""Two linked sentences laid over each other word by word, to see which values fill the same place. Indexes count words.

Two values can only contradict each other when they say something about the same thing: the words around them agree,
or both stand in the one stretch between words that agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from rapidfuzz.distance import Indel

from storyreader.contradiction.aligned_sentence import AlignedSentence, Range
from storyreader.lexicon import related_groups, tables_for

LONGEST_GROUP = 3
"""Words of a group: "nine of the [stranded young hikers] were Austrians"."""
WINDOW = 5
"""Words on either side of a value that tell what it is about."""
HEAD_REACH = 4
"""Words behind a figure in which stands what it counts."""


@dataclass(frozen=True)
class AlignedPair:
    """Two sentences and how their words correspond."""

    left: AlignedSentence
    right: AlignedSentence

    @property
    def sides(self) -> tuple[AlignedSentence, AlignedSentence]:
        """Both sentences."""
        return self.left, self.right

    @cached_property
    def blocks(self) -> tuple[list[int], list[int]]:
        """For each word of a side the number of its block: negative for a word that agrees with one of the other
        side, positive for a changed stretch; both sides have the same numbers.
        """
        one, other = [0] * len(self.left.words.keys), [0] * len(self.right.words.keys)
        keys = (list(self.left.words.keys), list(self.right.words.keys))
        # differing in a fixed order makes swapped sides mirror each other
        swapped = keys[0] > keys[1]
        first, second = (other, one) if swapped else (one, other)
        gap, agreed = 1, 0
        for code in Indel.opcodes(*(reversed(keys) if swapped else keys)):
            if code.tag == "equal":
                for step in range(code.src_end - code.src_start):
                    agreed -= 1
                    first[code.src_start + step] = second[code.dest_start + step] = agreed
                gap += 1
                continue
            first[code.src_start : code.src_end] = [gap] * (code.src_end - code.src_start)
            second[code.dest_start : code.dest_end] = [gap] * (code.dest_end - code.dest_start)
        return one, other

    @cached_property
    def shared(self) -> float:
        """The share of content words that both sentences have, of the shorter one: 0 to 1."""
        left, right = self.left.content_words, self.right.content_words
        smaller = min(len(left), len(right))
        return len(left & right) / smaller if smaller else 0.0

    @cached_property
    def whole(self) -> float:
        """How far the two sentences are one statement: shared content words of all, 0 to 1. Low where one of them
        says much more than the other.
        """
        left, right = self.left.content_words, self.right.content_words
        every = left | right
        return len(left & right) / len(every) if every else 0.0

    @cached_property
    def run(self) -> float:
        """Words in the longest stretch of agreeing words, at most 10."""
        longest = current = 0
        for block in self.blocks[0]:
            current = current + 1 if block < 0 else 0
            longest = max(longest, current)
        return float(min(10, longest))

    def same_gap(self, left: Range, right: Range) -> bool:
        """Whether both stretches are changed and stand between the same words that agree."""
        one, other = self.blocks
        return any(block > 0 for block in set(one[slice(*left)]) & set(other[slice(*right)]))

    def gap_figures(self, left: Range, right: Range) -> tuple[float, float]:
        """Whether two stretches are exactly what was changed between words that agree (0 or 1), and how many words
        the longer side of the change has, at most 10; 10 when they do not stand in one change.
        """
        one, other = self.blocks
        if not self.same_gap(left, right):
            return 0.0, 10.0
        gap = max(set(one[slice(*left)]) & set(other[slice(*right)]))
        sizes = one.count(gap), other.count(gap)
        exact = sizes == (left[1] - left[0], right[1] - right[0])
        return float(exact), float(min(10, max(sizes)))

    def flanks(self, left: Range, right: Range) -> tuple[bool, bool]:
        """Whether the words directly before agree, and those directly behind."""
        one, other = self.left.words.keys, self.right.words.keys
        before = left[0] > 0 and right[0] > 0 and one[left[0] - 1] == other[right[0] - 1]
        behind = left[1] < len(one) and right[1] < len(other) and one[left[1]] == other[right[1]]
        before = before or (left[0] == 0 and right[0] == 0)
        behind = behind or (left[1] == len(one) and right[1] == len(other))
        return before, behind

    def likeness(self, left: Range, right: Range) -> float:
        """How far the words around two stretches agree, nearer ones counting more: 0 to 1."""
        before = _agreement(_around(self.left, left, -1), _around(self.right, right, -1), self.left.language)
        behind = _agreement(_around(self.left, left, 1), _around(self.right, right, 1), self.left.language)
        weights = before[1] + behind[1]
        return (before[0] + behind[0]) / weights if weights else 0.0

    def same_head(self, left: Range, right: Range) -> float:
        """1 when the next content word behind agrees, 0.5 when a related one does, else 0."""
        heads = [_head(side, span[1]) for side, span in ((self.left, left), (self.right, right))]
        if not heads[0] or not heads[1]:
            return 0.0
        if heads[0][0] == heads[1][0]:
            return 1.0
        if set(heads[0]) & set(heads[1]):
            return 0.7
        groups = related_groups(self.left.language)
        related = [{group for key in head for group in groups.get(key, ())} for head in heads]
        return 0.5 if related[0] & related[1] else 0.0

    def counts_the_same(self, left: Range, right: Range) -> bool:
        """Whether what two figures count has a word in common or related ones: of "boats of the pirates" the boats."""
        if self.shares(left, right):
            return self.same_head(left, right) == 1.0
        counted = [_counted(side, span[1]) for side, span in zip(self.sides, (left, right), strict=True)]
        groups = related_groups(self.left.language)
        kin = [{*keys, *(group for key in keys for group in groups.get(key, ()))} for keys in counted]
        return not kin[0].isdisjoint(kin[1])

    def of_other_groups(self, left: Range, right: Range) -> bool:
        """Whether one of two figures is a share of a group, and what is told of the two is not the same: "nineteen of
        the injured were dockers", "seven of the injured are firefighters".
        """
        return self.shares(left, right) and not self.same_head(left, right)

    def of_one_group(self, left: Range, right: Range) -> bool:
        """Whether one of two figures is a share of a group of which the other sentence speaks too, and both count the
        same: "six were Austrians", "nine of the hikers were Austrians".
        """
        groups = ((_group(self.left, left[1]), self.right), (_group(self.right, right[1]), self.left))
        known = any(group and group <= other.key_set for group, other in groups)
        return known and self.same_head(left, right) == 1.0

    def shares(self, left: Range, right: Range) -> bool:
        """Whether one of two figures is a share of a group: "seven of the injured"."""
        return _is_share(self.left, left[1]) or _is_share(self.right, right[1])


def _around(side: AlignedSentence, span: Range, step: int) -> list[tuple[str, float]]:
    """The words on one side of a stretch with their weights, the nearest first."""
    spans = range(span[0] - 1, -1, -1) if step < 0 else range(span[1], len(side.words.keys))
    keys, weights = side.words.keys, side.weights
    return [(keys[at], weights[at] / distance) for distance, at in enumerate(spans[:WINDOW], 1)]


def _agreement(
    left: Sequence[tuple[str, float]], right: Sequence[tuple[str, float]], language: str
) -> tuple[float, float]:
    """The weight of the words that agree on both sides, and the weight of all."""
    groups = related_groups(language)
    total = sum([weight for _, weight in left]) + sum([weight for _, weight in right])
    agreed = 0.0
    for mine, theirs in ((left, right), (right, left)):
        keys = {key for key, _ in theirs}
        kin = {group for key in keys if key in groups for group in groups[key]}
        for key, weight in mine:
            if key in keys:
                agreed += weight
            elif kin.intersection(groups.get(key, ())):
                agreed += weight / 2
    return agreed, total


def _head(side: AlignedSentence, start: int) -> list[str]:
    """The next content words behind a place: what a figure counts. Of "seven of the injured are firefighters" what the
    seven are, since the injured are all those among whom they are.
    """
    keys, content = side.words.keys, [at for at in range(start, len(side.weights)) if side.weights[at] == 1.0]
    if (told := _share_end(side, start)) is not None:
        return [keys[told]]
    return [keys[at] for at in content[:2] if at < start + HEAD_REACH]


def _counted(side: AlignedSentence, start: int) -> tuple[str, ...]:
    """The next content word behind a place, and the one right behind that."""
    first = next(
        (at for at in range(start, min(start + HEAD_REACH, len(side.weights))) if side.weights[at] == 1.0), None
    )
    if first is None:
        return ()
    both = first + 1 < len(side.weights) and side.weights[first + 1] == 1.0
    return side.words.keys[first : first + 1 + both]


def _group(side: AlignedSentence, start: int) -> frozenset[str]:
    """The words of the group of which a figure is a share; empty where there is none."""
    told = _share_end(side, start)
    if told is None:
        return frozenset()
    begin = _group_start(side, start)
    words = range(begin, min(begin + LONGEST_GROUP, told))
    return frozenset(side.words.keys[at] for at in takewhile(lambda at: side.weights[at] == 1.0, words))


def _group_start(side: AlignedSentence, start: int) -> int:
    """Where the words of a group begin: of "of those who fell ill" behind the "who"."""
    return start + 2 + tables_for(side.language).has("relative_pronouns", side.lower[start + 2])


def _is_share(side: AlignedSentence, start: int) -> bool:
    """Whether a figure is followed by "of the", a group, and what those counted are."""
    return _share_end(side, start) is not None


def _share_end(side: AlignedSentence, start: int) -> int | None:
    """Where that begins which those counted are; None where no group stands behind the figure."""
    tables, words = tables_for(side.language), side.lower[start : start + LONGEST_GROUP + 3]
    if len(words) < 4 or not tables.has("of", words[0]) or not tables.has("determiners", words[1]):
        return None
    end = next((at for at, word in enumerate(words) if at > 2 and tables.has("auxiliaries", word)), None)
    if end is None or any(side.weights[at] != 1.0 for at in range(_group_start(side, start), start + end)):
        return None
    return next((at for at in range(start + end + 1, len(side.weights)) if side.weights[at] == 1.0), None)
