"""The app's tests compare by words alone, whether or not the extra for comparing by meaning is installed."""

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.widgets import Input, TextArea

from storyreader.article import Article
from storyreader.cleaning import clean_page
from storyreader.page import Page


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


@pytest.fixture(autouse=True, scope="session")
def cleaned_once() -> Iterator[None]:
    """A page on which nothing is corrected is cleaned once for all tests of the app, which are not about cleaning.

    The file is read anew each time: one that has changed is another page.
    """
    known: dict[object, Article] = {}

    def clean(page: Page, *rest: object) -> Article:
        if any(rest) or page.stated:
            return clean_page(page, *rest)  # type: ignore[arg-type]  # passed on as it came
        key = (page.path, page.content_hash, page.media, page.url, page.saved, page.cleaned, page.cut)
        if key not in known:
            known[key] = clean_page(page)
        return known[key]

    with pytest.MonkeyPatch.context() as patching:
        patching.setattr("storyreader.cleaning.clean_page", clean)
        yield


@pytest.fixture(autouse=True)
def typed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Characters that go into a field do not wait for one another, as when a reader types quickly; all other keys do,
    for whatever came before them too.
    """
    press_keys = App._press_keys

    async def press(self: App[None], keys: Iterable[str]) -> None:
        for key in keys:
            if len(key) == 1 and isinstance(self.focused, (Input, TextArea)):
                self.post_message(events.Key(key if key.isalnum() else _character_to_key(key), key))
                await asyncio.sleep(0)
            else:
                await press_keys(self, [key])

    monkeypatch.setattr(App, "_press_keys", press)
