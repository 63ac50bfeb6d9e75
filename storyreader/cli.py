"""The command line: the app, and the same product for pipes and scripts.

Only the standard library is loaded here: a room loads what a command asks it for. Exit status: 0 done, 1 the articles
differ (with --exit-code) or some file could not be read, 2 bad use, 3 a fault of our own.
"""

import argparse
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import storyreader
from storyreader import (
    application,
    cli_board,
    cli_corpus,
    cli_doctor,
    cli_library,
    cli_saved,
    comparing,
    exporting,
    findings,
    library,
    loading,
    semantic,
)
from storyreader.cli_reading import readable, telling
from storyreader.errors import StoryReaderError
from storyreader.printing import ProgressLine, gated
from storyreader.visible import escaped_json

if TYPE_CHECKING:
    from storyreader.article import Article
    from storyreader.errors import UnreadablePage
    from storyreader.page import Page

MOMENT_SECONDS = 1
"""Threads that led worker processes have so long to end."""

DONE, DIFFERS, BAD_USE, FAULT = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    saved = {"export": cli_saved.export, "import": cli_saved.import_, "agreement": cli_saved.agreement}
    large = {"list": cli_library.list_articles, "search": cli_library.search, "pairs": cli_corpus.pairs}
    many = {"board": cli_board.board, **large}
    commands = {"clean": _clean, "compare": _compare, "doctor": cli_doctor.doctor, **many, **saved}
    with gated():
        return _spoken(
            partial(commands[given[0]], given[1:]) if given and given[0] in commands else partial(_app, given)
        )


def _spoken(command: Callable[[], int]) -> int:
    """Run a command; what stops it is said in a sentence."""
    try:
        status = command()
        sys.stdout.flush()
        return status
    except StoryReaderError as error:
        print(f"storyreader: {error}", file=sys.stderr)
        return BAD_USE
    except BrokenPipeError:
        _hush()  # the reader of our output has left: nothing more to say
        return DONE
    except OSError as error:
        _hush()
        what = "The output could not be written" if error.filename is None else f"{error.filename} cannot be used"
        print(f"storyreader: {what}: {error.strerror or error}.", file=sys.stderr)
        return BAD_USE
    except KeyboardInterrupt:
        _end_workers()
        ProgressLine.wipe_all()
        return 130
    except Exception as error:
        file = application.write_log(error)
        print(
            f"storyreader: a fault of its own ({type(error).__name__}). Details, without a word of any article, are in "
            f"{file}; please report it.",
            file=sys.stderr,
        )
        return FAULT


def _end_workers() -> None:
    """Nobody waits for what worker processes are about. The threads that led them end with them: Python 3.13 complains
    when it ends in the moment between.
    """
    workers = sys.modules["multiprocessing"].active_children() if "multiprocessing" in sys.modules else []
    for worker in workers:
        worker.kill()
    if workers:
        end = time.monotonic() + MOMENT_SECONDS
        for thread in threading.enumerate():
            if not thread.daemon and thread not in {threading.main_thread(), threading.current_thread()}:
                thread.join(max(0, end - time.monotonic()))


