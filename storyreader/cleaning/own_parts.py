"""Tells which elements of a page belong to its article: not those of comments, teasers, embedded posts and sidebars."""

import re
from typing import Any

_WORD = re.compile(r"[a-z]+")
_OTHERS = frozenset({
    "comment", "comments", "commentlist", "disqus", "respond", "reply", "replies", "related", "recommended",
    "recommendations", "teaser", "teasers", "sidebar", "promo", "trending", "popular", "mostread", "recirc",
    "recirculation", "outbrain", "taboola", "tweet", "embed", "carousel",
})  # fmt: skip
_APART = frozenset({"aside", "nav", "blockquote"})
_STORY = re.compile(r"article|posting|report|review|comment", re.IGNORECASE)


class OwnParts:
    """The elements around the headline of a page; what stands apart from them in a part of its own is another's."""

    def __init__(self, root: Any) -> None:
        """Find the headline's place."""
        heading = next(root.iter("h1"), None)
        self._around: set[Any] = set() if heading is None else {heading, *heading.iterancestors()}
        self._in_story = any(element.tag == "article" for element in self._around)
        scopes = [element for element in root.iter() if _is_story(element)]
        own = [element for element in scopes if element in self._around] or scopes[:1]
        self._other_scopes = set(scopes) - set(own)

    def holds(self, element: Any) -> bool:
        """Whether an element belongs to the article."""
        apart = False
        for around in (element, *element.iterancestors()):
            if around in self._around:
                break
            apart = apart or self._is_other(around)
        return not apart

    def _is_other(self, element: Any) -> bool:
        if element in self._other_scopes or element.tag in _APART or (element.tag == "article" and self._in_story):
            return True
        names = _WORD.findall(f"{element.get('class') or ''} {element.get('id') or ''}".lower())
        return not _OTHERS.isdisjoint(names)


def _is_story(element: Any) -> bool:
    return element.get("itemscope") is not None and bool(_STORY.search(element.get("itemtype") or ""))
