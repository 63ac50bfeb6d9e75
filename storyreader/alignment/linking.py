"""Measured pairs become links: which to keep, of what kind, why, and which stand out of the common order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from storyreader.alignment.claims import Claims, ToldText
from storyreader.alignment.explanations import WordExplainer
from storyreader.alignment.model import load_model
from storyreader.alignment.order import moved_links
from storyreader.alignment.outlines import TextOutline, outline
from storyreader.alignment.pair_features import measure
from storyreader.alignment.profiles import Profiles
from storyreader.alignment.scoring import IndexPair, ScoredPair, chances_by_words, score_by_words, score_semantically
from storyreader.comparison import Related
from storyreader.garbage import without_garbage_collection
from storyreader.lazy import Explainer, LazyLink
from storyreader.semantic import SentenceEncoder


def match_sentences(
    left: Sequence[str], right: Sequence[str], encoder: SentenceEncoder | None = None
) -> tuple[LazyLink, ...]:
    """Find the sentences of two articles that tell the same thing.

    Links are many-to-many: every left number of a link goes with every right one, and a sentence may be in several
    links. Kinds are "same" (equal but for case, punctuation, white space and typography), "reworded" (the same as a
    whole) and "partial" (they share a claim, one carries more); conflicts are found later, from facts. A score is
    the chance in percent that a link is right; unsure pairs are none. Matching (right, left) gives the mirror image,
    and the same input always gives the same links.
    With `encoder` (see `load_encoder`) sentence vectors give a second opinion, also across languages; it costs some
    20 ms a sentence. Reasons and changes are worked out when they are read. Without `encoder` cost grows
    near-linearly with the number of sentences.
    """
    return match_outlines(outline(left), outline(right), encoder).links


@dataclass(frozen=True, slots=True)
class Matches:
    """The links of two articles, and the pairs that are perhaps related. `chances`, of all pairs that were looked at,
    tell how likely they tell the same by their words, 0 to 1, linked or not.
    """

    links: tuple[LazyLink, ...] = ()
    related: tuple[Related, ...] = ()
    chances: Mapping[IndexPair, float] = field(default_factory=dict)


def match_outlines(left: TextOutline, right: TextOutline, encoder: SentenceEncoder | None = None) -> Matches:
    """As `match_sentences`, for texts whose outlines have been made before; with what is perhaps related."""
    if not left.texts or not right.texts:
        return Matches()
    with without_garbage_collection():
        return _matched(left, right, encoder)


def _matched(left: TextOutline, right: TextOutline, encoder: SentenceEncoder | None) -> Matches:
    texts = ToldText(left, right.language), ToldText(right, left.language)
    found = judged_matches(*measure(left, right), texts, encoder)
    moved = moved_links(found.links)
    links = tuple(link.as_moved() if number in moved else link for number, link in enumerate(found.links))
    return replace(found, links=links)


def judged_matches(
    profiles: Profiles,
    measured: Mapping[IndexPair, Sequence[float]],
    texts: tuple[ToldText, ToldText],
    encoder: SentenceEncoder | None = None,
) -> Matches:
    """The links among the measured pairs of two articles; which have moved is not looked for."""
    left, right = (text.outline.texts for text in texts)
    alone = len(left) == len(right) == 1
    across = profiles.languages[0] != profiles.languages[1]
    chances = chances_by_words(measured, across=across)
    judged, cosines = (
        (score_by_words(measured, chances, alone, across), {})
        if encoder is None
        else score_semantically(profiles, measured, left, right, encoder)
    )
    same = _same_text(*(text.outline for text in texts))
    judged = {pair: verdict for pair, verdict in judged.items() if not _is_surplus(pair, same, profiles)} | same
    claims = Claims(*texts, profiles.vocabulary.names)
    # vectors know what other words mean, and two languages have nothing but names and figures in common
    by_words = encoder is None and not across and not alone
    linked, related = _parted(judged, claims.are_one if by_words else claims.claim_something)
    may_relate = claims.share_something if by_words else claims.claim_something
    related = {pair: score for pair, score in related.items() if may_relate(*pair)}
    for pair, verdict in linked.items():
        if verdict.kind == "reworded" and not across and not claims.are_whole(*pair):
            linked[pair] = ScoredPair("partial", verdict.score)
    explainer = WordExplainer(claims, cosines)
    links = [_link(group, linked, explainer) for group in _groups(linked)]
    links.sort(key=lambda link: (link.left, link.right))
    return Matches(
        tuple(links),
        tuple(Related(*pair, related[pair]) for pair in sorted(related)),
        chances,
    )


def _parted(
    judged: Mapping[IndexPair, ScoredPair], is_link: Callable[[int, int], bool]
) -> tuple[dict[IndexPair, ScoredPair], dict[IndexPair, float]]:
    """The pairs that are links, and the scores of the others."""
    linked: dict[IndexPair, ScoredPair] = {}
    related: dict[IndexPair, float] = {}
    least = 100 * load_model().linked.threshold
    for pair, verdict in judged.items():
        if verdict.kind == "same" or (verdict.kind != "related" and is_link(*pair)):
            linked[pair] = verdict
        else:
            related[pair] = min(verdict.score, least - 0.1)
    return linked, related


def _same_text(left: TextOutline, right: TextOutline) -> dict[IndexPair, ScoredPair]:
    """Pairs of equal text. Text that stands often on both sides is paired in order, not all with all."""
    same = ScoredPair("same", 100.0)
    found: dict[IndexPair, ScoredPair] = {}
    for text, ones in left.places.items():
        if others := right.places.get(text):
            found.update((pair, same) for pair in zip(ones, others, strict=False))
            # the surplus of the longer side goes with the last of the shorter
            shorter = min(len(ones), len(others))
            found.update(((one, others[-1]), same) for one in ones[shorter:])
            found.update(((ones[-1], other), same) for other in others[shorter:])
    return found


def _is_surplus(pair: IndexPair, same: Mapping[IndexPair, ScoredPair], profiles: Profiles) -> bool:
    """Whether a pair of equal texts was left out of the pairs in order."""
    return pair not in same and profiles.left[pair[0]].sentence.plain == profiles.right[pair[1]].sentence.plain


def _groups(judged: Mapping[IndexPair, ScoredPair]) -> list[tuple[IndexPair, ...]]:
    """Which pairs make one link: partial partners that follow each other and share one sentence, else each its own.

    A pair that could join both ways (one left sentence with several right ones, one right with several left) stays
    alone, so that the sides can be swapped.
    """
    runs = {side: _runs(judged, side) for side in (0, 1)}
    groups: list[tuple[IndexPair, ...]] = []
    joined: set[IndexPair] = set()
    for side in (0, 1):
        for run in runs[side].values():
            if len(run) > 1 and not any(len(runs[1 - side][pair]) > 1 for pair in run) and run[0] not in joined:
                groups.append(run)
                joined.update(run)
    groups.extend((pair,) for pair in judged if pair not in joined)
    return groups


def _runs(judged: Mapping[IndexPair, ScoredPair], side: int) -> dict[IndexPair, tuple[IndexPair, ...]]:
    """For each pair the run of partial pairs with the same sentence of `side` and neighbouring partners."""
    runs: dict[IndexPair, tuple[IndexPair, ...]] = {}
    current: list[IndexPair] = []
    for pair in sorted(judged, key=lambda pair: (pair[side], pair[1 - side])):
        follows = (
            current
            and current[-1][side] == pair[side]
            and current[-1][1 - side] + 1 == pair[1 - side]
            and judged[pair].kind == judged[current[-1]].kind == "partial"
        )
        if not follows:
            runs.update((member, tuple(current)) for member in current)
            current = []
        current.append(pair)
    runs.update((member, tuple(current)) for member in current)
    return runs


def _link(group: tuple[IndexPair, ...], judged: Mapping[IndexPair, ScoredPair], explainer: Explainer) -> LazyLink:
    kind = judged[group[0]].kind
    assert kind != "related"
    lefts = tuple(sorted({pair[0] for pair in group}))
    rights = tuple(sorted({pair[1] for pair in group}))
    score = max(judged[pair].score for pair in group)
    return LazyLink(lefts, rights, kind, score, explainer=explainer)
