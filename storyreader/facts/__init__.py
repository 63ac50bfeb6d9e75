"""Checkable values in a text: numbers, money, dates, names, quotations, sources, caveats, negation."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.facts.aliases import (
        SAME_SPELLING as SAME_SPELLING,
    )
    from storyreader.facts.aliases import (
        name_form as name_form,
    )
    from storyreader.facts.aliases import (
        plain_name as plain_name,
    )
    from storyreader.facts.aliases import (
        resolve_names as resolve_names,
    )
    from storyreader.facts.aliases import (
        same_name as same_name,
    )
    from storyreader.facts.aliases import (
        spelt_differently as spelt_differently,
    )
    from storyreader.facts.compatibility import (
        MEASURES as MEASURES,
    )
    from storyreader.facts.compatibility import (
        agree as agree,
    )
    from storyreader.facts.compatibility import (
        base_unit as base_unit,
    )
    from storyreader.facts.compatibility import (
        confirms as confirms,
    )
    from storyreader.facts.compatibility import (
        granularity as granularity,
    )
    from storyreader.facts.compatibility import (
        is_total as is_total,
    )
    from storyreader.facts.compatibility import (
        measure as measure,
    )
    from storyreader.facts.compatibility import (
        same_measure as same_measure,
    )
    from storyreader.facts.day_values import (
        Period as Period,
    )
    from storyreader.facts.day_values import (
        period_of as period_of,
    )
    from storyreader.facts.extraction import (
        FactExtractor as FactExtractor,
    )
    from storyreader.facts.extraction import (
        extract_article_facts as extract_article_facts,
    )
    from storyreader.facts.extraction import (
        extract_facts as extract_facts,
    )
    from storyreader.facts.extraction import (
        find_facts as find_facts,
    )
    from storyreader.facts.gazetteer import (
        country_of as country_of,
    )
    from storyreader.facts.gazetteer import (
        elsewhere as elsewhere,
    )
    from storyreader.facts.gazetteer import (
        in_one_another as in_one_another,
    )
    from storyreader.facts.gazetteer import (
        lies_in as lies_in,
    )
    from storyreader.facts.speakers import (
        is_person as is_person,
    )

_HOMES = {
    "SAME_SPELLING": "aliases", "name_form": "aliases", "plain_name": "aliases", "resolve_names": "aliases",
    "same_name": "aliases", "spelt_differently": "aliases", "MEASURES": "compatibility", "agree": "compatibility",
    "base_unit": "compatibility", "confirms": "compatibility", "granularity": "compatibility",
    "is_total": "compatibility", "measure": "compatibility", "same_measure": "compatibility", "Period": "day_values",
    "period_of": "day_values", "FactExtractor": "extraction", "extract_article_facts": "extraction",
    "extract_facts": "extraction", "find_facts": "extraction", "country_of": "gazetteer", "elsewhere": "gazetteer",
    "in_one_another": "gazetteer", "lies_in": "gazetteer", "is_person": "speakers",
}  # fmt: skip

__getattr__, __dir__ = lazy_face(__name__, _HOMES)
