"""What a dialog says of cookies and consent is no story, even when nothing else stands on the page.

Such prose speaks to its reader, of cookies or trackers and of something beside them: partners, devices, settings, the
law. A story may speak of all that too, but not to its reader in all its paragraphs; where it is the subject, all stays.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from storyreader.cleaning.draft import Block, Draft

REASON = "consent"
_QUOTED = re.compile(r'["“„«][^"”“»]{12,}["”“»]')
_THINGS = 3
"""Subjects of a dialog, one of them a core one, from which prose that speaks to the reader is a dialog's."""
_LIKELY = 0.5
_ELSEWHERE = 2
"""Other likely paragraphs that speak of cookies from which they are the story's subject; paragraphs that speak of
anything of the kind will do where what looks like a dialog's prose stands among the story."""
_STORY = 3
"""Other likely paragraphs from which there is a story of which the headline tells."""
_REACH = 3
"""Blocks beside a dialog's prose that may belong to it."""
_SHORT, _BESIDE = 20, 2
"""Words of a line that belongs to it for one thing spoken of, and the things for which a longer one does."""
_PARTNERS = re.compile(r"\b\d{2,4} (?:partner|anbieter|dritt)")
"""So many parties, where their word alone has other senses too."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def apply(draft: Draft) -> None:
    """Judge the dialog's prose and the lines beside it that speak of the same."""
    blocks = draft.blocks
    page = "\n".join(block.text for block in blocks).casefold()
    if not any(pattern.search(page) for pattern in _patterns("core")):
        return
    things = [_things(block) for block in blocks]
    dialog = [number for number, block in enumerate(blocks) if _is_dialog(block, things[number])]
    if not dialog or _is_lone(blocks, dialog) or _is_subject(draft, things, frozenset(dialog)):
        return
    for number in dialog:
        blocks[number].decide(REASON)
        for block in _inside(blocks, number, draft.headline_index):
            block.decide(REASON)
        for other in range(max(0, number - _REACH), min(len(blocks), number + _REACH + 1)):
            if _belongs(blocks[other], things[other]):
                blocks[other].decide(REASON)
    left = [n for n, block in enumerate(blocks) if block.shape.prose and block.score >= _LIKELY and not block.reason]
    if len(left) == 1 and things[left[0]].core and things[left[0]].others:
        blocks[left[0]].decide(REASON)  # on a page of nothing else


def _inside(blocks: Sequence[Block], number: int, headline: int | None) -> Sequence[Block]:
    """The blocks in the element around a dialog's prose, where the page's headline and most of its prose are not."""
    structure = blocks[number].structure
    if structure is None or not structure.ancestors:
        return ()
    around = structure.ancestors[0]
    held = [at for at, block in enumerate(blocks) if block.structure and around in block.structure.ancestors]
    prose = sum(block.shape.prose for block in blocks)
    if headline in held or 2 * sum(blocks[at].shape.prose for at in held) >= prose:
        return ()
    return [blocks[at] for at in held]


class _Things(NamedTuple):
    """How many of a dialog's subjects a block speaks of outside quotations, and whether it speaks to the reader, and as
    the site: "we", "our partners".
    """

    core: int
    others: int
    addressed: bool
    ours: bool

    @property
    def of_dialog(self) -> bool:
        """Whether a dialog may go on so."""
        return self.ours and self.addressed and self.core + self.others > 0


def _is_dialog(block: Block, things: _Things) -> bool:
    return bool(things.core and things.addressed and block.shape.prose and things.core + things.others >= _THINGS)


def _is_lone(blocks: Sequence[Block], dialog: Sequence[int]) -> bool:
    """Whether there is one such paragraph only, and it stands between two that are likely told."""
    number = dialog[0]
    beside = [blocks[other] for other in (number - 1, number + 1) if 0 <= other < len(blocks)]
    return len(dialog) == 1 and len(beside) > 1 and all(b.shape.prose and b.score >= _LIKELY for b in beside)


def _belongs(block: Block, things: _Things) -> bool:
    spoken = things.core + things.others
    return things.addressed and spoken >= (1 if block.shape.words <= _SHORT else _BESIDE)


def _is_subject(draft: Draft, things: Sequence[_Things], dialog: frozenset[int]) -> bool:
    told = [
        number
        for number, block in enumerate(draft.blocks)
        if number not in dialog and block.score >= _LIKELY and block.shape.prose and not things[number].of_dialog
    ]
    headline = draft.headline_index
    headed = headline is not None and things[headline].core > 0 and len(told) >= _STORY
    among = bool(told) and all(told[0] < number < told[-1] for number in dialog)
    speaking = [n for n in told if things[n].core or (among and things[n].others)]
    return headed or len(speaking) >= _ELSEWHERE


def _things(block: Block) -> _Things:
    text = block.text[:3000].casefold()
    if block.shape.quotes:
        text = _QUOTED.sub(" ", text)
    core, other, voice, ours = (
        sum(1 for pattern in _patterns(kind) if pattern.search(text)) for kind in ("core", "other", "voice", "ours")
    )
    other += _PARTNERS.search(text) is not None
    return _Things(core, other, voice > 0 or block.shape.address_share > 0, ours > 0)


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    data = json.loads(files("storyreader.cleaning").joinpath("data/consent_words.json").read_text("utf-8"))
    return tuple(_pattern(words) for words in data[kind].values())


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Beginnings of words; scripts without spaces have none."""
    spaced = "|".join(re.escape(word) for word in words if not _UNSPACED.search(word))
    unspaced = [re.escape(word) for word in words if _UNSPACED.search(word)]
    return re.compile("|".join([rf"\b(?:{spaced})", *unspaced] if spaced else unspaced))
