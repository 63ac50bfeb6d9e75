"""What two accounts have in facts and in voices, beside their links: worked out from a finished comparison."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.findings.common_words import shared_words as shared_words
    from storyreader.findings.credits import credited_outlets as credited_outlets, same_outlet as same_outlet
    from storyreader.findings.fact_table import find_fact_rows as find_fact_rows
    from storyreader.findings.find import find_findings as find_findings
    from storyreader.findings.in_short import (
        Gap as Gap,
        InShort as InShort,
        LeftOut as LeftOut,
        OnlyQuoted as OnlyQuoted,
        find_in_short as find_in_short,
        publication_gap as publication_gap,
    )
    from storyreader.findings.nouns import (
        Drift as Drift,
        FactRow as FactRow,
        FactState as FactState,
        Findings as Findings,
        Mention as Mention,
        Omission as Omission,
        Utterance as Utterance,
        Voice as Voice,
    )
    from storyreader.findings.omissions import find_omissions as find_omissions
    from storyreader.findings.row_values import (
        RowValue as RowValue,
        RowValues as RowValues,
        differing_values as differing_values,
        value_of as value_of,
        values_by_row as values_by_row,
    )
    from storyreader.findings.voices import (
        Speech as Speech,
        find_voices as find_voices,
        one_name_each as one_name_each,
        shown_name as shown_name,
        speeches_of as speeches_of,
        versions_between as versions_between,
    )

_HOMES = {
    "find_fact_rows": "fact_table", "find_findings": "find", "Drift": "nouns", "FactRow": "nouns",
    "FactState": "nouns", "Findings": "nouns", "Mention": "nouns", "Omission": "nouns", "Utterance": "nouns",
    "Voice": "nouns", "find_omissions": "omissions", "find_voices": "voices",
    "Gap": "in_short", "InShort": "in_short", "LeftOut": "in_short", "OnlyQuoted": "in_short",
    "find_in_short": "in_short", "publication_gap": "in_short", "RowValue": "row_values", "RowValues": "row_values",
    "differing_values": "row_values", "value_of": "row_values", "values_by_row": "row_values",
    "shared_words": "common_words", "credited_outlets": "credits", "same_outlet": "credits", "Speech": "voices",
    "one_name_each": "voices", "shown_name": "voices", "speeches_of": "voices", "versions_between": "voices",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
