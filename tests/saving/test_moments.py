"""What is made one after the other keeps that order, however quickly it is made."""

from datetime import UTC, datetime, timedelta

import pytest

from storyreader.saving import items
from storyreader.saving.items import Note, Target, living, now


class Clock:
    """Stands in for `datetime` and tells one moment until it is set."""

    moment = datetime(2400, 5, 4, 12, 0, tzinfo=UTC)

    @classmethod
    def now(cls, zone: object) -> datetime:
        assert zone is UTC
        return cls.moment


def test_notes_of_one_millisecond_stay_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "datetime", Clock)
    notes = [Note(target=Target(), text=str(number)) for number in range(50)]
    assert [note.text for note in living(notes[::-1])] == [note.text for note in notes]


def test_a_clock_that_was_put_back_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "datetime", Clock)
    monkeypatch.setattr(Clock, "moment", Clock.moment + timedelta(days=2))
    late = now()
    monkeypatch.setattr(Clock, "moment", late - timedelta(days=1))
    assert now() == late - timedelta(days=1)
