"""Quotations and speakers, sources, caveats, negation."""

import pytest

from storyreader.fact import Fact
from storyreader.facts import extract_article_facts, extract_facts


def of_kind(text: str, kind: str) -> list[Fact]:
    return [fact for fact in extract_facts(text, language="en") if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("“The water came at night,” Ilse Dorn said.", "The water came at night,", "Ilse Dorn"),
        ("“The water came at night,” said Ilse Dorn, a baker.", "The water came at night,", "Ilse Dorn"),
        ('Dorn told reporters: "We had no time."', "We had no time.", "Dorn"),
        ("According to the harbour office, “nobody was aboard.”", "nobody was aboard.", "the harbour office"),
        ("Mayor Tomas Kell called the delay “a scandal” on Friday.", "a scandal", "Mayor Tomas Kell"),
        ("Kell, speaking in Lisport, warned that “the dam is weak.”", "the dam is weak.", "Kell"),
        ("“Who signed it?” the judge asked.", "Who signed it?", "the judge"),
        ("A sign said “keep out”.", "keep out", "A sign"),
        ("On the wall: “No entry.”", "No entry.", None),
    ],
)
def test_quotations_have_their_speaker(text: str, quote: str, speaker: str | None) -> None:
    (fact,) = of_kind(text, "quote")
    assert (fact.value, fact.speaker) == (quote, speaker)


def test_a_second_quotation_goes_on_with_the_speaker() -> None:
    facts = of_kind("“It went fast,” said Mara Lund, a nurse. “Then the lights failed.”", "quote")
    assert [fact.speaker for fact in facts] == ["Mara Lund", "Mara Lund"]


def test_a_quotation_cut_by_the_sentence_stays_open() -> None:
    assert [fact.value for fact in of_kind("“We will stay here.", "quote")] == ["We will stay here."]
    assert [fact.value for fact in of_kind("And we will win.” Lund laughed.", "quote")] == ["And we will win."]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The shed was empty, according to the fire service.", "the fire service"),
        ("The shed was empty, the Courier reported on Thursday, citing two sailors.", "the Courier"),
        ("Minister Paula Reyes told the Courier that the shed was empty.", "Minister Paula Reyes"),
        ("In a statement the port authority said the shed was empty.", "the port authority"),
        ("The losses reported by two harbour towns on Monday are small.", "two harbour towns"),
        ("The dam was described by engineers as weak.", "engineers"),
        ("Lund said by phone that the shed was empty.", "Lund"),
        (
            "According to three senior clerks speaking on condition of anonymity, the shed was empty.",
            "three senior clerks",
        ),
        ("The records of the port say the shed was empty.", "The records of the port"),
        ("Mara A. Lund, a nurse, told the Courier that the shed was empty.", "Mara A. Lund"),
        ("There are signs on which sailors say that the shed was empty.", "sailors"),
        ("The harvest of the port touted by Lund on Monday is small.", "Lund"),
        # a sentence is told by whoever stands behind it
        ("Ada Lund, 66, was walking into the shed when she fell, said Sgt. Tom Brand.", "Sgt. Tom Brand"),
        ("The head of the shed, who had been ill, died in Orn, said clerk Tom Brand.", "clerk Tom Brand"),
        ("Ada Lund, who was ill, said Tom Brand, a clerk, had left.", "Ada Lund"),
        ("Ada Lund, whose views have changed, said Brand “knows the shed.”", "Ada Lund"),
        ("Ada Lund, who knew Brand when he worked in Orn, said he met her there.", "Ada Lund"),
        # what is added is said
        ("“Nobody was there,” added Mara Lund, who runs the shed.", "Mara Lund"),
        ("Lund added later that the shed was empty.", "Lund"),
        ("Lund added in a letter that the shed was empty.", "Lund"),
        ("Lund added the shed would stay shut until May.", "Lund"),
    ],
)
def test_attributions_name_their_source(text: str, source: str) -> None:
    assert of_kind(text, "attribution")[0].speaker == source


@pytest.mark.parametrize(
    "text",
    [
        "The plate adds a touch of stiffness to the sole.",
        "Ola Brandt added a goal before half time.",
        "The port maintains a wide list of ships, which has been kept since 1950.",
        "The stock added more than 2% to begin the week.",
        "They build and maintain the sheds of the port.",
        "Ola Brandt pleaded guilty on Monday.",
        "The port left the union, citing internal money issues.",
    ],
)
def test_who_does_or_has_a_thing_says_nothing(text: str) -> None:
    assert not of_kind(text, "attribution")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Courier could not independently verify the video.", "unverified"),
        ("The ministry declined to comment.", "no comment"),
        ("The owner did not immediately respond to a request.", "no response"),
        ("He allegedly sold the map.", "alleged"),
        ("She spoke on condition of anonymity.", "anonymous"),
        ("It was not immediately clear who fired.", "unclear"),
        ("The count is preliminary.", "preliminary"),
    ],
)
def test_caveats_say_how_sure_the_account_is(text: str, value: str) -> None:
    assert value in [fact.value for fact in of_kind(text, "caveat")]


@pytest.mark.parametrize(
    "text",
    ["The bridge did not open.", "Nobody was aboard.", "The senate rejected the bill.", "They hadn’t paid.",
     "The mayor refused to sign.", "The ferry left without lights.", "Talks failed to end the strike."],
)  # fmt: skip
def test_negated_sentences_are_seen(text: str) -> None:
    assert of_kind(text, "negation")


@pytest.mark.parametrize(
    "text", ["The bridge opened.", "Not only did she win, she set a record.", "There is no doubt."]
)
def test_plain_sentences_are_not_negated(text: str) -> None:
    assert not of_kind(text, "negation")


def speakers(*sentences: str) -> list[str | None]:
    facts = extract_article_facts(sentences, language="en")
    return [fact.speaker for own in facts for fact in own if fact.kind in {"quote", "attribution"}]


@pytest.mark.parametrize(
    "text",
    [
        "Floods came twice, particularly in the states of Orrin and Vell.",
        "Earlier claims about the dam were wrong.",
        "The mills stand in the northern states near the border.",
        "The town released two highly critical reports that depicted the sheds.",
        "Brandt led the reform protests that had begun in the port.",
    ],
)
def test_nouns_are_no_verbs_of_saying(text: str) -> None:
    assert not of_kind(text, "attribution")


def test_a_pronoun_stands_for_the_speaker_before() -> None:
    found = speakers("“We left at dawn,” said Ilse Dorn.", "The road was wet.", "She said the bridge had held.")
    assert set(found) == {"Ilse Dorn"}


def test_a_pronoun_stands_for_the_only_person_of_the_sentence_before() -> None:
    assert speakers("Mayor Tomas Kell visited the camp.", "“It is cold here,” he said.")[0] == "Mayor Tomas Kell"
    assert speakers("Tomas Kell met Ilse Dorn.", "“It is cold here,” he said.")[0] == "he"


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    found = extract_article_facts(
        ("Dorn said: “We left at dawn.", "Nobody had slept.", "The road was wet.”"), language="en"
    )
    quotes = [fact for own in found for fact in own if fact.kind == "quote"]
    assert [(fact.value, fact.speaker) for fact in quotes] == [
        ("We left at dawn.", "Dorn"), ("Nobody had slept.", "Dorn"), ("The road was wet.", "Dorn"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["The owner did not answer questions.", "They had to say no.", "Nobody asked why."])
def test_verbs_are_no_sources(text: str) -> None:
    assert not of_kind(text, "attribution")
