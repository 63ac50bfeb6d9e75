"""The reader's own keys: which of them can be used, and how keys are written for people."""

from collections.abc import Mapping

from textual.keys import _character_to_key

from tui.keymap import ACTIONS, EVERYWHERE, HELP, move_bindings


def keymap_problems(keys: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The reader's own keys that can be used, and sentences about those that cannot.

    All are looked at together, so that two actions may change their keys in any order.
    """
    good: dict[str, str] = {}
    problems: list[str] = []
    for name, chosen in keys.items():
        written = ",".join(_key(part.strip()) for part in chosen.split(","))
        if name not in _places():
            problems.append(f"[keys] {name} is not an action; ? lists them.")
        elif not all(written.split(",")):
            problems.append(f"[keys] {name} = {chosen!r} was ignored: there is no key in it.")
        else:
            good[name] = written
    while clash := next(filter(None, (_clash(name, good) for name in good)), None):
        name, key, other = clash
        problems.append(f"[keys] {name} = {keys[name]!r} was ignored: {key} belongs to {other}.")
        del good[name]
    return good, problems


def _key(written: str) -> str:
    """A key by Textual's name for it; a sign may be written as it is."""
    return _character_to_key(written) if len(written) == 1 else written


def _places() -> dict[str, tuple[str, ...]]:
    """Where each action works, and each move."""
    places = {action.id: action.where for action in ACTIONS}
    return places | {binding.id: (*EVERYWHERE, HELP) for binding in move_bindings() if binding.id}


def _clash(name: str, own: Mapping[str, str]) -> tuple[str, str, str] | None:
    """An action, a key that the reader has given it, and the other action that has it; None when there is none."""
    places = _places()
    for key in own[name].split(","):
        for other, where in places.items():
            if other != name and key in keys_of(other, own).split(",") and _meet(where, places[name]):
                return name, key, other
    return None


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two actions ever work at the same time."""
    return any(
        f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.") for one in some for other in others
    )


def keys_of(name: str, own: Mapping[str, str]) -> str:
    """The keys of an action or a move, the reader's own in place of the usual ones."""
    usual = {action.id: action.keys for action in ACTIONS} | {b.id: b.key for b in move_bindings() if b.id}
    return own.get(name, usual[name])


_KEY_NAMES = {
    "shift+left": "Shift+←", "shift+right": "Shift+→", "left_parenthesis": "(", "right_parenthesis": ")",
    "question_mark": "?", "colon": ":", "slash": "/", "full_stop": ".", "comma": ",", "at": "@", "tilde": "~",
    "plus": "+", "minus": "-", "equals_sign": "=", "less_than_sign": "<",
    "greater_than_sign": ">", "space": "Space",
    "enter": "Enter", "escape": "Esc", "left_square_bracket": "[", "right_square_bracket": "]", "tab": "Tab",
    "shift+tab": "Shift+Tab", "up": "↑", "down": "↓", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "alt+down": "Alt+↓", "alt+up": "Alt+↑",
}  # fmt: skip


def shown_keys(keys: str) -> str:
    """Keys as people write them: "n ] Alt+↓"."""
    return " ".join(_shown_key(key.strip()) for key in keys.split(","))


def _shown_key(key: str) -> str:
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key
