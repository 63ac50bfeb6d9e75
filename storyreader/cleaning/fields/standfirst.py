"""Finds the standfirst: the one paragraph between the headline and the byline or date below which the story begins.

It stays a paragraph of the body, because it is told to the reader; the field only says that it is one.
"""

from storyreader.cleaning.draft import Draft

_LONGEST = 70
"""Words of a standfirst."""
_NEAR = 6
"""Blocks in which byline or date must follow."""


def find(draft: Draft) -> None:
    """Fill the standfirst."""
    kept = [number for number, block in enumerate(draft.blocks) if block.kept]
    if len(kept) < 3 or draft.clean:
        return
    first, second = kept[0], kept[1]
    above = [block.reason for block in draft.blocks[:first]]
    between = [block.reason for block in draft.blocks[first + 1 : second][:_NEAR]]
    block = draft.blocks[first]
    if "headline" in above[-_NEAR:] and {"byline", "date"} & set(between) and block.shape.words <= _LONGEST:
        draft.find("standfirst", block.text, "paragraph between headline and byline")
