"""Which outlets an account credits with its story: "The New York Times through Reuters"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storyreader.article import Article
from storyreader.cleaning import is_outlet
from storyreader.comparison import ArticleFact, Comparison, Observation
from storyreader.fact import Fact
from storyreader.facts import same_name
from storyreader.findings.omissions import is_named_by_cue, is_source
from storyreader.lexicon import tables_for

LEAD = 5
"""Sentences in which an account says where its story comes from; further down an outlet is credited with a detail."""
BETWEEN = 8
"""Characters between a source and the outlet behind it."""
ARTICLES = frozenset({"the", "der", "die", "das"})


@dataclass(slots=True)
class _Chain:
    """The outlets that an account credits, and those through which it has their report."""

    origins: list[str] = field(default_factory=list)
    carriers: list[str] = field(default_factory=list)


def source_chains(comparison: Comparison) -> Iterator[Observation]:
    """One observation where two linked accounts credit different outlets, or one of them none."""
    if not comparison.links:
        return
    left, right = comparison.left, comparison.right
    ours, theirs = _chain(left, comparison.facts_left), _chain(right, comparison.facts_right)
    shared = [name for name in _all(ours) if _is_named(name, right, comparison.facts_right)]
    shared += [name for name in _all(theirs) if _is_named(name, left, comparison.facts_left)]
    if (ours.origins or theirs.origins) and not shared:
        values = [" and ".join(names) for chain in (ours, theirs) for names in (chain.origins, chain.carriers)]
        yield Observation("source_chain", tuple(values))


def credited_outlets(article: Article, facts: Sequence[ArticleFact]) -> tuple[str, ...]:
    """The outlets that the lead of an account credits with its story, or through which it has it; its own is none."""
    return tuple(_all(_chain(article, facts)))


def _all(chain: _Chain) -> list[str]:
    return chain.origins + chain.carriers


def _chain(article: Article, facts: Sequence[ArticleFact]) -> _Chain:
    """Whom the lead credits. Of "Reuters reported, citing the Post" the Post is the origin, Reuters the carrier."""
    found = _Chain()
    acts = tables_for(article.language).lists.get("acts_of_speech", frozenset())
    for number in range(min(LEAD, len(article.sentences))):
        here = [item.fact for item in facts if item.sentence == number]
        told = [fact for fact in here if is_source(fact, acts)]
        text = article.sentences[number].text
        cited, spoke = (
            [name for fact in told if is_named_by_cue(fact) == by_cue and (name := _outlet_of(fact, here, text))]
            for by_cue in (True, False)
        )
        found.origins += cited or spoke
        found.carriers += spoke if cited else []
    own = article.publisher or ""
    if found.origins and article.agency:
        found.carriers.append(article.agency)
    found.origins = _distinct(found.origins, [own])
    found.carriers = _distinct(found.carriers, [own, *found.origins])
    return found


def _outlet_of(fact: Fact, facts: Sequence[Fact], text: str) -> str | None:
    """The outlet that a source is, or the one named right behind: "told [CNN]", "a report in the [Ledger]"."""
    if found := _outlet(fact.speaker or ""):
        return found
    for name in facts:
        if name.kind == "name" and 0 <= name.span.start - fact.span.end <= BETWEEN:
            between = text[fact.span.end : name.span.start].split()
            return _outlet(" ".join([*between[-1:], name.text]))
    return None


def _outlet(source: str) -> str | None:
    """The name in "the daily [Kellen Post]" when it is that of an outlet."""
    words = source.split(",", maxsplit=1)[0].split()
    while words and words[0].islower() and words[0] not in ARTICLES:
        del words[0]
    plain = all(not word[0].islower() or word in ARTICLES for word in words)
    name = " ".join(words)
    return name.removeprefix(f"{words[0]} " if words[0].islower() else "") if plain and is_outlet(name) else None


def _distinct(names: Sequence[str], known: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        if not any(same_outlet(name, other) for other in (*known, *found)):
            found.append(name)
    return found


def _is_named(name: str, article: Article, facts: Sequence[ArticleFact]) -> bool:
    """Whether an account names an outlet anywhere, or is its own."""
    if same_outlet(name, article.publisher or "") or same_outlet(name, article.agency or ""):
        return True
    return any(item.fact.kind == "name" and same_outlet(name, item.fact.text) for item in facts)


def same_outlet(name: str, other: str) -> bool:
    """Whether two names, one of which may be empty, are of one outlet."""
    return bool(other) and (same_name(name, other) or same_name(other, name))
