"""Lists the lines of a page that may hold the byline or the date, and describes each for the learned choice.

A candidate's row is its block's row with a few numbers about the candidate itself behind it.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

from storyreader.cleaning.cues import CATEGORIES, START, WHOLE
from storyreader.cleaning.date_order import is_day_first
from storyreader.cleaning.draft import Block, Draft, Structure
from storyreader.cleaning.html_blocks import APART
from storyreader.cleaning.names import is_signed, known_desk, looks_like_name, signed_name, split_names, uncased_name
from storyreader.cleaning.titles import TitleCandidate
from storyreader.dates import DateStamp, find_stamps

_LONGEST_BYLINE, _LONGEST_DATE = 22, 30
"""Words of a line that may hold one."""
_MENTION, _LEAST_SHARE, _OPENING = 20, 0.15, 60
"""Words of a line, share of it and characters before it from which a date is only mentioned there, as in a caption."""
_ENDS = re.compile(r" (?:until|till|bis|jusqu['’]au|hasta el|até|fino al|tot en met) ")
"""Words before a day on which something ends."""
_BY = frozenset({"by", "von", "par", "por", "di", "door", "av", "af"})
_INSIDE = _BY | {"autor:", "author:", "autor", "author", "vom"}
"""Words for "by" that are looked for behind a date."""
_AT = re.compile(r"(\S+ \S+(?: \S+)?) (?:at|in|à|en) (?:[A-ZÀ-Ý]\S*(?: |$)|(?:the|la|le|el|los|las) ){1,5}[^\W\d]*")
"""Who reports, and from where, on a line beside the date."""
_WROTE = re.compile(r"([^()]{5,60}?)\s?\((?:tekst|text|texte|testo|texto|teksti)\)", re.IGNORECASE)
"""Who wrote and, behind that, who took the pictures: "Ann Bell (text) Carl Dorn (foto)"."""
_LED_TO, _LONG = 8, 4
"""Words of a line that follows a word for "by" on a line of its own; letters of a small word that may be a name."""
_MOST, _MOST_NAMES = 60, 200
"""Candidates of a page that are looked at, first come."""
_BYLINE, _COPYRIGHT, _DATE = map(CATEGORIES.index, ("byline", "copyright", "date"))
EMBEDDED = re.compile(r"\(@[\w.@-]+\)")
"""The account that a post shown inside a page names before its date."""
_BRACKETED = re.compile(r"[（(【〔［\[〈《][\u3040-\u9fff・：:/／ \u3000]+[)）】〕］\]〉》]")
"""A signature in brackets, as Japanese and Chinese pages set it below the story."""
_BRACKETED_NAME = re.compile(r"[（(【]([\u4e00-\u9fff]{1,3}[\u3040-\u309f]{2,4})(?<![くるりたす略])[)）】]")
"""The same of a given name in kana; what ends like a verb is a remark, "to be continued"."""
_BUTTON = re.compile(r"(?<![a-z])(?:btn|button|cta)(?![a-z])")
_NO_BYLINES = tuple(
    CATEGORIES.index(name) for name in ("navigation", "share", "sign-up", "comment", "related", "promo", "copyright")
)
_UPDATED = (
    "updat", "modif", "aktualis", "actualiz", "aggiorn", "atualiz", "bijgewerkt", "uppdat", "oppdat", "opdater",
    "aktualiz", "güncel", "обновл", "оновл", "geändert", "päivitetty",
    "mis à jour", "mise à jour", "actualisé", "zuletzt", "更新", "수정",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BylineCandidate:
    """Names on a block: `opened` tells that a word for "by" stands before them."""

    index: int
    names: tuple[str, ...]
    opened: bool
    numbers: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date on a block: `updated` tells that a word for "updated" stands before it."""

    index: int
    found: DateStamp
    updated: bool
    numbers: tuple[float, ...]

    @property
    def share(self) -> float:
        """The share of the line that is the date."""
        return self.numbers[0]


AnyCandidate = TypeVar("AnyCandidate", BylineCandidate, DateCandidate, TitleCandidate)


