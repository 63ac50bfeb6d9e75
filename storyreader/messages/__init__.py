"""The words and marks in which verdicts are told: the one room in which sentences for the reader are made."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.messages.aligned_quotes import voice_table as voice_table
    from storyreader.messages.board_lines import (
        cell_line as cell_line,
        cell_lines as cell_lines,
        cell_words as cell_words,
        claim_line as claim_line,
        merged as merged,
        sentence_name as sentence_name,
        source_lines_of as source_lines_of,
        told_by as told_by,
    )
    from storyreader.messages.board_parts import (
        account_line as account_line,
        caveat_lines as caveat_lines,
        edit_lines as edit_lines,
        event_lines as event_lines,
        evidence_line as evidence_line,
        first_appearances as first_appearances,
        left_out_lines as left_out_lines,
        lone_lines as lone_lines,
        origins_of as origins_of,
        quoted_lines as quoted_lines,
        voice_name as voice_name,
        when_told as when_told,
    )
    from storyreader.messages.board_words import (
        ASCII_CELL_MARKS as ASCII_CELL_MARKS,
        CELL_MARKS as CELL_MARKS,
        CELL_WORDS as CELL_WORDS,
        board_counts as board_counts,
        board_letter as board_letter,
        board_letters as board_letters,
        carriers as carriers,
        new_accounts_line as new_accounts_line,
        shortened as shortened,
    )
    from storyreader.messages.finding_groups import (
        NAMES as NAMES,
        NO_FACTS as NO_FACTS,
        NO_VOICES as NO_VOICES,
        Cell as Cell,
        FindingGroup as FindingGroup,
        FindingItem as FindingItem,
        fact_groups as fact_groups,
        voice_groups as voice_groups,
    )
    from storyreader.messages.in_short import (
        LOOKING as LOOKING,
        ShortLine as ShortLine,
        labelled_lines as labelled_lines,
        short_lines as short_lines,
        short_text as short_text,
    )
    from storyreader.messages.library_lines import (
        are_versions as are_versions,
        copy_line as copy_line,
        days_line as days_line,
        row_marks as row_marks,
        story_line as story_line,
        version_line as version_line,
        versions_remark as versions_remark,
    )
    from storyreader.messages.naming import (
        HIDDEN_OUTLET as HIDDEN_OUTLET,
        NO_HEADLINE as NO_HEADLINE,
        article_name as article_name,
        citation as citation,
        quotation as quotation,
        shown_title as shown_title,
        side_name as side_name,
        source_line as source_line,
    )
    from storyreader.messages.rows import related_to as related_to, row_detail as row_detail
    from storyreader.messages.sentences import (
        difference_between as difference_between,
        drift_between as drift_between,
        sentence as sentence,
    )
    from storyreader.messages.sizes import (
        length_text as length_text,
        minutes_text as minutes_text,
        simplified_text as simplified_text,
    )
    from storyreader.messages.table_choices import (
        TABLE_FILTERS as TABLE_FILTERS,
        TABLE_ORDERS as TABLE_ORDERS,
        TableFilter as TableFilter,
        TableOrder as TableOrder,
        chosen_groups as chosen_groups,
    )
    from storyreader.messages.words import (
        ASCII_MARKS as ASCII_MARKS,
        ASCII_MOVED_MARK as ASCII_MOVED_MARK,
        FINDING_MARKS as FINDING_MARKS,
        KIND_MARKS as KIND_MARKS,
        KIND_WORDS as KIND_WORDS,
        LETTERS as LETTERS,
        MOVED_MARK as MOVED_MARK,
        OTHER_VALUE as OTHER_VALUE,
        PERHAPS as PERHAPS,
        STATE_WORDS as STATE_WORDS,
        day_text as day_text,
        details as details,
        event_words as event_words,
        kind_counts as kind_counts,
        overview_lines as overview_lines,
        period_text as period_text,
        step_words as step_words,
        summary_lines as summary_lines,
        time_text as time_text,
    )

_HOMES = {
    "ASCII_CELL_MARKS": "board_words", "CELL_MARKS": "board_words", "CELL_WORDS": "board_words",
    "board_counts": "board_words", "board_letter": "board_words",
    "board_letters": "board_words", "new_accounts_line": "board_words", "carriers": "board_words",
    "shortened": "board_words",
    "account_line": "board_parts", "caveat_lines": "board_parts",
    "cell_line": "board_lines", "cell_lines": "board_lines", "cell_words": "board_lines", "claim_line": "board_lines",
    "edit_lines": "board_parts",
    "event_lines": "board_parts",
    "source_lines_of": "board_lines",
    "evidence_line": "board_parts", "first_appearances": "board_parts", "left_out_lines": "board_parts",
    "lone_lines": "board_parts", "merged": "board_lines", "origins_of": "board_parts", "quoted_lines": "board_parts",
    "sentence_name": "board_lines", "told_by": "board_lines", "voice_name": "board_parts", "when_told": "board_parts",
    "difference_between": "sentences", "drift_between": "sentences",
    "FindingGroup": "finding_groups", "FindingItem": "finding_groups", "NO_FACTS": "finding_groups",
    "NO_VOICES": "finding_groups", "fact_groups": "finding_groups", "voice_groups": "finding_groups",
    "days_line": "library_lines", "story_line": "library_lines", "version_line": "library_lines",
    "are_versions": "library_lines", "copy_line": "library_lines", "row_marks": "library_lines",
    "versions_remark": "library_lines",
    "HIDDEN_OUTLET": "naming", "source_line": "naming", "quotation": "naming", "shown_title": "naming",
    "side_name": "naming", "sentence": "sentences", "ASCII_MARKS": "words", "ASCII_MOVED_MARK": "words",
    "FINDING_MARKS": "words", "KIND_MARKS": "words", "KIND_WORDS": "words", "LETTERS": "words", "MOVED_MARK": "words",
    "OTHER_VALUE": "words", "PERHAPS": "words", "day_text": "words", "details": "words", "event_words": "words",
    "kind_counts": "words", "length_text": "sizes", "minutes_text": "sizes", "simplified_text": "sizes",
    "overview_lines": "words", "period_text": "words", "step_words": "words", "summary_lines": "words",
    "time_text": "words", "NAMES": "finding_groups", "Cell": "finding_groups", "voice_table": "aligned_quotes",
    "TableFilter": "table_choices", "TableOrder": "table_choices", "TABLE_FILTERS": "table_choices",
    "TABLE_ORDERS": "table_choices", "chosen_groups": "table_choices", "ShortLine": "in_short",
    "LOOKING": "in_short", "labelled_lines": "in_short", "short_lines": "in_short", "short_text": "in_short",
    "NO_HEADLINE": "naming", "article_name": "naming",
    "citation": "naming", "related_to": "rows", "row_detail": "rows", "STATE_WORDS": "words",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
