"""From many readings to a board: links of all pairs, claims over all articles, origins, voices, caveats."""

from collections import Counter
from collections.abc import Mapping, Sequence

from storyreader.article import Article
from storyreader.comparing import PairLinks, event_of, link_all
from storyreader.comparison import Event, Link
from storyreader.reading import Reading
from storyreader.story_board.cells import cells, lone_places, representative
from storyreader.story_board.clustering import clusters
from storyreader.story_board.nouns import Board, BoardCaveat, Claim, Origin, SentencePlace
from storyreader.story_board.order import in_order
from storyreader.story_board.origins import find_origins
from storyreader.story_board.voices import board_voices


def board(articles: Sequence[Article]) -> Board:
    """Lay any number of articles beside each other, claim by claim.

    Another order of the articles gives the same claims. Never fails on empty articles: their cells are silent. Costs
    about as much as reading every article, and grows near-linearly with the sentences.
    """
    return find_board([Reading(article) for article in articles])


def find_board(readings: Sequence[Reading]) -> Board:
    """As `board`, for articles that have been read before."""
    # whatever depends on an order depends on the texts, not on how they were given
    order = sorted(range(len(readings)), key=lambda number: (readings[number].article.name, number))
    found = _found([readings[number] for number in order])
    return in_order(found, order)


def find_claims(readings: Sequence[Reading]) -> tuple[Claim, ...]:
    """The claims of a board alone."""
    return _claims(readings, link_all(readings), ())


def _found(readings: Sequence[Reading]) -> Board:
    links = link_all(readings)
    origins = find_origins(readings)
    return Board(
        articles=tuple(reading.article for reading in readings),
        claims=_claims(readings, links, origins),
        origins=origins,
        voices=board_voices(readings),
        caveats=tuple(_caveats(readings)),
        events=_events(readings, links),
    )


def _claims(
    readings: Sequence[Reading], links: Mapping[tuple[int, int], PairLinks], origins: Sequence[Origin]
) -> tuple[Claim, ...]:
    edges, joined = clusters(links)
    told = {place for places in joined for place in places}
    times = [_appeared(reading.article) for reading in readings]
    found = []
    for places in (*joined, *((place,) for place in lone_places(readings, told))):
        chosen = representative(edges, places, readings)
        own = cells(edges, places, chosen, readings)
        telling = [number for number, cell in enumerate(own) if cell.tells]
        found.append(
            Claim(
                representative=chosen,
                text=readings[chosen.article].texts[chosen.sentence],
                cells=own,
                facts=readings[chosen.article].facts_of(chosen.sentence),
                position=_position(places, readings),
                first=min((n for n in telling if times[n]), key=lambda n: (times[n], n), default=None),
                origins=len({number for number, origin in enumerate(origins) if set(origin.articles) & set(telling)}),
            )
        )
    return tuple(sorted(found, key=lambda claim: (claim.position, claim.representative.article, claim.text)))


def _position(places: Sequence[SentencePlace], readings: Sequence[Reading]) -> float:
    """Where the articles tell a claim, 0 to 1, on average."""
    shares = [place.sentence / max(1, len(readings[place.article].texts) - 1) for place in places]
    return sum(shares) / len(shares)


def _appeared(article: Article) -> str:
    """When an account was published, so that it can be sorted; empty where that is not known."""
    moment = article.published or article.updated
    return moment.isoformat() if moment else ""


def _caveats(readings: Sequence[Reading]) -> list[BoardCaveat]:
    return [
        BoardCaveat(SentencePlace(article, number), fact.text, str(fact.value))
        for article, reading in enumerate(readings)
        for number, facts in enumerate(reading.facts)
        for fact in facts
        if fact.kind == "caveat"
    ]


def _events(readings: Sequence[Reading], links: Mapping[tuple[int, int], PairLinks]) -> tuple[Event, ...]:
    """For each article whether it is of one event with the one that has most in common with the others."""
    if len(readings) < 2:
        return tuple(Event() for _ in readings)
    counts = Counter(number for pair, found in links.items() for number in pair for _ in found.links)
    hub = max(range(len(readings)), key=lambda number: (counts[number], -number))
    return tuple(
        Event("same event") if number == hub else event_of(readings[hub], reading, _links_between(links, hub, number))
        for number, reading in enumerate(readings)
    )


def _links_between(links: Mapping[tuple[int, int], PairLinks], one: int, other: int) -> Sequence[Link]:
    pair = links.get((min(one, other), max(one, other)))
    return pair.links if pair else ()