def candidate_rows(
    candidates: Sequence[BylineCandidate] | Sequence[DateCandidate] | Sequence[TitleCandidate],
    rows: Sequence[list[float]],
) -> list[list[float]]:
    """Return a row of numbers for each candidate."""
    return [[*rows[candidate.index], *candidate.numbers] for candidate in candidates]


def bylines_of(draft: Draft) -> list[BylineCandidate]:
    """The byline candidates of a draft; looked for once."""
    found: list[BylineCandidate] | None = draft.bylines
    if found is None:
        found = draft.bylines = byline_candidates(draft.blocks)
    return found


def dates_of(draft: Draft) -> list[DateCandidate]:
    """The date candidates of a draft; looked for once."""
    found: list[DateCandidate] | None = draft.dates
    if found is None:
        found = draft.dates = date_candidates(draft.blocks, is_day_first(draft) is not False)
    return found


def byline_candidates(blocks: Sequence[Block]) -> list[BylineCandidate]:
    """Return the lines with names on them, in page order."""
    found: list[tuple[int, tuple[str, ...], bool]] = []
    for index, block in enumerate(blocks):
        if block.shape.words > _LONGEST_BYLINE or block.shape.words < 1 or len(found) >= _MOST_NAMES:
            continue
        if _is_for_something_else(block):
            continue
        rest = _signed_part(blocks, index)
        if rest is None and _is_credit(block.text):
            continue
        names = tuple(split_names(block.text if rest is None else _before_place(rest)))
        if not names and rest is not None and not block.shape.closes and (desk := signed_name(rest)):
            names = (desk,)
        if not names and rest is None and block.shape.words <= 3 and (desk := known_desk(block.text)):
            names = (desk,)
        if not names and rest is None and block.shape.words <= 6 and _beside_date(blocks, index):
            names = (name,) if (name := uncased_name(block.text)) else ()
        if not names and (bracketed := _BRACKETED_NAME.fullmatch(block.text)):
            names = (bracketed[1],)
        if not names and rest is None and block.shape.words <= _LED_TO and _beside_date(blocks, index):
            names = (name,) if (name := _reporter_at(block.text)) else ()
        if names:
            opened = rest is not None or is_signed(block.text) or bool(_BRACKETED.fullmatch(block.text))
            found.append((index, names, opened))
    counts = Counter(name for _, names, _ in found for name in set(names))
    return [
        BylineCandidate(index, names, opened, _byline_numbers(blocks, index, names, opened, counts))
        for index, names, opened in found
    ]


def _signed_part(blocks: Sequence[Block], index: int) -> str | None:
    """What stands behind a word for "by", on the line itself or the one above, or before "(text)"."""
    block = blocks[index]
    rest = after_opener(block.text)
    if rest is None and (wrote := _WROTE.match(block.text)):
        return wrote[1]
    if rest is None and index and _leads_on(blocks[index - 1]) and _may_follow(block):
        return block.text
    return rest


def _reporter_at(text: str) -> str | None:
    """Who reports from a place: of "Ann Bell at Quarry Lane" the former."""
    match = _AT.fullmatch(text)
    return match[1] if match and looks_like_name(match[1]) else None


def _before_place(signed: str) -> str:
    """Names without the place or the agency that a dash sets off behind them: "Ann Bell — Porto Real"."""
    head, dash, _ = signed.replace(" – ", " — ").partition(" — ")
    return head if dash and split_names(head) else signed


def _leads_on(block: Block) -> bool:
    """Whether a line is a word for "by", alone or behind a word or two: "By", "Kommentar von", "Written by:"."""
    text = block.text.casefold().rstrip(" :")
    return text.rpartition(" ")[2] in _BY and text in _openers()


def _may_follow(block: Block) -> bool:
    """Whether a line behind that is short, and no word of a form such as "to"."""
    return block.shape.words <= _LED_TO and not (len(block.text) < _LONG and block.text.islower())


