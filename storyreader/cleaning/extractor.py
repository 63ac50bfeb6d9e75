"""Asks trafilatura for its view of a page, as one vote among others. It is imported late, because it costs 0.2 s."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


def extractor_text(markup: str) -> str:
    """Return the text that trafilatura takes for the article, one block a line; empty when it finds none or fails."""
    from trafilatura import extract

    with _quiet():
        try:
            return extract(markup, output_format="txt", include_comments=False, include_tables=True, fast=False) or ""
        except Exception:
            return ""


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the extractor's complaints about broken markup off the terminal."""
    logger = logging.getLogger("trafilatura")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before
