"""What `storyreader doctor` looks at: folders, terminal, versions, damaged files, scraps; and what it can put right."""

import contextlib
import os
import platform
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path

import storyreader
from storyreader import application, library
from storyreader.atomic import scraps, set_aside, sweep
from storyreader.errors import DamagedFile, StoryReaderError
from storyreader.paths import cache_folder, config_folder, data_folder, exports_folder, shown
from storyreader.saving import Store
from storyreader.settings import read_settings

LIBRARIES = ("textual", "rich", "pydantic", "lxml", "trafilatura", "rapidfuzz", "charset-normalizer", "filelock")
LEAST_ROOM = 50_000_000
"""Bytes on the disk below which saving will soon fail."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `problem` is empty when all is well; `repair` puts it right, and gives what it did."""

    about: str
    says: str
    problem: str = ""
    repair: Callable[[], str] | None = None


def examine() -> Iterator[Finding]:
    """Look at everything; nothing is changed."""
    yield Finding("version", f"storyreader {storyreader.__version__}, Python {platform.python_version()}")
    yield Finding("libraries", ", ".join(f"{name} {_version(name)}" for name in LIBRARIES))
    yield from _terminal()
    folders = {"settings": config_folder(), "data": data_folder(), "cache": cache_folder(), "exports": exports_folder()}
    for name, folder in folders.items():
        yield _folder(name, folder, private=name != "exports")
    problems = read_settings().problems
    yield Finding("settings", "read" if not problems else "read in part", " ".join(problems))
    yield from _saved_files()
    yield from _scraps(folders.values())
    yield _catalogue()
    yield _log()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "is missing"


def _terminal() -> Iterator[Finding]:
    size = shutil.get_terminal_size()
    inside = next((name for name in ("TMUX", "STY", "SSH_TTY") if os.environ.get(name)), "")
    known = {name: os.environ.get(name, "") for name in ("TERM", "COLORTERM", "NO_COLOR", "COLORFGBG", "LANG")}
    told = ", ".join(f"{name}={value}" for name, value in known.items() if value)
    where = {"TMUX": "in tmux", "STY": "in screen", "SSH_TTY": "over ssh"}.get(inside, "")
    yield Finding("terminal", " ".join(part for part in (told, f"{size.columns}x{size.lines}", where) if part))
    if known["TERM"] in ("", "dumb", "unknown"):
        yield Finding("terminal", "", "This terminal cannot show the app; list, clean and compare work.")
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    if encoding not in ("utf8", "utf8sig"):
        yield Finding("terminal", "", f"Text is written as {encoding}; set LANG to a UTF-8 locale for all scripts.")
    if size.columns < 40 or size.lines < 10:
        yield Finding("terminal", "", "The app needs 40 columns and 10 rows.")


def _folder(name: str, folder: Path, *, private: bool) -> Finding:
    there = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if not os.access(there, os.W_OK | os.X_OK) or not there.is_dir():
        return Finding(name, shown(folder), f"Nothing can be written to {shown(folder)}. Check who may write there.")
    room = shutil.disk_usage(there).free
    if room < LEAST_ROOM:
        return Finding(name, shown(folder), f"Only {room // 1_000_000} MB are left on the disk of {shown(folder)}.")
    if private and folder.exists() and os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        return Finding(name, shown(folder), f"Others may look into {shown(folder)}.", lambda: _close(folder))
    return Finding(name, shown(folder))


def _close(folder: Path) -> str:
    folder.chmod(0o700)
    return f"{shown(folder)} is yours alone now."


def _saved_files() -> Iterator[Finding]:
    store = Store()
    files = sorted(store.folder.glob("*.json")) if store.folder.is_dir() else []
    damaged = 0
    for file in files:
        try:
            store.check(file.stem)
        except DamagedFile as error:
            damaged += 1
            yield Finding("saved file", "", error.message, partial(_put_aside, file))
        except StoryReaderError as error:
            damaged += 1
            yield Finding("saved file", "", str(error))
    aside = len(list(store.folder.glob("*.damaged-*"))) if store.folder.is_dir() else 0
    also = f", {aside} damaged ones set aside earlier" if aside else ""
    yield Finding("saved files", f"{len(files) - damaged} of {len(files)} can be opened{also}")


def _put_aside(file: Path) -> str:
    return f"{shown(file)} is kept as {shown(set_aside(file))}."


def _scraps(folders: Iterable[Path]) -> Iterator[Finding]:
    places = [*folders, Store().folder]
    found = [scrap for folder in places for scrap in scraps(folder)]
    if found:
        problem = f"{len(found)} scraps of storyreaders that were killed while saving."
        yield Finding("scraps", "", problem, lambda: f"{sum(map(sweep, places))} removed.")
    else:
        yield Finding("scraps", "none")


def _catalogue() -> Finding:
    file = library.catalogue_file()
    if not file.exists():
        return Finding("catalogue", "none yet")
    try:
        with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=1)) as connection:
            state = str(connection.execute("PRAGMA quick_check").fetchone()[0])
    except sqlite3.Error as error:
        state = str(error)
    if state != "ok":
        problem = f"The catalogue of the library is damaged ({state[:80]}); it can be made anew from the pages."
        return Finding("catalogue", shown(file), problem, lambda: _put_aside(file))
    return Finding("catalogue", f"{shown(file)}, {file.stat().st_size // 1000} kB")


def _log() -> Finding:
    file = application.log_file()
    if not file.exists():
        return Finding("faults", "none noted")
    return Finding("faults", f"{shown(file)}, {file.stat().st_size // 1000} kB; it holds no word of any article")
