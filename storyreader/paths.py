"""Where storyreader keeps its files: settings, saved comparisons, and what can be made again.

Precedence: STORYREADER_CONFIG_DIR / _DATA_DIR / _CACHE_DIR, then the XDG variables on every system, then the
place the system prefers.
"""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_SYSTEM = PlatformDirs("storyreader", appauthor=False)


def _folder(own: str, xdg: str, system: str) -> Path:
    if chosen := os.environ.get(own):
        return Path(chosen).expanduser()
    if base := os.environ.get(xdg):
        return Path(base).expanduser() / "storyreader"
    return Path(system)


def config_folder() -> Path:
    """The folder of the settings file."""
    return _folder("STORYREADER_CONFIG_DIR", "XDG_CONFIG_HOME", _SYSTEM.user_config_dir)


def data_folder() -> Path:
    """The folder of everything that must not be lost."""
    return _folder("STORYREADER_DATA_DIR", "XDG_DATA_HOME", _SYSTEM.user_data_dir)


def cache_folder() -> Path:
    """The folder of what can be made again at any time."""
    return _folder("STORYREADER_CACHE_DIR", "XDG_CACHE_HOME", _SYSTEM.user_cache_dir)


def shown(path: str | Path) -> str:
    """A path as a person writes it: the home folder as a tilde."""
    text = str(path)
    home = str(Path.home())
    return "~" + text[len(home) :] if text == home or text.startswith(home + os.sep) else text
