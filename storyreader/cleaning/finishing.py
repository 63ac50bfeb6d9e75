"""Turns a finished draft into an article: paragraphs, sentences, verdicts for every page line."""

from collections.abc import Sequence

from storyreader import lexicon, segmenting
from storyreader.article import Article, PageLine, Sentence
from storyreader.cleaning.draft import Draft
from storyreader.cleaning.name_scripts import name_warnings

_LANGUAGE_SAMPLE = 4000
"""Characters of body text that tell the language; more changes nothing."""


def finish(draft: Draft) -> Article:
    """Make the article. The draft's blocks must all have been judged."""
    paragraphs = tuple(block.text for block in draft.blocks if block.kept)
    language = draft.fields.get("language") or _language(paragraphs)
    page = draft.page
    words = sum(block.shape.words for block in draft.blocks)
    kept = sum(block.shape.words for block in draft.blocks if block.kept)
    return Article(
        id=page.content_hash[:16],
        headline=draft.fields.get("headline"),
        paragraphs=paragraphs,
        sentences=sentences_of(paragraphs, language),
        standfirst=draft.fields.get("standfirst"),
        byline=draft.fields.get("byline"),
        publisher=draft.fields.get("publisher"),
        agency=draft.fields.get("agency"),
        published=draft.fields.get("published"),
        updated=draft.fields.get("updated"),
        tags=tuple(draft.fields.get("tags", ())),
        language=language,
        path=page.path,
        url=draft.fields.get("url") or page.url,
        content_hash=page.content_hash,
        lines=_lines(draft),
        sources=dict(draft.sources),
        warnings=(*page.warnings, *draft.warnings, *name_warnings(draft.fields.get("publisher"))),
        share_kept=kept / words if words else 1.0,
        corrected=tuple(sorted(draft.corrected)),
        saved=draft.fields.get("saved") or page.saved,
        simplified=tuple(draft.budget.left_out),
    )


def sentences_of(paragraphs: Sequence[str], language: str | None) -> tuple[Sentence, ...]:
    """Cut paragraphs into numbered sentences; spans are characters in their paragraph, without outer white space."""
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        for span in segmenting.split_sentences(paragraph, language):
            piece = paragraph[span.start : span.end]
            text = piece.strip()
            if text:
                start = span.start + len(piece) - len(piece.lstrip())
                sentences.append(Sentence(text, len(sentences), number, start, start + len(text)))
    return tuple(sentences)


def _language(paragraphs: Sequence[str]) -> str | None:
    return lexicon.detect_language("\n".join(paragraphs)[:_LANGUAGE_SAMPLE]) if paragraphs else None


def _lines(draft: Draft) -> tuple[PageLine, ...]:
    return tuple(
        PageLine(number, raw, block.reason)
        for block in draft.blocks
        for number, raw in zip(block.numbers, block.raw, strict=True)
    )
