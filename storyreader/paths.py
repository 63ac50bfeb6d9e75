"""Where storyreader keeps its files: settings, saved comparisons, what can be made again, and exports.

Precedence: STORYREADER_CONFIG_DIR / _DATA_DIR / _CACHE_DIR, then the XDG variables on every system, then the
place the system prefers. Exports go to the reader's documents, or where STORYREADER_EXPORTS_DIR says.
"""

import errno
import os
import stat
from pathlib import Path

from platformdirs import PlatformDirs

from storyreader.errors import StoryReaderError
from storyreader.visible import visible

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


def added_folder() -> Path:
    """The folder of pages that were pasted or came from the web."""
    return data_folder() / "pages"


def cache_folder() -> Path:
    """The folder of what can be made again at any time."""
    return _folder("STORYREADER_CACHE_DIR", "XDG_CACHE_HOME", _SYSTEM.user_cache_dir)


def exports_folder() -> Path:
    """The folder for what the reader takes out: exports, and a file with everything copied."""
    if chosen := os.environ.get("STORYREADER_EXPORTS_DIR"):
        return Path(chosen).expanduser()
    if os.environ.get("STORYREADER_DATA_DIR"):
        return data_folder() / "exports"
    return Path(_SYSTEM.user_documents_dir) / "storyreader"


def given_path(text: str | Path) -> Path:
    """A path as the reader has written it, a tilde for a home. Raises StoryReaderError for what cannot be one."""
    try:
        path = Path(text).expanduser()
        path.exists()
    except (OSError, RuntimeError, ValueError) as error:  # too long, no such home, a NUL in it
        problem = error.strerror if isinstance(error, OSError) else str(error)
        raise StoryReaderError(f"{shown(text)[:200]} cannot be used: {problem}.", "Check the path.") from error
    return path


def content_of(file: Path) -> bytes:
    """The bytes of a file. Raises OSError where there is none, and for a pipe or a device, which may have no end."""
    mode = file.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "it is no ordinary file", str(file))
    return file.read_bytes()


def shown(path: str | Path) -> str:
    """A path as a person writes it: the home folder as a tilde, and nothing in it that a terminal would act upon."""
    text = visible(str(path))
    home = str(Path.home())
    return "~" + text[len(home) :] if text == home or text.startswith(home + os.sep) else text
