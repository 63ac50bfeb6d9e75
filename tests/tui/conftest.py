"""The app's tests compare by words alone, whether or not the extra for comparing by meaning is installed."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra counts as not installed."""
    monkeypatch.setattr("storyreader.semantic.encoder.find_spec", lambda _: None)


@pytest.fixture(autouse=True)
def card_put_away(own_folders: Path) -> None:
    """The card of the first day is away, as it is for most readers on most days."""
    file = own_folders / "data" / "remembered.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"card_put_away": true}', encoding="utf-8")


@pytest.fixture(autouse=True)
def not_watched(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders are watched in the tests of that alone: what they look over again would be waited for everywhere."""
    if not request.module.__name__.endswith("test_watching"):
        monkeypatch.setattr("tui.reading.watcher.Watcher.scan_ended", lambda _: None)
