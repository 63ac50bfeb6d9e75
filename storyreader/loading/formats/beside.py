"""What documents show of a paragraph beside its text: a page put into one keeps its links and its bold type."""

_LINKED, _BOLD, _OFFER = 0.95, 0.5, 0.25
"""Share of a paragraph in links alone, and shares in bold and in links of an offer to subscribe or the like."""


def is_beside(linked: float, bold: float) -> bool:
    """Whether a paragraph below the headline, with these shares in links and in bold, is no part of the article."""
    return linked >= _LINKED or (bold >= _BOLD and linked >= _OFFER)