def _hush() -> None:
    """Have nothing written at exit to an output that takes nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _app(given: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="storyreader",
        description="Read several outlets' accounts of one event, and see what two of them share, reword, leave out "
        "and contradict.",
        epilog="Commands for scripts: storyreader clean | compare | board | list | search | export | import | "
        "agreement | doctor (each with --help). "
        "A folder with the name of a command is opened as ./NAME.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files or folders; two files are compared at once; none: the sample stories",
    )
    parser.add_argument("--blind", action="store_true", help="hide the outlets' names until Z shows them")
    parser.add_argument("--version", action="version", version=f"storyreader {storyreader.__version__}")
    options = parser.parse_args(given)
    for path in options.paths:
        _check_path(path)
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise StoryReaderError(
            "The app needs a terminal.", "In a pipe use: storyreader list, clean, compare or board (see --help)."
        )
    from tui.app import run

    return run(options.paths, blind=options.blind)


def _check_path(path: str) -> None:
    from storyreader.paths import given_path  # needs platformdirs, which help and version do without

    if not given_path(path).exists():
        raise StoryReaderError(f"There is no file or folder {path}.", "Check the spelling of the path.")


def _clean(given: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="storyreader clean", description="Articles out of page dumps and HTML.")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders; - is the standard input")
    _add_fetching(parser)
    parser.add_argument("--format", choices=("text", "json", "jsonl", "markdown"), default="text")
    parser.add_argument("--explain", action="store_true", help="every page line with its verdict")
    parser.add_argument("--learn", action="store_true", help="use what the files teach about their outlets' pages")
    parser.add_argument("--jobs", type=int, metavar="N", help="worker processes (default: what pays on this machine)")
    parser.add_argument("--progress", action="store_true", help="tell the progress on stderr even in a pipe")
    options = parser.parse_args(given)
    files = list({str(getattr(one, "path", one)): one for one in _given(options.paths, options)}.values())
    told = options.progress or (len(files) > 1 and sys.stderr.isatty())
    found = library.read_articles(files, options.jobs)
    if options.learn:
        found = library.read_again(list(telling(found, len(files), "read") if told else found), options.jobs)
    found = telling(found, len(files), "cleaned") if told else found
    problems: list[StoryReaderError] = []
    _print_articles(readable(found, problems), "explain" if options.explain else options.format)
    return DIFFERS if problems else DONE


def _add_fetching(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fetch", action="store_true", help="get addresses of the web too; nothing is got without it")
    parser.add_argument("--allow-private", action="store_true", help="with --fetch: also from your own network")


def _given(paths: Sequence[str], options: argparse.Namespace) -> Iterator["str | Page | UnreadablePage"]:
    """The files that are meant, and the pages that come through the standard input or from the web."""
    for path in paths:
        if path == "-":
            yield from loading.read_stream(sys.stdin.buffer)
        elif not loading.is_address(path):
            yield from library.find_files([path])
        elif options.fetch:
            yield from loading.fetch_pages(path, allow_private=options.allow_private)
        else:
            raise StoryReaderError(f"{path} is an address of the web.", "To get it from there add --fetch.")


def _one_article(path: str, options: argparse.Namespace) -> "Article":
    """The article that one argument means."""
    if path != "-" and not loading.is_address(path):
        return library.read_article(path)
    found = list(_given([path], options))
    if len(found) > 1:
        raise StoryReaderError(f"{path} holds many pages.", "Save it to a file, and name one of them as FILE#PLACE.")
    if isinstance(found[0], StoryReaderError):
        raise found[0]
    return library.article_of(cast("Page", found[0]))


def _print_articles(articles: Iterator["Article"], form: str) -> None:
    if form == "json":
        documents = [exporting.article_document(article) for article in articles]
        _print_json(documents[0] if len(documents) == 1 else documents)
    elif form == "jsonl":
        for article in articles:
            print(escaped_json(json.dumps(exporting.article_document(article), ensure_ascii=False)))
    else:
        write = {
            "markdown": exporting.article_markdown,
            "explain": exporting.explained_text,
            "text": exporting.article_text,
        }[form]
        for number, article in enumerate(articles):
            print(("\n" if number else "") + write(article), end="")


def _compare(given: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="storyreader compare", description="What two articles share and where they differ."
    )
    parser.add_argument("left", metavar="A", help="file of the left article; - is the standard input")
    parser.add_argument("right", metavar="B", help="file of the right article")
    _add_fetching(parser)
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.add_argument("--exit-code", action="store_true", help="exit 1 when the articles differ")
    parser.add_argument(
        "--semantic", action="store_true", help="also by meaning and across languages; needs storyreader[semantic]"
    )
    options = parser.parse_args(given)
    encoder = semantic.load_encoder() if options.semantic else None
    left, right = (_one_article(path, options) for path in (options.left, options.right))
    comparison = comparing.compare(left, right, encoder)
    found = findings.find_findings(comparison)
    if options.format == "json":
        _print_json(exporting.comparison_document(comparison, found))
    else:
        write = {"text": exporting.comparison_text, "markdown": exporting.comparison_markdown}[options.format]
        print(write(comparison, found), end="")
    differs = any(row.kind != "same" for row in comparison.rows)
    return DIFFERS if options.exit_code and differs else DONE


def _print_json(document: Any) -> None:
    print(escaped_json(json.dumps(document, ensure_ascii=False, indent=2)))
