"""Counts over the whole comparison, and observations where the reader should know more than counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyreader.article import Article
from storyreader.comparing.same_event import days_apart
from storyreader.comparing.shared_runs import SharedRuns
from storyreader.comparison import SIDES, Event, Link, Observation, Summary
from storyreader.lexicon import normalised_text, written_words
from storyreader.library import canonical_address
from storyreader.reading import Reading

TWIN_SHARE = 0.8
"""Share of one side's words that stand word for word in the other, from which the two are called twins."""
WIRE_SHARE = 0.5
"""From this share on two outlets likely carry one agency's copy, where it is running text."""
COPIED_SHARE = 0.8
"""Share of a sentence's words in shared runs from which it is copied."""
LEAST_COPIED = 3
"""So many sentences make running text; one press release or law quoted by both is none."""
_QUOTED = re.compile('["“”«»„‟「」『』]')


@dataclass(frozen=True, slots=True)
class CopiedText:
    """How much of each side stands word for word in the other, 0 to 1, and whether both were one text once. `run` is
    the longest run of words that both have, as the left side writes it, `run_words` its length.
    """

    left: float
    right: float
    is_copy: bool
    run: str
    run_words: int


def word_for_word(left: Reading, right: Reading) -> CopiedText:
    """What two articles have word for word in common."""
    # as written, or "United States" would be one word and a run of five words one of four
    runs = SharedRuns(left.word_forms, right.word_forms)
    share = max(runs.left_share, runs.right_share)
    copied = share >= WIRE_SHARE and any(_is_running(side, runs, n) for n, side in enumerate((left, right)))
    run = runs.longest()
    return CopiedText(runs.left_share, runs.right_share, copied, _as_written(left, run), run[1])


def summarize(left: Reading, right: Reading, links: Sequence[Link], event: Event, *, semantic: bool = False) -> Summary:
    """Count, and observe what stands out. Swapping the sides gives the same with the sides exchanged.

    `semantic`: the sentences were compared by vectors too, so that two languages are no hindrance.
    """
    verbatim = word_for_word(left, right)
    return Summary(
        coverage_left=_coverage({n for link in links for n in link.left}, left),
        coverage_right=_coverage({n for link in links for n in link.right}, right),
        verbatim_share=max(verbatim.left, verbatim.right),
        longest_run=verbatim.run,
        longest_run_words=verbatim.run_words,
        wire=_agency(left.article, right.article) if verbatim.is_copy else None,
        headline_left=left.headline_sentence,
        headline_right=right.headline_sentence,
        observations=(
            *_languages(left, right, semantic), *_taken_back(left, right, links),
            *_observations(left.article, right.article, links, verbatim, across=left.language != right.language),
        ),
        event=event,
    )  # fmt: skip


def _is_running(reading: Reading, runs: SharedRuns, side: int) -> bool:
    """Whether several sentences outside quotations stand in the other text too, nearly as they are."""
    shares = runs.shares(side, (len(words) for words in reading.written))
    copied = [text for text, share in zip(reading.texts, shares, strict=True) if share >= COPIED_SHARE]
    return sum(not _QUOTED.search(text) for text in copied) >= LEAST_COPIED


def _as_written(reading: Reading, run: tuple[int, int]) -> str:
    """The text of a run of words: (first word, number of words) over all sentences."""
    start, size = run
    if not size:
        return ""
    parts = []
    for text, words in zip(reading.texts, reading.written, strict=True):
        if start < len(words) and size:
            taken = min(size, len(words) - start)
            spans = written_words(text).spans
            parts.append(text[spans[start][0] : spans[start + taken - 1][1]])
            size -= taken
        start = max(0, start - len(words))
    return " … ".join(parts) if len(parts) > 1 else parts[0]


def _coverage(linked: set[int], reading: Reading) -> float:
    return len(linked) / len(reading.texts) if reading.texts else 0.0


def _agency(left: Article, right: Article) -> str | None:
    """The agency both name, or the only one named."""
    named = {article.agency for article in (left, right) if article.agency}
    return named.pop() if len(named) == 1 else None


def _languages(left: Reading, right: Reading, semantic: bool) -> tuple[Observation, ...]:
    if semantic or left.language == right.language or not left.texts or not right.texts:
        return ()
    return (Observation("languages", (left.language, right.language)),)


def _taken_back(left: Reading, right: Reading, links: Sequence[Link]) -> Iterator[Observation]:
    """An account that corrects or withdraws what the other may still tell."""
    for side, own, other in (("left", left, right), ("right", right, left)):
        earlier = (days_apart(own.article, other.article) or 0) > 0
        taken = own.take_back == "report" or (own.take_back and are_one_page(left.article, right.article))
        if taken and links and not other.take_back and not earlier:
            yield Observation("taken_back", (side,))


def _observations(
    left: Article, right: Article, links: Sequence[Link], verbatim: CopiedText, *, across: bool
) -> tuple[Observation, ...]:
    empty = tuple(side for side, article in zip(SIDES, (left, right), strict=True) if not article.sentences)
    if empty:
        return (Observation("empty", empty),)
    if normalised_text(" ".join(left.paragraphs)) == normalised_text(" ".join(right.paragraphs)):
        differ = left.publisher and right.publisher and left.publisher != right.publisher
        return (Observation("same_text", ("outlets differ",) if differ else ()),)
    if not links:
        return (Observation("no_links", (verbatim.run_words, *(("languages differ",) if across else ()))),)
    share, side = max((verbatim.left, "left"), (verbatim.right, "right"), key=lambda found: found[0])
    if not verbatim.is_copy:
        return ()
    of = "both" if verbatim.left == verbatim.right else side
    twin = "versions" if are_one_page(left, right) else "twin" if share >= TWIN_SHARE else "edited"
    return (Observation("shared_wording", (share, of, _agency(left, right) or "", twin)),)


def are_one_page(left: Article, right: Article) -> bool:
    """Whether two articles are of one outlet, or of one address, whatever counts its readers behind it."""
    outlets = {(article.publisher or "").casefold() for article in (left, right)}
    addresses = {canonical_address(article.url or "") for article in (left, right)}
    return any(len(names) == 1 and "" not in names for names in (outlets, addresses))
