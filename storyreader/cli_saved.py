"""The commands for saved comparisons: taking them out, bringing a colleague's in, measuring how far two coders agree.

Only the standard library is loaded here: a room loads what a command asks it for. Exit status as in `cli`.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from storyreader import application, exporting, saving
from storyreader.errors import StoryReaderError
from storyreader.printing import print_document
from storyreader.visible import escaped_json, visible

if TYPE_CHECKING:
    from storyreader.saving import ImportedFile, Saved, SavedBoard, SavedComparison, Store

DONE, PARTLY = 0, 1


def export(given: Sequence[str]) -> int:
    """Write one saved comparison, or the notes on an article, in one format, or all of them in every format."""
    parser = argparse.ArgumentParser(
        prog="storyreader export",
        description="A saved comparison as a dossier that another person can check: both sources, both quotations, "
        "what differs, verdicts, notes, evidence. Or a saved board, or the notes on a single article.",
    )
    parser.add_argument(
        "what", nargs="?", metavar="ID|FILE", help="the name of what is saved (or its beginning), or a file"
    )
    parser.add_argument(
        "--format",
        choices=tuple(exporting.FILES | exporting.BOARD_FILES),
        help="default: markdown; with --all: every format",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output")
    parser.add_argument("--all", metavar="DIR", dest="everything", help="all that is saved, a folder each in DIR")
    options = parser.parse_args(given)
    if (options.what is None) == (options.everything is None) or (options.everything and options.output):
        parser.error("give one of what is saved (ID or FILE), or --all DIR")
    if options.everything:
        return _export_all(_path(options.everything), options.format)
    content = application.rendered(_exported(options.what), options.format or "markdown")
    if options.output:
        application.write_dossier_file(_path(options.output), content)
    else:
        print_document(content)
    return DONE


def _export_all(folder: Path, form: str | None) -> int:
    store, failed = saving.Store(), 0
    listing = store.listing()
    for head in listing.heads:
        try:
            saved = store.load_file(head.id)
            if saved is None:
                continue  # deleted by another storyreader meanwhile
            application.write_dossier_folder(saved, [form] if form else application.formats_of(saved), folder)
        except StoryReaderError as error:
            failed += 1
            _tell(str(error))
    for problem in listing.problems:
        _tell(problem)
    _tell(f"{len(listing.heads) - failed} of {len(listing.heads)} written to {folder}")
    return PARTLY if failed or listing.problems else DONE


def _tell(text: str) -> None:
    sys.stderr.write(f"storyreader: {text}\n")


def _path(text: str) -> Path:
    from storyreader.paths import given_path  # needs platformdirs, which help and version do without

    return given_path(text)


def _author() -> str:
    from storyreader.settings import read_settings  # needs platformdirs, which help and version do without

    return read_settings().author


def _exported(what: str) -> "Saved":
    """What a name, the beginning of one, or a file means."""
    if _path(what).is_file():
        handed = saving.read_imported_file(what)
        saved = handed.saved or handed.board or handed.article
        if saved is None:
            raise StoryReaderError(f"{what} holds annotations, and not what they are on.", "Import it first.")
        return saved
    store = saving.Store()
    names = sorted(file.stem for file in store.folder.glob("*.json") if file.stem.startswith(what)) if what else []
    exact = [name for name in names if name == what] or names
    found = store.load_file(exact[0]) if len(exact) == 1 else None
    if found is None:
        few = (
            f"{len(exact)} saved files begin with {what!r}" if exact else f"Nothing saved and no file is called {what}"
        )
        raise StoryReaderError(f"{few}.", "The saved list (B in the app) and `storyreader export --all DIR` name them.")
    return found


def _saved(what: str) -> "SavedComparison":
    """The comparison that a name, the beginning of one, or a file means."""
    found = _exported(what)
    if not isinstance(found, saving.SavedComparison):
        raise StoryReaderError(f"{what} holds no comparison of two articles.", "Name a comparison.")
    return found


def import_(given: Sequence[str]) -> int:
    """Bring a colleague's notes in."""
    parser = argparse.ArgumentParser(
        prog="storyreader import",
        description="A colleague's notes, reviewed marks and corrections, from a JSON or W3C export. They stay theirs; "
        "nothing of yours is overwritten; u in the app takes the import back.",
    )
    parser.add_argument("file", metavar="FILE", help="what `storyreader export --format json` or `w3c` wrote")
    parser.add_argument("--into", metavar="ID", help="the comparison that annotations of another program are on")
    options = parser.parse_args(given)
    handed, store = saving.read_imported_file(options.file), saving.Store()
    if handed.article is not None:
        raise StoryReaderError(f"{options.file} holds the notes on a single article.", "Only comparisons are imported.")
    if handed.board is not None:
        return _import_board(store, handed.board)
    if handed.left_out:
        _tell(f"{handed.left_out} annotations were not understood and left out.")
    mine = _saved(options.into) if options.into else _mine(store, handed)
    if mine is None:
        if handed.saved is None:
            raise StoryReaderError(
                "None of your saved comparisons is known to be of these pages.",
                "Name it with --into ID, or import your colleague's JSON export first.",
            )
        saved = store.save(saving.created_from(handed.saved))
        sys.stdout.write(f"{visible(saved.title)}: new here, with {len(saved.living_notes)} notes ({saved.id})\n")
    else:
        _merge(store, mine, handed)
    return PARTLY if handed.left_out else DONE


