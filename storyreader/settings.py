"""The reader's own settings: one TOML file, read once. A mistake in it costs only the line it stands on."""

import getpass
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from storyreader.paths import config_folder, content_of, shown

VERDICTS = ("agree", "conflict", "omitted", "unsupported", "opinion", "check", "fixed")
"""What a reader may say of a pair, unless the settings have a list of their own; each is on a digit."""


@dataclass(frozen=True, slots=True)
class Settings:
    """An empty `theme` is the one chosen last; `problems` are sentences about what was ignored and why."""

    theme: str = ""
    marks: str = "unicode"
    semantic: str = "on"
    fetch: str = "off"
    author: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    verdicts: tuple[str, ...] = VERDICTS
    problems: tuple[str, ...] = ()


_MOST_VERDICTS = 9

_CHOICES = {"marks": ("unicode", "ascii"), "semantic": ("on", "off"), "fetch": ("on", "off")}

_EARLIER = {"meaning": "semantic"}
"""Earlier names of settings, which still work."""


def settings_file() -> Path:
    """Where the settings are looked for."""
    return config_folder() / "config.toml"


def read_settings(path: Path | None = None) -> Settings:
    """Read the settings file; with none there, or a broken one, the defaults (and a problem that says so)."""
    path = path or settings_file()
    problems: list[str] = []
    found: dict[str, Any] = {}
    try:
        found = _parsed(content_of(path).decode())
    except FileNotFoundError:
        pass
    except RecursionError:
        problems.append(f"{shown(path)} was ignored: nested too deeply.")
    except (OSError, ValueError) as error:  # both a broken encoding and broken TOML are ValueErrors
        problems.append(f"{shown(path)} was ignored: {error}.")
    values: dict[str, Any] = {"author": _user_name()}
    for given, value in found.items():
        name = _EARLIER.get(given, given)
        if (complaint := _complaint(name, value)) is None:
            values[name] = tuple(value) if isinstance(value, list) else value
        else:
            problems.append(f"{shown(path)}: {complaint}; the default is used.")
    if os.environ.get("STORYREADER_MARKS") in _CHOICES["marks"]:
        values["marks"] = os.environ["STORYREADER_MARKS"]
    return Settings(**values, problems=tuple(problems))


def _parsed(text: str) -> dict[str, Any]:
    import tomllib  # only readers with a settings file pay for it

    return tomllib.loads(text)


def _complaint(name: str, value: Any) -> str | None:
    if name == "keys":
        good = isinstance(value, dict) and all(isinstance(key, str) for key in value.values())
        return None if good else "[keys] must be a table of action = 'key,key'"
    if name == "verdicts":
        good = isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)
        few = good and 0 < len(value) <= _MOST_VERDICTS
        return None if few else f"verdicts must be a list of one to {_MOST_VERDICTS} words in quotes"
    if name not in ("theme", "marks", "semantic", "fetch", "author"):
        return f"unknown setting {name!r}"
    if not isinstance(value, str):
        return f"{name} must be a text in quotes"
    if value not in _CHOICES.get(name, (value,)):
        return f"{name} must be one of {', '.join(_CHOICES[name])}"
    return None


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
