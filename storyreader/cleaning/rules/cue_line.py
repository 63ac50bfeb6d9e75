"""A line that is nothing but a cue, such as "Share on Facebook" or "All rights reserved", is named by that cue."""

import re

from storyreader.cleaning.cues import CATEGORIES, START, WHOLE
from storyreader.cleaning.draft import Block, Draft

REASONS = {"related": "related story", "copyright": "footer"}
"""The plain words for categories whose own name would not explain itself."""

_SURE_START = frozenset({"copyright", "share", "comment", "sign-up", "promo", "caption", "related"})
_NOTICE = re.compile(r"(?:copyright\s*)?(?:©|\(c\)|ⓒ)\s*(?:copyright\s*)?(?:19|20)\d\d", re.IGNORECASE)
_REGISTERED = re.compile(
    r"(?:о регистрации СМИ|св-во о регистрации|свидетельство о регистрации|про (?:державну )?реєстрацію"
    r"|зарегистрирован\w*(?: \d{1,2} \w+ \d{4} г(?:\.|ода))? (?:Роскомнадзор|Федеральной)"
    r"|testata (?:giornalistica )?registrata|Registrazione Tribunale|Reg\. Trib\.|iscritt\w+ al Registro"
    r"|ICP备|网文|公网安备|许可证编号|등록번호|Depósito legal|Commission paritaire|CPPAP)[^.!?«»“”]{0,80}?\d",
    re.IGNORECASE,
)
"""What an imprint says of the outlet's own registration, with its number."""
_LONGEST_IMPRINT = 400
_LONGEST_START = 14
"""Words up to which the beginning of a line tells what the whole line is."""


def apply(draft: Draft) -> None:
    """Judge the lines that a cue names beyond doubt."""
    for block in draft.blocks:
        if (category := sure_cue(block)) is not None:
            block.decide(reason_of(category, block))


def sure_cue(block: Block) -> str | None:
    """Return the category that names the block beyond doubt, if any."""
    if _is_imprint(block.text):
        return "copyright"
    cues = block.shape.cues
    for category, strength in zip(CATEGORIES, cues, strict=True):
        if strength == WHOLE:
            return category
        if strength == START and category in _SURE_START and block.shape.words <= _LONGEST_START:
            if block.shape.closes and category in {"caption", "related", "promo", "sign-up"} and not block.shape.bullet:
                continue  # "Photo: ..." without a full stop is a caption; "Receive this, he said." may be told
            return category
    return None


def _is_imprint(text: str) -> bool:
    """Whether a line opens with "Copyright © 2026", or tells under which number the outlet is registered."""
    return bool(_NOTICE.match(text) or (len(text) <= _LONGEST_IMPRINT and _REGISTERED.search(text)))


def best_cue(block: Block) -> str | None:
    """Return the category that speaks loudest for the block, if any speaks at all."""
    strength, number = max((strength, -number) for number, strength in enumerate(block.shape.cues))
    return CATEGORIES[-number] if strength else None


def reason_of(category: str, block: Block) -> str:
    """Return the plain words for a category."""
    if category == "copyright" and any(mark in block.text for mark in ("©", "(c)", "opyright", "ights reserved")):
        return "copyright"
    return REASONS.get(category, category)