def _import_board(store: "Store", board: "SavedBoard") -> int:
    """A colleague's board beside one's own of the same pages: every item in its latest state."""
    board = board.model_copy(update={"id": saving.board_id(board.restored())})
    mine = store.load_board(board.id)
    known = {item.id for item in saving.board_items(mine)} if mine else set[str]()
    saved = store.save(board if mine is None else mine.merged_with(board))
    new = sum(item.id not in known for item in saving.board_items(saved))
    sys.stdout.write(f"{visible(saved.title)}: {new} new ({saved.id})\n")
    return DONE


def _merge(store: "Store", mine: "SavedComparison", handed: "ImportedFile") -> None:
    if handed.saved is not None:
        found = saving.imported(mine, handed.saved, _author(), handed.by)
    else:
        found = saving.annotated(mine, handed.annotations, _author())
    if found.new or found.later or found.beside:
        store.save(found.saved)
    told = [f"{found.new} new", f"{found.later} in a later state", f"{found.beside} beside your own"]
    told += [f"{found.orphaned} orphaned"] if found.orphaned else []
    sys.stdout.write(f"{visible(mine.title)}: {', '.join(told)} ({mine.id})\n")


def _mine(store: "Store", handed: "ImportedFile") -> "SavedComparison | None":
    """One's own comparison of the pages that a file is about."""
    names = [handed.saved.id] if handed.saved is not None else [handed.comparison]
    if handed.saved is not None:
        sides = [handed.saved.comparison.get(side, {}) for side in ("left", "right")]
        names.append(saving.pair_id(*(side.get("content_hash") or side.get("id") or "" for side in sides)))
    pages = {page for annotation in handed.annotations for page in annotation.quotes}
    if len(pages) == 2:
        names.append(saving.pair_id(*pages))
    for name in names:
        if not re.fullmatch(r"[\w-]+", name) or (saved := store.load(name)) is None:
            continue
        if handed.saved is None or set(saved.names.values()) & set(handed.saved.names.values()):
            return saved  # a name alone could be that of a comparison of other pages
    return None


def agreement(given: Sequence[str]) -> int:
    """Tell how far two coders agree."""
    parser = argparse.ArgumentParser(
        prog="storyreader agreement",
        description="Two coders on one comparison: the pairs both gave a verdict to, raw agreement, Cohen's kappa, and "
        "the pairs they differ on.",
    )
    parser.add_argument("first", metavar="FILE", help="a saved comparison, JSON or W3C export of one coder")
    parser.add_argument("second", metavar="FILE", nargs="?", help="the other coder's; left out: both are in one file")
    parser.add_argument("--coders", nargs=2, metavar="NAME", default=("", ""), help="their verdicts alone")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(given)
    if options.second is None and not all(options.coders):
        parser.error("one file needs --coders NAME NAME")
    files = [saving.read_imported_file(options.first), saving.read_imported_file(options.second or options.first)]
    coders = zip(files, options.coders, strict=True)
    found = saving.agreement(*(saving.verdicts_of(file, coder) for file, coder in coders))
    if options.format == "json":
        document = {"format": "storyreader-agreement", "version": 1, **asdict(found)}
        sys.stdout.write(escaped_json(json.dumps(document, ensure_ascii=False, indent=1)) + "\n")
    else:
        names = (options.coders[0] or "first", options.coders[1] or "second")
        sys.stdout.write("\n".join(saving.agreement_lines(found, names)) + "\n")
    return DONE
