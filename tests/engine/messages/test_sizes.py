"""How long a text is said to be, in words or in characters."""

import pytest

from storyreader.article import is_unspaced
from storyreader.exporting import article_document
from storyreader.library import entry_of
from storyreader.messages import details, length_text, minutes_text, simplified_text
from tests.making import make_article

JAPANESE = "橋は月曜日に閉鎖された。市によると、北側の橋脚にひびが見つかったという。"
CHINESE = "这座桥周一关闭。工程师在北侧桥墩上发现了裂缝。"
THAI = "สะพานถูกปิดเมื่อวันจันทร์หลังวิศวกรพบรอยร้าว"
KHMER = "ស្ពានត្រូវបានបិទនៅថ្ងៃចន្ទ"


@pytest.mark.parametrize("text", [JAPANESE, CHINESE, THAI, KHMER])
def test_scripts_without_spaces_are_counted_in_characters(text: str) -> None:
    article = make_article([text, f"{text} {text}"])
    assert article.words is None
    assert length_text(article) == f"{3 * len(text)} characters"
    assert f" · {3 * len(text)} characters" in details(article)
    document = article_document(article)
    assert (document["words"], document["characters"]) == (None, 3 * len(text))
    entry = entry_of(article)
    assert (entry.words, entry.characters) == (0, 3 * len(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bridge closed.", "3 words"),
        ("Closed.", "1 word"),
        ("다리가 월요일에 폐쇄되었다.", "3 words"),
        ("पुल सोमवार को बंद हो गया।", "6 words"),
        ("הגשר נסגר ביום שני.", "4 words"),
        ("أغلق الجسر يوم الاثنين.", "4 words"),
        ("The port of 大阪 closed.", "5 words"),
        ("", "0 words"),
        ("1 2 3", "3 words"),
    ],
)
def test_all_others_in_words(text: str, told: str) -> None:
    assert length_text(make_article([text] if text else [])) == told


def test_a_text_with_names_in_latin_letters_keeps_its_unit() -> None:
    assert is_unspaced("トヨタの豊田章男社長はTOYOTAの工場で会見した。")
    assert not is_unspaced("Toyota (トヨタ) closed a plant.")


def test_minutes_are_told_where_the_pace_is_known() -> None:
    assert minutes_text(make_article(["word " * 700], language="en")) == "3 min"
    assert minutes_text(make_article(["橋" * 1500], language="ja")) == "3 min"
    assert minutes_text(make_article([THAI], language="th")) == ""


def test_what_was_left_out_is_said_in_words_and_what_is_unknown_is_not() -> None:
    article = make_article(["One."], simplified=("end", "model", "of a later version"))
    assert simplified_text(article).endswith("without its end and the learned judgement of each line.")
    assert details(article).endswith("read more simply (end, model)")
    assert simplified_text(make_article(["One."], simplified=("of a later version",))) == ""