def _is_credit(text: str) -> bool:
    """Whether a line is a photographer and an agency: "Ann Bell/dpa"."""
    return text.count("/") == 1 and known_desk(text.rpartition("/")[2]) is not None


def _is_for_something_else(block: Block) -> bool:
    """Whether a line states rights, is a button or a label, or signs a post shown inside the page."""
    cues = block.shape.cues
    if "©" in block.text or cues[_COPYRIGHT] >= START or any(cues[number] == WHOLE for number in _NO_BYLINES):
        return True
    return (block.structure is not None and _is_button(block.structure)) or _stands_apart(block)


def _stands_apart(block: Block) -> bool:
    """Whether a line is a comment's, a teaser's or an embedded post's."""
    return (block.structure is not None and APART in block.structure.flags) or bool(EMBEDDED.search(block.text))


def _is_button(structure: Structure) -> bool:
    return bool({"button", "role=button"} & structure.flags or _BUTTON.search(structure.nearest_class))


def _byline_numbers(
    blocks: Sequence[Block], index: int, names: tuple[str, ...], opened: bool, counts: Counter[str]
) -> tuple[float, ...]:
    block = blocks[index]
    before = blocks[index - 1].shape.cues[_BYLINE] if index else 0
    datelines = [
        step for step in (0, 1, -1, 2, -2, 3, -3)
        if 0 <= index + step < len(blocks) and _shows_date(blocks[index + step])
    ]  # fmt: skip
    return (
        float(opened),
        float(len(names)),
        sum(len(name) for name in names) / max(1, block.shape.chars),
        float(before),
        float(abs(datelines[0])) if datelines else 9.0,
        float(max(counts[name] for name in names)),
        float(known_desk(names[0]) is not None),
    )


def _beside_date(blocks: Sequence[Block], index: int) -> bool:
    return any(_shows_date(block) for block in (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2]))


def _shows_date(block: Block) -> bool:
    return block.shape.words <= 16 and (block.shape.has_year or block.shape.has_clock or block.shape.cues[_DATE] > 0)


def date_candidates(blocks: Sequence[Block], day_first: bool = True) -> list[DateCandidate]:
    """Return the dates on short lines, in page order."""
    result: list[DateCandidate] = []
    for index, block in enumerate(blocks):
        shape = block.shape
        if shape.words > _LONGEST_DATE or shape.digit_share == 0.0 or len(result) >= _MOST:
            continue
        if _stands_apart(block):
            continue
        for found in find_stamps(block.text, day_first)[:2]:
            before = block.text[max(0, found.start - 30) : found.start].casefold()
            updated = any(word in before for word in _UPDATED)
            share = (found.end - found.start) / max(1, shape.chars)
            mentioned = shape.words > _MENTION and share < _LEAST_SHARE and found.start > _OPENING and not updated
            if mentioned or _ENDS.search(before + block.text[found.start : found.end].casefold()):
                continue
            numbers = (
                share,
                float(updated),
                float(hasattr(found.value, "hour")),
                float(len(result)),
                float(found.start > 0),
            )
            result.append(DateCandidate(index, found, updated, numbers))
    return result


def after_opener(text: str) -> str | None:
    """The rest of a line that opens with a word for "by", else None."""
    words = text.split()
    openers = _openers()
    for length in (4, 3, 2, 1):
        head = " ".join(words[:length]).casefold()
        if len(words) > length and head in openers:
            return " ".join(words[length:])
    for index in range(1, min(len(words) - 1, _LONGEST_BYLINE)):
        # "26 December 2019 by Ann Bell": only behind a date may the word stand inside the line
        if (
            words[index].casefold() in _INSIDE
            and any(character.isdigit() for character in words[index - 1])
            and not words[index + 1][0].isdigit()
        ):
            return " ".join(words[index + 1 :])
    # "The Mill Sentinel | By Ann Bell"
    _, bar, behind = text.partition(" | ")
    return after_opener(behind) if bar else None


@cache
def _openers() -> frozenset[str]:
    data = json.loads(files("storyreader.cleaning").joinpath("data/bylines.json").read_text("utf-8"))
    return frozenset(data["openers"])
