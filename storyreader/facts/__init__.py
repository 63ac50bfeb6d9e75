"""Checkable values in a text: numbers, money, dates, names, quotations, sources, caveats, negation."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.facts.aliases import (
        SAME_SPELLING as SAME_SPELLING,
        is_person as is_person,
        name_form as name_form,
        plain_name as plain_name,
        same_name as same_name,
        spelt_differently as spelt_differently,
    )
    from storyreader.facts.compatibility import (
        DAY as DAY,
        MEASURES as MEASURES,
        agree as agree,
        base_unit as base_unit,
        confirms as confirms,
        granularity as granularity,
        is_total as is_total,
        measure as measure,
        moments as moments,
        same_measure as same_measure,
    )
    from storyreader.facts.cues import cue_at as cue_at, phrase_index as phrase_index
    from storyreader.facts.dated_lists import opening_date as opening_date
    from storyreader.facts.extraction import (
        FactExtractor as FactExtractor,
        extract_article_facts as extract_article_facts,
        extract_facts as extract_facts,
        find_facts as find_facts,
    )
    from storyreader.facts.gazetteer import (
        country_of as country_of,
        elsewhere as elsewhere,
        in_one_another as in_one_another,
    )
    from storyreader.facts.names import common_words as common_words
    from storyreader.facts.resolving import resolve_names as resolve_names
    from storyreader.facts.set_apart import ranges_apart as ranges_apart
    from storyreader.facts.speakers import SpeakerNames as SpeakerNames

_HOMES = {
    "SAME_SPELLING": "aliases", "name_form": "aliases", "plain_name": "aliases", "same_name": "aliases",
    "spelt_differently": "aliases", "DAY": "compatibility", "MEASURES": "compatibility", "agree": "compatibility",
    "base_unit": "compatibility", "confirms": "compatibility", "granularity": "compatibility",
    "is_total": "compatibility", "measure": "compatibility", "moments": "compatibility",
    "same_measure": "compatibility", "opening_date": "dated_lists", "FactExtractor": "extraction",
    "extract_article_facts": "extraction", "extract_facts": "extraction", "find_facts": "extraction",
    "country_of": "gazetteer", "elsewhere": "gazetteer", "in_one_another": "gazetteer", "resolve_names": "resolving",
    "is_person": "aliases", "SpeakerNames": "speakers", "ranges_apart": "set_apart", "cue_at": "cues",
    "phrase_index": "cues", "common_words": "names",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
