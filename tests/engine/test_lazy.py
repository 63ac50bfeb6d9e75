"""What is worked out late is, to everybody else, as if it had been there from the beginning."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from storyreader import Comparison, Link, compare
from storyreader.alignment import wording
from storyreader.comparison import Ground
from storyreader.lazy import LazyComparison, LazyLink
from storyreader.saving import new_saved
from tests.engine.stories import COAST_HERALD, HARBOUR_POST, article

POST, HERALD = article(HARBOUR_POST), article(COAST_HERALD)


def plain(told: Link | Comparison) -> Link | Comparison:
    kind: Callable[..., Link | Comparison] = Link if isinstance(told, Link) else Comparison
    return kind(*(getattr(told, field.name) for field in fields(told)))


def test_a_late_link_equals_one_with_all_its_parts() -> None:
    links = compare(POST, HERALD).links
    assert links
    for link in links:
        assert isinstance(link, LazyLink)
        assert link == plain(link)
        assert plain(link) == link
        assert hash(link) == hash(plain(link))
        assert link != replace(link, score=1.0)


def test_a_late_link_can_be_replaced_copied_and_pickled() -> None:
    link = next(link for link in compare(POST, HERALD).links if link.changes)
    told = Ground("written", ("told so",))
    noted = replace(link, grounds=(told,), moved=True)
    assert (noted.reasons, noted.moved, noted.changes) == (("told so",), True, link.changes)
    assert copy.copy(link) == pickle.loads(pickle.dumps(link)) == link


def test_facts_are_found_when_they_are_first_read() -> None:
    comparison = compare(POST, HERALD)
    assert isinstance(comparison, LazyComparison)
    assert comparison.facts_left
    assert comparison == plain(comparison) == pickle.loads(pickle.dumps(comparison))
    changed = replace(comparison, facts_left=())
    assert changed.facts_left == ()
    assert changed.facts_right == comparison.facts_right


def test_a_late_comparison_is_saved_whole() -> None:
    comparison = compare(POST, HERALD)
    restored = new_saved(comparison).restored()
    assert restored.links == comparison.links
    assert restored.facts_left == comparison.facts_left


def test_wording_is_not_looked_at_before_somebody_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*given: object) -> None:
        raise AssertionError(given)

    monkeypatch.setattr(wording, "_differ", never)
    links = compare(POST, HERALD).links
    assert links
