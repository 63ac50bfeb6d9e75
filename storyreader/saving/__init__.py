"""A comparison with the reader's notes becomes a file, and a file becomes both again."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.saving.applying import (
        corrected_comparison as corrected_comparison,
        standing_corrections as standing_corrections,
        with_link_corrections as with_link_corrections,
    )
    from storyreader.saving.boards import (
        SavedBoard as SavedBoard,
        board_corrections as board_corrections,
        board_id as board_id,
        board_items as board_items,
        claim_of as claim_of,
        new_saved_board as new_saved_board,
        on_articles as on_articles,
        places_of as places_of,
        places_target as places_target,
    )
    from storyreader.saving.checking import Saved as Saved
    from storyreader.saving.coder_agreement import (
        agreement as agreement,
        agreement_lines as agreement_lines,
        verdicts_of as verdicts_of,
    )
    from storyreader.saving.exchange import (
        ARTICLE_EXPORT_FORMAT as ARTICLE_EXPORT_FORMAT,
        ARTICLE_NAME as ARTICLE_NAME,
        BOARD_NAME as BOARD_NAME,
        COMPARISON_NAME as COMPARISON_NAME,
        EXPORT_FORMAT as EXPORT_FORMAT,
        IN_SHORT as IN_SHORT,
        ITEM_NAME as ITEM_NAME,
        NOTES_NAME as NOTES_NAME,
        ImportedFile as ImportedFile,
        read_imported_file as read_imported_file,
    )
    from storyreader.saving.history import recorded as recorded, redone as redone, undone as undone
    from storyreader.saving.importing import annotated as annotated, created_from as created_from, imported as imported
    from storyreader.saving.items import (
        Anchor as Anchor,
        ClaimCorrection as ClaimCorrection,
        Item as Item,
        ItemType as ItemType,
        LinkCorrection as LinkCorrection,
        LinkCorrectionKind as LinkCorrectionKind,
        Note as Note,
        Review as Review,
        Step as Step,
        StepAction as StepAction,
        Target as Target,
        living as living,
        now as now,
        whole_items as whole_items,
    )
    from storyreader.saving.model import (
        SavedArticle as SavedArticle,
        SavedComparison as SavedComparison,
        SavedFile as SavedFile,
        SavedType as SavedType,
        article_notes_id as article_notes_id,
        new_saved as new_saved,
        new_saved_article as new_saved_article,
        pair_id as pair_id,
        saved_id as saved_id,
    )
    from storyreader.saving.quotes import QuotedText as QuotedText
    from storyreader.saving.reanchoring import on_article as on_article, orphans as orphans
    from storyreader.saving.recomputing import recomputed as recomputed
    from storyreader.saving.store import Listing as Listing, Store as Store
    from storyreader.saving.summaries import NotedPassage as NotedPassage, SavedSummary as SavedSummary
    from storyreader.saving.targets import (
        anchor_of as anchor_of,
        items_by_row as items_by_row,
        pair_target as pair_target,
        row_of as row_of,
        target_of as target_of,
        words_target as words_target,
    )

_HOMES = {
    "Saved": "checking",
    "ClaimCorrection": "items", "SavedBoard": "boards", "board_corrections": "boards", "board_id": "boards",
    "board_items": "boards",
    "claim_of": "boards", "new_saved_board": "boards", "on_articles": "boards", "places_of": "boards",
    "places_target": "boards",
    "corrected_comparison": "applying", "standing_corrections": "applying", "with_link_corrections": "applying",
    "agreement": "coder_agreement", "agreement_lines": "coder_agreement", "verdicts_of": "coder_agreement",
    "ARTICLE_NAME": "exchange", "BOARD_NAME": "exchange", "ARTICLE_EXPORT_FORMAT": "exchange",
    "COMPARISON_NAME": "exchange",
    "IN_SHORT": "exchange", "NOTES_NAME": "exchange", "EXPORT_FORMAT": "exchange", "ITEM_NAME": "exchange",
    "ImportedFile": "exchange", "read_imported_file": "exchange", "recorded": "history", "redone": "history",
    "undone": "history", "annotated": "importing", "created_from": "importing", "imported": "importing",
    "Anchor": "items", "Item": "items", "ItemType": "items", "LinkCorrection": "items", "LinkCorrectionKind": "items",
    "Note": "items", "Review": "items", "SavedArticle": "model", "SavedComparison": "model", "SavedFile": "model",
    "SavedType": "model", "Step": "items", "StepAction": "items", "Target": "items", "article_notes_id": "model",
    "living": "items", "new_saved": "model", "new_saved_article": "model", "now": "items", "pair_id": "model",
    "saved_id": "model", "QuotedText": "quotes", "orphans": "reanchoring", "on_article": "reanchoring",
    "recomputed": "recomputing", "Listing": "store", "Store": "store", "NotedPassage": "summaries",
    "SavedSummary": "summaries", "anchor_of": "targets", "items_by_row": "targets", "pair_target": "targets",
    "row_of": "targets", "target_of": "targets", "words_target": "targets", "whole_items": "items",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
