"""The command for many accounts of one event: all of them as one board.

Only the standard library is loaded here: a room loads what a command asks it for. Exit status as in `cli`.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from storyreader import application, exporting, library, story_board
from storyreader.cli_reading import readable, telling
from storyreader.errors import StoryReaderError
from storyreader.printing import print_document
from storyreader.visible import visible

if TYPE_CHECKING:
    from storyreader.article import Article

ALL_READ, SOME_NOT_READ = 0, 1
LEAST = 2
_NO_TITLE = "The story"


def board(given: Sequence[str]) -> int:
    """Print the articles of files and folders as one board; exit with 1 when something could not be read."""
    parser = argparse.ArgumentParser(
        prog="storyreader board",
        description="Many accounts of one event, claim by claim: what each says, rewords, contradicts and leaves out, "
        "which have a source in common, who told what first, who is quoted.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders; all their articles are one board")
    parser.add_argument(
        "--format",
        choices=tuple(exporting.BOARD_FILES),
        default="text",
        help="text is to be read from top to bottom; classroom is a sheet to fill in, answers what belongs into it",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output")
    parser.add_argument("--blind", action="store_true", help="hide the outlets' names")
    parser.add_argument("--jobs", type=int, metavar="N", help="worker processes (default: what pays on this machine)")
    parser.add_argument("--progress", action="store_true", help="tell the progress on stderr even in a pipe")
    options = parser.parse_args(given)
    files = library.find_files(options.paths)
    found = library.read_articles(files, options.jobs)
    problems: list[StoryReaderError] = []
    told = options.progress or (len(files) > 1 and sys.stderr.isatty())
    articles = _once_each(readable(telling(found, len(files), "cleaned") if told else found, problems))
    if len(articles) < LEAST:
        few = "No article" if not articles else "Only one article"
        raise StoryReaderError(
            f"{few} could be read, and a board needs {LEAST}.",
            "Name more files of the same event; `storyreader clean PATH` shows what is found in each.",
        )
    dossier = exporting.BoardDossier(story_board.board(articles), _title(articles), options.blind)
    content = exporting.render_board(dossier, options.format)
    if options.output:
        from storyreader.paths import given_path  # needs platformdirs, which help and version do without

        application.write_dossier_file(given_path(options.output), content)
    else:
        print_document(content)
    return SOME_NOT_READ if problems else ALL_READ


def _once_each(articles: Iterable["Article"]) -> list["Article"]:
    """The articles, the same page in several files once: it would look like two accounts."""
    known: dict[str, Article] = {}
    for article in articles:
        first = known.setdefault(article.name, article)
        if first is not article:
            same = f"{visible(article.path)} is the same page as {visible(first.path)}, and taken once"
            print(f"storyreader: {same}.", file=sys.stderr)
    return list(known.values())


def _title(articles: Sequence["Article"]) -> str:
    """What the headlines call the story; the name of a file would tell the outlet."""
    entries = [library.entry_of(article) for article in articles if article.headline]
    return library.story_title(entries) if entries else _NO_TITLE
