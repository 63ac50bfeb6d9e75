"""Parts of a comparison that are worked out when they are first read: a screen shows few links at a time.

To everybody else these are a Link and a Comparison: equal to ones that were given all their parts, and copied,
replaced and pickled as those.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, Protocol

from storyreader.comparison import ArticleFact, Change, Comparison, Difference, Link, LinkKind

Facts = tuple[ArticleFact, ...]


class Explainer(Protocol):
    """Who works out what a link has to say."""

    def reasons(self, link: Link) -> tuple[str, ...]:
        """Why the sentences were paired."""

    def wording(self, link: Link) -> tuple[tuple[Change, ...], bool]:
        """The changes, and whether the link is heavily reworded."""

    def harmless(self, link: Link) -> tuple[Difference, ...]:
        """The differences that are no conflicts."""


class LazyLink(Link):
    """A link that asks `telling` for reasons, changes and harmless differences when they are first read."""

    __slots__ = ("_conflicts", "_telling", "_values")
    _conflicts: tuple[Difference, ...]
    _telling: Explainer | None
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
        telling: Explainer | None = None,
        **values: Any,
    ) -> None:
        given = {"left": left, "right": right, "kind": kind, "score": score, "moved": moved}
        for name, value in (given | {"_conflicts": conflicts, "_telling": telling, "_values": values}).items():
            object.__setattr__(self, name, value)

    def judged(self, conflicts: tuple[Difference, ...], telling: Explainer) -> "LazyLink":
        """The same link with its conflicts, which make its kind."""
        kind: LinkKind = "conflict" if conflicts else self.kind
        return LazyLink(self.left, self.right, kind, self.score, self.moved, conflicts=conflicts, telling=telling)

    @property
    def telling(self) -> Explainer | None:
        """Who works out what this link has to say."""
        return self._telling

    def as_moved(self) -> "LazyLink":
        """The same link, standing out of the common order."""
        return LazyLink(self.left, self.right, self.kind, self.score, True, telling=self._telling)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the sentences were paired."""
        found: tuple[str, ...] = self._value("reasons", lambda telling: telling.reasons(self), ())
        return found

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was reworded."""
        found: tuple[Change, ...] = self._wording("changes", 0)
        return found

    @property
    def heavy(self) -> bool:
        """Whether it reads best as two whole sentences."""
        found: bool = self._wording("heavy", 1)
        return found

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The facts that differ, conflicts first."""
        found: tuple[Difference, ...] = self._value(
            "differences", lambda telling: (*self._conflicts, *telling.harmless(self)), self._conflicts
        )
        return found

    def _wording(self, name: str, place: int) -> Any:
        if name in self._values:
            return self._values[name]
        return self._value("wording", lambda telling: telling.wording(self), ((), False))[place]

    def _value(self, name: str, work: Callable[[Explainer], Any], nothing: Any) -> Any:
        if name not in self._values:
            self._values[name] = work(self._telling) if self._telling else nothing
        return self._values[name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Link) and _whole(self) == _whole(other)

    def __hash__(self) -> int:
        return hash(_whole(self))

    def __reduce__(self) -> tuple[type[Link], tuple[Any, ...]]:
        return Link, _whole(self)


class LazyComparison(Comparison):
    """A comparison whose facts are found when they are first read."""

    __slots__ = ("_facts", "_find")
    _facts: tuple[Facts, Facts] | None
    _find: Callable[[], tuple[Facts, Facts]] | None

    def __init__(self, find: Callable[[], tuple[Facts, Facts]] | None = None, **parts: Any) -> None:
        facts = (parts.pop("facts_left", ()), parts.pop("facts_right", ())) if find is None else None
        for name, value in (parts | {"_facts": facts, "_find": find}).items():
            object.__setattr__(self, name, value)

    @property
    def facts_left(self) -> Facts:
        """The facts of the left article."""
        return self._found()[0]

    @property
    def facts_right(self) -> Facts:
        """The facts of the right article."""
        return self._found()[1]

    def _found(self) -> tuple[Facts, Facts]:
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
