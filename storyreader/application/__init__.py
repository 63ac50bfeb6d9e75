"""What screens, shell and servers share: opening a comparison, the reader's notebook, searching, exporting."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.application.adding import keep_fetched as keep_fetched, keep_pasted as keep_pasted
    from storyreader.application.article_notebook import (
        ArticleNotebook as ArticleNotebook,
        open_article_notebook as open_article_notebook,
    )
    from storyreader.application.article_shelf import ArticleShelf as ArticleShelf, OpenedArticle as OpenedArticle
    from storyreader.application.board_notebook import BoardNotebook as BoardNotebook
    from storyreader.application.board_opening import (
        BoardFiles as BoardFiles,
        OpenedBoard as OpenedBoard,
        open_board as open_board,
    )
    from storyreader.application.closer_look import CloserLook as CloserLook, look_closer as look_closer
    from storyreader.application.doctor import Finding as Finding, examine as examine
    from storyreader.application.dossiers import (
        formats_of as formats_of,
        rendered as rendered,
        write_dossier as write_dossier,
        write_dossier_file as write_dossier_file,
        write_dossier_folder as write_dossier_folder,
    )
    from storyreader.application.earlier import earlier_saved as earlier_saved
    from storyreader.application.editing import edit_text as edit_text
    from storyreader.application.errors_log import log_file as log_file, write_log as write_log
    from storyreader.application.finding import (
        MOST as MOST,
        FoundEntry as FoundEntry,
        Shelved as Shelved,
        find_entries as find_entries,
    )
    from storyreader.application.item_book import ItemBook as ItemBook, Turned as Turned
    from storyreader.application.judgements import (
        NO_JUDGEMENTS as NO_JUDGEMENTS,
        FactPlace as FactPlace,
        Judgements as Judgements,
    )
    from storyreader.application.marks import Marks as Marks
    from storyreader.application.notebook import Notebook as Notebook
    from storyreader.application.opening import (
        Files as Files,
        Opened as Opened,
        Saved as Saved,
        compare_again as compare_again,
        compare_files as compare_files,
        compare_semantically as compare_semantically,
        open_comparison as open_comparison,
        stories_across_languages as stories_across_languages,
    )
    from storyreader.application.orphans import orphan_group as orphan_group
    from storyreader.application.outside import (
        address_of as address_of,
        keep_copy as keep_copy,
        open_outside as open_outside,
    )
    from storyreader.application.progress import (
        Progress as Progress,
        read_progress as read_progress,
        remember_place as remember_place,
        remember_row as remember_row,
        row_to_begin as row_to_begin,
    )
    from storyreader.application.reading_shelf import ReadingShelf as ReadingShelf
    from storyreader.application.search import (
        SavedQuery as SavedQuery,
        matching_entries as matching_entries,
        matching_summaries as matching_summaries,
    )
    from storyreader.application.sorting import CLOSEST as CLOSEST, ORDERS as ORDERS, in_order as in_order
    from storyreader.application.source_check import source_changes as source_changes, sources_of as sources_of
    from storyreader.application.unsaved import UNSAVED as UNSAVED

_HOMES = {
    "BoardNotebook": "board_notebook", "BoardFiles": "board_opening", "OpenedBoard": "board_opening",
    "open_board": "board_opening",
    "keep_fetched": "adding", "keep_pasted": "adding",
    "ArticleNotebook": "article_notebook", "open_article_notebook": "article_notebook",
    "ArticleShelf": "article_shelf", "OpenedArticle": "article_shelf", "ItemBook": "item_book", "Turned": "item_book",
    "CloserLook": "closer_look", "look_closer": "closer_look",
    "formats_of": "dossiers", "rendered": "dossiers",
    "write_dossier": "dossiers", "write_dossier_file": "dossiers", "write_dossier_folder": "dossiers",
    "FactPlace": "judgements", "Judgements": "judgements", "NO_JUDGEMENTS": "judgements",
    "earlier_saved": "earlier", "edit_text": "editing", "log_file": "errors_log", "write_log": "errors_log",
    "Marks": "marks", "Notebook": "notebook", "Files": "opening", "Opened": "opening", "Saved": "opening",
    "compare_again": "opening", "compare_files": "opening", "compare_semantically": "opening",
    "open_comparison": "opening", "stories_across_languages": "opening", "orphan_group": "orphans",
    "address_of": "outside", "keep_copy": "outside", "open_outside": "outside", "Progress": "progress",
    "read_progress": "progress", "remember_place": "progress", "remember_row": "progress", "row_to_begin": "progress",
    "ReadingShelf": "reading_shelf", "SavedQuery": "search", "matching_entries": "search",
    "matching_summaries": "search", "source_changes": "source_check", "sources_of": "source_check",
    "FoundEntry": "finding", "MOST": "finding", "Shelved": "finding", "find_entries": "finding", "CLOSEST": "sorting",
    "ORDERS": "sorting", "in_order": "sorting", "UNSAVED": "unsaved", "Finding": "doctor", "examine": "doctor",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
