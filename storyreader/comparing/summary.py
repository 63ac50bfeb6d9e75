"""Counts over the whole comparison, and remarks in plain words where the reader should know more than counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from storyreader.article import Article
from storyreader.comparing.shared_runs import SharedRuns
from storyreader.comparison import Link, Summary
from storyreader.lexicon import Words, normalised_text, word_key, written_words
from storyreader.reading import headline_sentence

TWIN_SHARE = 0.8
"""Share of one side's words that stand word for word in the other, from which the two are called twins."""
WIRE_SHARE = 0.5
"""From this share on two outlets likely carry one agency's copy."""
AS_WRITTEN = "any"
"""No language: words keep their endings, for only the same words count as copied."""


@dataclass(frozen=True, slots=True)
class _Verbatim:
    """How much of each side stands word for word in the other, 0 to 1."""

    left: float
    right: float


def summarize(left: Article, right: Article, links: Sequence[Link], meant: bool = False) -> Summary:
    """Count, and remark on what stands out. Swapping the sides gives the same with A and B exchanged.

    `meant`: the sentences were compared by meaning too, so that two languages are no hindrance.
    """
    # as written, or "United States" would be one word and a run of five words one of four
    sentences = _words(left), _words(right)
    runs = SharedRuns(_keys(sentences[0]), _keys(sentences[1]))
    verbatim = _Verbatim(runs.left_share, runs.right_share)
    run = runs.longest()
    share = max(verbatim.left, verbatim.right)
    return Summary(
        coverage_left=_coverage({n for link in links for n in link.left}, left),
        coverage_right=_coverage({n for link in links for n in link.right}, right),
        verbatim_share=share,
        longest_run=_as_written(left, sentences[0], run),
        longest_run_words=run[1],
        wire=_agency(left, right) if share >= WIRE_SHARE else None,
        headline_left=headline_sentence(left, sentences[0]),
        headline_right=headline_sentence(right, sentences[1]),
        remarks=(*_languages(left, right, meant), *_remarks(left, right, links, verbatim, run[1])),
    )


def _words(article: Article) -> list[Words]:
    """The sentences cut into words as written."""
    return [written_words(sentence.text) for sentence in article.sentences]


def _keys(sentences: Sequence[Words]) -> list[str]:
    """All words of the sentences, without case and accents."""
    return [word_key(text, AS_WRITTEN) for words in sentences for text in words.texts]


def _as_written(article: Article, sentences: Sequence[Words], run: tuple[int, int]) -> str:
    """The text of a run of words: (first word, number of words) over all sentences."""
    start, size = run
    if not size:
        return ""
    parts = []
    for sentence, words in zip(article.sentences, sentences, strict=True):
        spans = words.spans
        if start < len(spans) and size:
            taken = min(size, len(spans) - start)
            parts.append(sentence.text[spans[start][0] : spans[start + taken - 1][1]])
            size -= taken
        start = max(0, start - len(spans))
    return " … ".join(parts) if len(parts) > 1 else parts[0]


def _coverage(linked: set[int], article: Article) -> float:
    return len(linked) / len(article.sentences) if article.sentences else 0.0


def _agency(left: Article, right: Article) -> str | None:
    """The agency both name, or the only one named."""
    named = {article.agency for article in (left, right) if article.agency}
    return named.pop() if len(named) == 1 else None


def _languages(left: Article, right: Article, meant: bool) -> tuple[str, ...]:
    if meant or not (left.language and right.language and left.sentences and right.sentences):
        return ()
    if left.language == right.language:
        return ()
    places = f"A is in {left.language}, B in {right.language}"
    return (f"{places}: without comparing by meaning only names and figures can link their sentences.",)


def _remarks(left: Article, right: Article, links: Sequence[Link], verbatim: _Verbatim, run: int) -> tuple[str, ...]:
    empty = [name for name, article in (("A", left), ("B", right)) if not article.sentences]
    if empty:
        return (f"{' and '.join(empty)} {'have' if len(empty) > 1 else 'has'} no sentences to compare.",)
    if normalised_text(" ".join(left.paragraphs)) == normalised_text(" ".join(right.paragraphs)):
        return (_same_text(left, right),)
    if not links:
        words = "1 word" if run == 1 else f"{run} words"
        return (f"No sentence of A matches one of B. Longest shared run: {words}. They may be about different events.",)
    share, one, other = max((verbatim.left, "A", "B"), (verbatim.right, "B", "A"), key=lambda found: found[0])
    if share < WIRE_SHARE:
        return ()
    if verbatim.left == verbatim.right:
        one, other = "each", "the other"
    agency = _agency(left, right)
    wire = f"Likely the same wire copy: {agency}." if agency else "Likely the same wire copy."
    twin = "" if share >= TWIN_SHARE else " Perhaps cut or edited by a desk."
    return (f"{share:.0%} of {one} is word for word in {other}. {wire}{twin}",)


def _same_text(left: Article, right: Article) -> str:
    differ = bool(left.publisher and right.publisher and left.publisher != right.publisher)
    return f"A and B have the same text{' (outlets differ)' if differ else ''}."
