"""Where sentences end: news traps, blocks, other languages, and what must hold for any text."""

import pytest
from hypothesis import given, strategies as st

from storyreader import split_sentences
from tests.counting import work


def cut(text: str, language: str | None = "en") -> list[str]:
    return [text[span.start : span.end].strip() for span in split_sentences(text, language)]


ONE = [
    "While the “Rods. We have them.” campaign drew laughter, it sold rods.",
    "In the film “Up. Down.” nobody speaks.",
    "The ferry left for the U.S. mainland at dawn.",
    "Gen. Anna Brook met Sen. Lee Park on Thursday.",
    "Judge P. Marlow Finch, of St. Alban, asked for No. 14.",
    "Prices rose 3.5 percent, to $1.25 a loaf.",
    "“Where is the bridge?” Harbourmaster Quill asked reporters.",
    "The board wants time… and patience, she said.",
    "Ring! said its fares would double.",
    "The wall stands near Mt. Orrin, the guide said.",
    "Harbour Stance: Mayor Lida Voss has refused the plan.",
    "Write to desk@orrin-post.example or see www.orrin-post.example today.",
    "Orrin Mills Inc. Chief Executive Tom Bell spoke first.",
    "Some tools (e.g. The Old Loom) are kept in the mill.",
    "Figure 2. The mill before the flood.",
    "Orrin Salt Corp. (NYSE: ORS) rose 4 percent.",
    "The night train leaves at 9 p.m. (local time) on Friday.",
    "Voss was born in Sarn, Calif. (pop. 400), by the mill.",
]

TWO = [
    ("He said “It is over.", "We go home” and left."),
    ("“We go.", "We stay,” said Brook."),
    ("Brook called it “a risk.", "A big one.”"),
    ("He was sent home from the U.S.", "The envoy gave no reason."),
    ("It was sold to Orrin Mills Inc.", "(The price was not told.)"),
    ("The vote came on Oct. 9.", "Nobody was surprised."),
    ("Doors close at 8 p.m.", "Late guests must wait."),
    ("She called it “a farce.”", "The council moved on."),
    ("“We will rebuild,” Voss said.", "“We will not wait.”"),
    ("“The sea took it all.", "We have nothing,” he said."),
    ("Who paid?", "Nobody knows."),
    ("He sold nets, ropes, etc.", "Buyers came by boat."),
    ("The mill shut.", "3,000 people lost work."),
    ("Sales of the ePaddle fell.", "ePaddle makers shrugged."),
    ("The trademark belongs to Orrin Mills, Inc.", "Orrin Mills News is another."),
    ("The sea is warmer than in 1950. [3]", "Fish moved north."),
    ("The dam held.", "(Engineers deny this.)"),
    ("where did you see the ferry?", "near the old pier"),
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_whole(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_sentences_are_cut(first: str, second: str) -> None:
    assert cut(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("es", ["La Sra. Ruiz llegó a EE. UU. el lunes.", "¿Quién pagó?", "Nadie lo sabe."]),
        ("fr", ["M. Duval a quitté le port.", "« Nous restons », dit-il.", "Le maire n’a rien dit."]),
        ("de", ["Am 3. Oktober kam Dr. Weiß zurück.", "Der Hafen war leer.", "„Niemand war da.“"]),
        ("pt", ["O Sr. Lopes chegou às 9 horas.", "Ninguém o esperava."]),
        ("ru", ["В 2019 г. порт закрыли.", "Люди уехали.", "Кто виноват?"]),
        ("tr", ["Dr. Kaya limana geldi.", "Kimse onu beklemiyordu."]),
        ("ar", ["وصلت السفينة إلى الميناء.", "من دفع الثمن؟", "لا أحد يعرف."]),
        ("hi", ["जहाज बंदरगाह पर पहुँचा।", "किसी ने कुछ नहीं कहा।"]),
        ("zh", ["船到了港口。", "没有人说话！", "谁付了钱？"]),
        ("ja", ["船が港に着いた。", "誰も話さなかった。"]),
    ],
)
def test_other_languages(language: str, sentences: list[str]) -> None:
    joint = "" if language in {"zh", "ja"} else " "
    assert cut(joint.join(sentences), language) == sentences


def test_the_language_is_found_when_not_given() -> None:
    assert cut("Am 3. Oktober ist der Hafen nicht mehr offen. Das war die Lage.", None) == [
        "Am 3. Oktober ist der Hafen nicht mehr offen.",
        "Das war die Lage.",
    ]


def test_a_blank_line_and_a_line_end_end_a_sentence() -> None:
    assert cut("The pier at dusk\nVoss spoke first\n\nShe left early") == [
        "The pier at dusk",
        "Voss spoke first",
        "She left early",
    ]


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "The harbour council said on Monday that the old pier would be closed\n"
        "for the winter because its beams had been eaten by worms and because\n"
        "nobody had offered to pay for new ones since the spring of last year\n"
        "when the last grant ran out. It will be looked at again in the month\n"
        "of April."
    )
    assert [" ".join(sentence.split()) for sentence in cut(text)] == [
        " ".join(text.split()).removesuffix(" It will be looked at again in the month of April."),
        "It will be looked at again in the month of April.",
    ]


def test_list_items_on_one_line_are_cut() -> None:
    assert cut("1) bread 2) salt 3) rope") == ["1) bread", "2) salt", "3) rope"]


def test_white_space_belongs_to_the_sentence_before() -> None:
    text = "  One went.  Two stayed. \n"
    assert [text[span.start : span.end] for span in split_sentences(text, "en")] == ["  One went.  ", "Two stayed. \n"]


def test_nothing_gives_nothing() -> None:
    assert split_sentences("") == ()
    assert len(split_sentences(" \n ")) == 1


MIXED = st.text(alphabet="aB .!?…\"”“'’()[]\n\r\u2028\t0129,;:-–。！？《》।؟áЯ中あ1)•*", max_size=120)


@given(st.one_of(st.text(max_size=200), MIXED), st.sampled_from([None, "en", "de", "ru", "zh", "hi", "xx"]))
def test_spans_cover_the_text_once_in_order(text: str, language: str | None) -> None:
    spans = split_sentences(text, language)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(span.start < span.end for span in spans)
    assert spans == split_sentences(text, language)
    if text.strip():
        assert not any(text[span.start : span.end].isspace() for span in spans)


@pytest.mark.parametrize(
    "stretch",
    [". ", "a.", "\n", "[1] ", '" ', "1) ", "... ", "x", "—", "a. b. ", "He said no. ", "“No,” she said. ", "It. ) "],
)
def test_work_grows_with_the_text_not_with_its_square(stretch: str) -> None:
    def cost(size: int) -> int:
        text = stretch * (size // len(stretch))
        return work(lambda: split_sentences(text, "en"))

    cost(200)
    assert 0 < cost(16_000) <= 10 * cost(2_000)
