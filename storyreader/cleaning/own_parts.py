"""Tells which elements of a page belong to its article: not those of comments, teasers and embedded posts."""

import re
from itertools import islice
from typing import Any

from storyreader.cleaning.cues import plain_words

_WORD = re.compile(r"[a-z]+")
_OTHERS = frozenset({
    "comment", "comments", "commentlist", "kommentare", "kommentarer", "commentaires", "comentario", "comentarios",
    "commento", "commenti", "reactie", "reacties", "komentarz", "komentarze", "disqus", "respond", "reply",
    "replies", "related", "recommended", "recommendations", "teaser", "teasers", "mostread", "recirc",
    "recirculation", "outbrain", "taboola", "tweet", "embed",
})  # fmt: skip
_APART = frozenset({"nav", "blockquote"})
_FEWEST = 2
"""Articles beside the one around the headline from which they are those of other stories."""
_LONGEST = 400
"""Characters of a heading that are read."""
_NEAR, _LINE = 2, 40
"""Elements around the headline whose parts are beside it, and words of such a part that is a line."""
_PARAGRAPHS = 3
"""Paragraphs of a stated article that may be the page's, though its headline stands elsewhere."""
_STORY = re.compile(r"article|posting|report|review|comment", re.IGNORECASE)


class OwnParts:
    """The elements around the headline of a page; what stands apart from them in a part of its own is another's."""

    def __init__(self, root: Any) -> None:
        """Find the headline's place."""
        self.heading = heading = _heading(root)
        self._around: set[Any] = set() if heading is None else {heading, *heading.iterancestors()}
        near = () if heading is None else islice(heading.iterancestors(), _NEAR)
        self._nearest = {element for element in near if element.tag != "body"}
        articles = {element for element in root.iter("article") if element not in self._around}
        in_article = any(element.tag == "article" for element in self._around)
        self._other_articles = articles if in_article and len(articles) >= _FEWEST else set()
        scopes = [element for element in root.iter() if _is_story(element)]
        own = [element for element in scopes if element in self._around]
        own = own or [element for element in scopes if sum(1 for _ in element.iter("p")) >= _PARAGRAPHS][:1]
        self._other_scopes = set(scopes) - set(own)

    def holds(self, element: Any) -> bool:
        """Whether an element belongs to the article."""
        return not any(self.is_apart(around) for around in (element, *element.iterancestors()))

    def is_apart(self, element: Any) -> bool:
        """Whether an element is by itself a part of its own; one around the headline never is."""
        if element in self._around:
            return False
        if element in self._other_scopes or element in self._other_articles:
            return True
        return _is_called_apart(element) and not self._beside_heading(element)

    def _beside_heading(self, element: Any) -> bool:
        """Whether an element is a line beside the headline: who wrote it, when, how many comments there are."""
        near = element.getparent() in self._nearest
        return near and len("".join(element.itertext()).split()) <= _LINE


def _is_called_apart(element: Any) -> bool:
    """Whether an element's name or classes say that others' words stand in it."""
    if element.tag in _APART:
        return True
    names = _WORD.findall(f"{element.get('class') or ''} {element.get('id') or ''}".lower())
    return element.tag != "figure" and not _OTHERS.isdisjoint(names)


def _heading(root: Any) -> Any | None:
    """The first-level heading that says most of what the page's title says; the name of the site is often one too."""
    title = set(plain_words("".join(root.findtext("head/title") or "")))
    return max(
        root.iter("h1"),
        key=lambda heading: len(title.intersection(plain_words("".join(heading.itertext())[:_LONGEST]))),
        default=next(root.iter("h2"), None),
    )


def _is_story(element: Any) -> bool:
    return element.get("itemscope") is not None and bool(_STORY.search(element.get("itemtype") or ""))
