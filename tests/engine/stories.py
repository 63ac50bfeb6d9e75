"""Small invented stories for the matching tests."""

from datetime import date

from storyreader import Article, Sentence, split_sentences

HARBOUR_POST = (
    "The old pier in Orrin will be closed on Monday after divers found that worms had eaten its beams, Voss said.",
    "Mayor Lida Voss said that 140 men would use the northern dock. “We will not wait for the pier to fall,” she said.",
    "The council has set aside $2.5 million for repairs. Work is to begin in April.",
    "Two boats were damaged in a storm last week.",
    "The harbour office could not be reached for comment.",
)
COAST_HERALD = (
    "Orrin’s pier closes Monday: divers have discovered that its beams were eaten by worms, according to the council.",
    "Some 140 men must move to the northern dock, said Lida Voss, the mayor.",
    "Repairs will cost $2.5 million, and work will start in April.",
    "“WE WILL NOT WAIT for the pier to fall”, she said.",
    "The town was founded by monks in 1288.",
)


def article(paragraphs: tuple[str, ...], published: date | None = None, **fields: str) -> Article:
    """An article with its sentences, as the cleaning makes them."""
    sentences: list[Sentence] = []
    for paragraph, text in enumerate(paragraphs):
        for span in split_sentences(text, "en"):
            body = text[span.start : span.end].rstrip()
            sentences.append(Sentence(body, len(sentences), paragraph, span.start, span.start + len(body)))
    return Article(
        id=str(hash(paragraphs)),
        headline=fields.get("headline"),
        paragraphs=paragraphs,
        sentences=tuple(sentences),
        agency=fields.get("agency"),
        publisher=fields.get("publisher"),
        published=published,
    )
