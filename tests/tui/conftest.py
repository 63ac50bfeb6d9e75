"""The app's tests compare by words alone, whether or not the extra for comparing by meaning is installed."""

import pytest


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra counts as not installed."""
    monkeypatch.setattr("storyreader.semantic.encoder.find_spec", lambda _: None)
