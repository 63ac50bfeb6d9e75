"""Parts of a comparison that are worked out when they are first read: a screen shows few links at a time.

To everybody else these are a Link and a Comparison: equal to ones that were given all their parts, and copied,
replaced and pickled as those.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, Protocol

from storyreader.comparison import (
    ArticleFact,
    Change,
    Comparison,
    Difference,
    Ground,
    Link,
    LinkKind,
    SharedClaim,
)

ArticleFacts = tuple[ArticleFact, ...]


class Explainer(Protocol):
    """Who works out what a link has to say."""

    def grounds(self, link: Link) -> tuple[Ground, ...]:
        """Why the sentences were paired."""

    def wording(self, link: Link) -> tuple[tuple[Change, ...], bool]:
        """The changes, and whether the link is rewritten."""

    def shared(self, link: Link) -> tuple[SharedClaim, ...]:
        """The stretches that tell the same."""

    def harmless(self, link: Link) -> tuple[Difference, ...]:
        """The differences that are no conflicts."""


class LazyLink(Link):
    """A link that asks `explainer` for grounds, changes and harmless differences when they are first read."""

    __slots__ = ("_conflicts", "_explainer", "_values")
    _conflicts: tuple[Difference, ...]
    _explainer: Explainer | None
    _values: dict[str, Any]

    def __init__(
        self,
        left: tuple[int, ...],
        right: tuple[int, ...],
        kind: LinkKind,
        score: float,
        moved: bool = False,
        *,
        conflicts: tuple[Difference, ...] = (),
        explainer: Explainer | None = None,
        **values: Any,
    ) -> None:
        given = {"left": left, "right": right, "kind": kind, "score": score, "moved": moved}
        for name, value in (given | {"_conflicts": conflicts, "_explainer": explainer, "_values": values}).items():
            object.__setattr__(self, name, value)

    def judged(self, conflicts: tuple[Difference, ...], explainer: Explainer) -> "LazyLink":
        """The same link with its conflicts, which make its kind, and what would be one but for a later account."""
        kind: LinkKind = "conflict" if any(found.conflict for found in conflicts) else self.kind
        return LazyLink(self.left, self.right, kind, self.score, self.moved, conflicts=conflicts, explainer=explainer)

    @property
    def explainer(self) -> Explainer | None:
        """Who works out what this link has to say."""
        return self._explainer

    def as_moved(self) -> "LazyLink":
        """The same link, standing out of the common order."""
        return LazyLink(self.left, self.right, self.kind, self.score, True, explainer=self._explainer)

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """Why the sentences were paired."""
        found: tuple[Ground, ...] = self._value("grounds", lambda explainer: explainer.grounds(self), ())
        return found

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was reworded."""
        found: tuple[Change, ...] = self._wording("changes", 0)
        return found

    @property
    def rewritten(self) -> bool:
        """Whether it reads best as two whole sentences."""
        found: bool = self._wording("rewritten", 1)
        return found

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The facts that differ, conflicts first."""
        found: tuple[Difference, ...] = self._value(
            "differences", lambda explainer: (*self._conflicts, *explainer.harmless(self)), self._conflicts
        )
        return found

    @property
    def shared(self) -> tuple[SharedClaim, ...]:
        """The stretches that tell the same."""
        found: tuple[SharedClaim, ...] = self._value("shared", lambda explainer: explainer.shared(self), ())
        return found

    def _wording(self, name: str, index: int) -> Any:
        if name in self._values:
            return self._values[name]
        return self._value("wording", lambda explainer: explainer.wording(self), ((), False))[index]

    def _value(self, name: str, work: Callable[[Explainer], Any], nothing: Any) -> Any:
        if name not in self._values:
            self._values[name] = work(self._explainer) if self._explainer else nothing
        return self._values[name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Link) and _whole(self) == _whole(other)

    def __hash__(self) -> int:
        return hash(_whole(self))

    def __reduce__(self) -> tuple[type[Link], tuple[Any, ...]]:
        return Link, _whole(self)


class LazyComparison(Comparison):
    """A comparison whose facts are found when they are first read."""

    __slots__ = ("_facts", "_find", "_readings")
    _facts: tuple[ArticleFacts, ArticleFacts] | None
    _find: Callable[[], tuple[ArticleFacts, ArticleFacts]] | None
    _readings: Any

    def __init__(
        self, find: Callable[[], tuple[ArticleFacts, ArticleFacts]] | None = None, readings: Any = None, **parts: Any
    ) -> None:
        facts = (parts.pop("facts_left", ()), parts.pop("facts_right", ())) if find is None else None
        for name, value in (parts | {"_facts": facts, "_find": find, "_readings": readings}).items():
            object.__setattr__(self, name, value)

    @property
    def readings(self) -> Any:
        """The readings it was made from, None where that is not known; see `storyreader.comparing.readings_of`."""
        return self._readings

    @property
    def facts_left(self) -> ArticleFacts:
        """The facts of the left article."""
        return self._found()[0]

    @property
    def facts_right(self) -> ArticleFacts:
        """The facts of the right article."""
        return self._found()[1]

    def _found(self) -> tuple[ArticleFacts, ArticleFacts]:
        found = self._facts
        if found is None:
            assert self._find is not None
            found = self._find()
            object.__setattr__(self, "_facts", found)
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Comparison) and _whole(self) == _whole(other)

    def __hash__(self) -> int:
        return hash(_whole(self))

    def __reduce__(self) -> tuple[type[Comparison], tuple[Any, ...]]:
        return Comparison, _whole(self)


def _whole(told: Link | Comparison) -> tuple[Any, ...]:
    return tuple(getattr(told, field.name) for field in fields(told))
