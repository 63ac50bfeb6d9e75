"""Whether a text is an account of an event: accounts say when it was, and who says so. Guides, lists and shops hardly
do.
"""

import re

from storyreader.fact import Fact
from storyreader.lexicon import tables_for
from storyreader.reading import Reading

_DAY = re.compile(r"-\d\d-\d\d|WXX")
BEGUN, LEAST_BEGUN = 30, 10
"""So many first sentences tell whether a text is an account of an event; with fewer than the second nobody can say."""
SAYINGS = 30
"""Words for saying that a language must have here for its sources to be found."""
TOLD = 0.08
"""Days, named sources and results of games for each of these sentences: with fewer it is a guide, a list, a page of a
shop.
"""


def tells_of_an_event(reading: Reading) -> bool:
    """Whether a text names days, sources or results as accounts of events do. True for a few sentences, and where few
    words are known by which its language names sources: nobody can tell.
    """
    tables = tables_for(reading.language)
    known = tables.language == reading.language and len(tables.lists.get("sayings", ())) >= SAYINGS
    if len(reading.texts) < LEAST_BEGUN or not known:
        return True
    first = range(min(BEGUN, len(reading.texts)))
    told = sum(_is_of_an_event(fact) for number in first for fact in reading.facts_of(number))
    return told >= TOLD * len(first)


def _is_of_an_event(fact: Fact) -> bool:
    if fact.kind == "date":
        return _DAY.search(str(fact.value)) is not None
    return fact.kind == "score" or (fact.kind in {"quote", "attribution"} and bool(fact.speaker))
