"""How long a text is, in the unit that its script has, and whether its page was read more simply."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyreader.article import Article, Simplification

_WORDS_A_MINUTE, _CHARACTERS_A_MINUTE = 230, 500
_CHARACTER_LANGUAGES = frozenset({"zh", "ja"})
"""Languages in which a character is about half a word; of other scripts without spaces the pace is not known."""

_WITHOUT: "dict[Simplification, str]" = {
    "end": "its end",
    "extractor": "a second opinion on what is article",
    "model": "the learned judgement of each line",
    "hidden": "what it hides from view",
    "rules": "rules that only some pages need",
    "repeats": "going over the text once more",
}


def length_text(article: "Article") -> str:
    """The number of words, or of characters where the script has no spaces between words: "380 words"."""
    words = article.words
    count, unit = (article.characters, "character") if words is None else (words, "word")
    return f"{count} {unit}{'' if count == 1 else 's'}"


def minutes_text(article: "Article") -> str:
    """About how long it takes to read: "2 min"; empty where nobody can tell."""
    if article.words is not None:
        minutes = article.words / _WORDS_A_MINUTE
    elif article.language in _CHARACTER_LANGUAGES:
        minutes = article.characters / _CHARACTERS_A_MINUTE
    else:
        return ""
    return f"{max(1, round(minutes))} min"


def simplifications(article: "Article") -> "list[Simplification]":
    """What a page was read without."""
    return [what for what in _WITHOUT if what in article.simplified]


def simplified_text(article: "Article") -> str:
    """That a page was read more simply, and without what; empty for nearly all pages."""
    without = [_WITHOUT[what] for what in simplifications(article)]
    if not without:
        return ""
    told = " and ".join([", ".join(without[:-1]), without[-1]] if len(without) > 1 else without)
    return f"This page is very large or took too long, so it was read without {told}."
