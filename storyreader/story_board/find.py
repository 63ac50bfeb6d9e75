"""From many readings to a board: links of all pairs, claims over all articles, origins, voices, caveats."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from storyreader.article import Article
from storyreader.comparing import PairLinks, event_of, link_all
from storyreader.comparison import Event, Link
from storyreader.garbage import without_garbage_collection
from storyreader.reading import Reading
from storyreader.story_board.cells import cells, lone_places, representative
from storyreader.story_board.clustering import clusters
from storyreader.story_board.corrections import BoardCorrection, corrected
from storyreader.story_board.nouns import UNDATED, Board, BoardCaveat, Claim, Origin, SentencePlace, appeared
from storyreader.story_board.order import in_order
from storyreader.story_board.origins import find_origins
from storyreader.story_board.page_versions import versions_of
from storyreader.story_board.voices import board_voices


def board(articles: Sequence[Article]) -> Board:
    """Lay any number of articles beside each other, claim by claim.

    Another order of the articles gives the same claims. Never fails on empty articles: their cells are silent. Costs
    about as much as reading every article, and grows near-linearly with the sentences.
    """
    return find_board([Reading(article) for article in articles])


def find_board(readings: Sequence[Reading]) -> Board:
    """As `board`, for articles that have been read before."""
    with without_garbage_collection():
        return BoardFinder(readings).board()


def find_claims(readings: Sequence[Reading]) -> tuple[Claim, ...]:
    """The claims of a board alone, with nothing said of origins."""
    return _Clustered(readings).claims((), ())


class BoardFinder:
    """Finds the board of some articles, and finds it again for other corrections of the reader: what the corrections
    do not change is worked out once.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        # whatever depends on an order depends on the texts, not on how they were given
        self._order = sorted(range(len(readings)), key=lambda number: (readings[number].article.name, number))
        ordered = [readings[number] for number in self._order]
        self._clustered = _Clustered(ordered)
        self._rest = Board(
            articles=tuple(reading.article for reading in ordered),
            claims=(),
            origins=find_origins(ordered),
            voices=board_voices(ordered),
            caveats=tuple(_caveats(ordered)),
            versions=tuple(versions_of(ordered)),
            events=_events(ordered, self._clustered.links),
        )

    def board(self, corrections: Sequence[BoardCorrection] = ()) -> Board:
        """The board with the reader's corrections, whose articles count as they were given."""
        back = {number: place for place, number in enumerate(self._order)}
        own = [
            replace(one, places=tuple(SentencePlace(back[place.article], place.sentence) for place in one.places))
            for one in corrections
        ]
        claims = self._clustered.claims(self._rest.origins, own)
        return in_order(replace(self._rest, claims=claims), self._order)


class _Clustered:
    """The articles with the links of every two of them, and the sentences of each claim."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self.links = link_all(readings)
        self._edges, joined = clusters(self.links)
        told = {place for places in joined for place in places}
        self._places = [*joined, *((place,) for place in lone_places(readings, told))]
        self._known: dict[tuple[SentencePlace, ...], Claim] = {}
        self._times = [appeared(reading.article) for reading in readings]

    def claims(self, origins: Sequence[Origin], corrections: Sequence[BoardCorrection]) -> tuple[Claim, ...]:
        """All claims, in the order of the story."""
        places = corrected(self._places, corrections) if corrections else self._places
        found = [self._claim(own, origins) for own in places]
        return tuple(sorted(found, key=lambda one: (one.position, one.representative.article, one.text)))

    def _claim(self, places: tuple[SentencePlace, ...], origins: Sequence[Origin]) -> Claim:
        """A claim; one that no correction has touched is known."""
        if places not in self._known:
            self._known[places] = self._found(places, origins)
        return self._known[places]

    def _found(self, places: Sequence[SentencePlace], origins: Sequence[Origin]) -> Claim:
        chosen = representative(self._edges, places, self._readings)
        own = cells(self._edges, places, chosen, self._readings)
        telling = {number for number, cell in enumerate(own) if cell.tells}
        dated = [number for number in telling if self._times[number] < UNDATED]
        return Claim(
            representative=chosen,
            text=self._readings[chosen.article].texts[chosen.sentence],
            cells=own,
            facts=self._readings[chosen.article].facts_of(chosen.sentence),
            position=_position(places, self._readings),
            first=min(dated, key=lambda number: (self._times[number], number), default=None),
            origins=sum(not telling.isdisjoint(origin.articles) for origin in origins),
        )


def _position(places: Sequence[SentencePlace], readings: Sequence[Reading]) -> float:
    """Where the articles tell a claim, 0 to 1, on average."""
    shares = [place.sentence / max(1, len(readings[place.article].texts) - 1) for place in places]
    return sum(shares) / len(shares)


def _caveats(readings: Sequence[Reading]) -> list[BoardCaveat]:
    return [
        BoardCaveat(SentencePlace(article, number), fact.text, str(fact.value))
        for article, reading in enumerate(readings)
        for number, fact in reading.numbered_facts
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
