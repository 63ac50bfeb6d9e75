"""The keys of a mode as the key line, ? and the palette show them."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding

from tui.keymap import KEY_LINE, Action, action_named, actions_of, does, move_bindings
from tui.own_keys import keys_of, shown_keys
from tui.synonyms import SYNONYMS
from widgets.form import Form


class Key(NamedTuple):
    """An action as the reader sees it: `keys` as people write them, a word, a sentence, and what finds it.

    `action` is what Textual is asked to run.
    """

    id: str
    keys: str
    word: str
    help: str
    action: str
    also: str = ""

    @property
    def in_line(self) -> str:
        """The first of its keys, and its word."""
        return f"{self.keys.split(' ', maxsplit=1)[0]} {self.word}"

    def has(self, words: str) -> bool:
        """Whether it is found by each of some words."""
        searched = f"{self.keys} {self.id} {self.word} {self.help} {self.also}".casefold()
        return all(word in searched for word in words.casefold().split())


def mode_keys(mode: str, own: Mapping[str, str]) -> list[Key]:
    """All keys that work in a mode, those of the whole app last; `own` are the reader's."""
    return [_key(action, own) for action in sorted(actions_of(mode), key=lambda action: action.id.startswith("app."))]


def line_of(mode: str, own: Mapping[str, str]) -> list[Key]:
    """The keys that the key line shows in a mode, the commonest first."""
    found = []
    for entry in KEY_LINE[mode]:
        name, _, word = entry.partition("=")
        key = _key(action_named(name), own)
        found.append(key._replace(word=word) if word else key)
    return found


def move_keys(own: Mapping[str, str]) -> list[Key]:
    """The moving keys."""
    return [_bound(binding, own, f"focused.{binding.action}") for binding in move_bindings()]


def form_keys(form: Form) -> list[Key]:
    """The keys of an open form, which has all the others while the reader writes in it."""
    return [_bound(binding, {}, binding.action) for binding in form.own_keys]


def _key(action: Action, own: Mapping[str, str]) -> Key:
    keys = shown_keys(keys_of(action.id, own))
    return Key(action.id, keys, action.short, action.help, does(action), SYNONYMS.get(action.id, ""))


def _bound(binding: Binding, own: Mapping[str, str], action: str) -> Key:
    keys = shown_keys(own.get(binding.id or "", binding.key))
    word = binding.description.lower()
    return Key(binding.id or "", keys, word, binding.tooltip or word, action)
