"""A comparison with the reader's notes becomes a file, and a file becomes both again."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.saving.applying import (
        corrected_comparison as corrected_comparison,
    )
    from storyreader.saving.applying import (
        standing_corrections as standing_corrections,
    )
    from storyreader.saving.applying import (
        with_link_corrections as with_link_corrections,
    )
    from storyreader.saving.coder_agreement import (
        agreement as agreement,
    )
    from storyreader.saving.coder_agreement import (
        agreement_lines as agreement_lines,
    )
    from storyreader.saving.coder_agreement import (
        verdicts_of as verdicts_of,
    )
    from storyreader.saving.exchange import (
        ARTICLE_NAME as ARTICLE_NAME,
    )
    from storyreader.saving.exchange import (
        COMPARISON_NAME as COMPARISON_NAME,
    )
    from storyreader.saving.exchange import (
        EXPORT_FORMAT as EXPORT_FORMAT,
    )
    from storyreader.saving.exchange import (
        ITEM_NAME as ITEM_NAME,
    )
    from storyreader.saving.exchange import (
        ImportedFile as ImportedFile,
    )
    from storyreader.saving.exchange import (
        read_imported_file as read_imported_file,
    )
    from storyreader.saving.history import (
        recorded as recorded,
    )
    from storyreader.saving.history import (
        redone as redone,
    )
    from storyreader.saving.history import (
        undone as undone,
    )
    from storyreader.saving.importing import (
        annotated as annotated,
    )
    from storyreader.saving.importing import (
        created_from as created_from,
    )
    from storyreader.saving.importing import (
        imported as imported,
    )
    from storyreader.saving.model import (
        Anchor as Anchor,
    )
    from storyreader.saving.model import (
        Item as Item,
    )
    from storyreader.saving.model import (
        ItemChange as ItemChange,
    )
    from storyreader.saving.model import (
        ItemType as ItemType,
    )
    from storyreader.saving.model import (
        LinkCorrection as LinkCorrection,
    )
    from storyreader.saving.model import (
        LinkCorrectionKind as LinkCorrectionKind,
    )
    from storyreader.saving.model import (
        Note as Note,
    )
    from storyreader.saving.model import (
        Review as Review,
    )
    from storyreader.saving.model import (
        SavedComparison as SavedComparison,
    )
    from storyreader.saving.model import (
        Step as Step,
    )
    from storyreader.saving.model import (
        StepAction as StepAction,
    )
    from storyreader.saving.model import (
        Target as Target,
    )
    from storyreader.saving.model import (
        living as living,
    )
    from storyreader.saving.model import (
        new_saved as new_saved,
    )
    from storyreader.saving.model import (
        now as now,
    )
    from storyreader.saving.model import (
        pair_id as pair_id,
    )
    from storyreader.saving.model import (
        saved_id as saved_id,
    )
    from storyreader.saving.quotes import (
        QuotedText as QuotedText,
    )
    from storyreader.saving.reanchoring import (
        orphans as orphans,
    )
    from storyreader.saving.recomputing import (
        recomputed as recomputed,
    )
    from storyreader.saving.store import (
        Listing as Listing,
    )
    from storyreader.saving.store import (
        Store as Store,
    )
    from storyreader.saving.summaries import (
        SavedSummary as SavedSummary,
    )
    from storyreader.saving.targets import (
        anchor_of as anchor_of,
    )
    from storyreader.saving.targets import (
        items_by_row as items_by_row,
    )
    from storyreader.saving.targets import (
        pair_target as pair_target,
    )
    from storyreader.saving.targets import (
        row_of as row_of,
    )
    from storyreader.saving.targets import (
        span_target as span_target,
    )
    from storyreader.saving.targets import (
        target_of as target_of,
    )

_HOMES = {
    "corrected_comparison": "applying", "standing_corrections": "applying", "with_link_corrections": "applying",
    "agreement": "coder_agreement", "agreement_lines": "coder_agreement", "verdicts_of": "coder_agreement",
    "ARTICLE_NAME": "exchange", "COMPARISON_NAME": "exchange", "EXPORT_FORMAT": "exchange", "ITEM_NAME": "exchange",
    "ImportedFile": "exchange", "read_imported_file": "exchange", "recorded": "history", "redone": "history",
    "undone": "history", "annotated": "importing", "created_from": "importing", "imported": "importing",
    "Anchor": "model", "Item": "model", "ItemChange": "model", "ItemType": "model", "LinkCorrection": "model",
    "LinkCorrectionKind": "model", "Note": "model", "Review": "model", "SavedComparison": "model", "Step": "model",
    "StepAction": "model", "Target": "model", "living": "model", "new_saved": "model", "now": "model",
    "pair_id": "model", "saved_id": "model", "QuotedText": "quotes", "orphans": "reanchoring",
    "recomputed": "recomputing", "Listing": "store", "Store": "store", "SavedSummary": "summaries",
    "anchor_of": "targets", "items_by_row": "targets", "pair_target": "targets", "row_of": "targets",
    "span_target": "targets", "target_of": "targets",
}  # fmt: skip

__getattr__, __dir__ = lazy_face(__name__, _HOMES)
