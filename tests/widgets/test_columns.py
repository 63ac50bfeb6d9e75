"""Columns stay straight: what we take for the width of a text is what terminals take for it.

The widths are those that tmux 3.3 gave for the text as it is drawn, by where its cursor stood behind it.
"""

import pytest
from wcwidth import wcwidth

from tests.widgets.host import Host
from widgets.text_view import TextBlock, TextView
from widgets.wrapping import cells, drawn, shortened, wrap

MEASURED = [
    ("漢字", 4), ("한글", 4), ("\u1112\u1161\u11ab", 2), ("ｶﾅ", 2), ("مدينة", 5), ("أُغلِقَ", 4), ("הַגֶּשֶׁר", 4), ("น้ำที่", 3),
    ("e\u0301", 1), ("किताब", 5), ("সেতুটি", 5), ("கொடி", 4), ("တံတား", 4), ("ស្ពាន", 4), ("❤\ufe0f", 1),
    ("👩\u200d🚀", 4), ("👩🏽\u200d🚀", 4), ("🇩🇪", 2), ("①", 1), ("x\u200by\u00adz", 3),
]  # fmt: skip
TEXTS = (
    "इस पुल को सोमवार को बंद कर दिया गया, और अभियंता ने कहा कि स्तंभ में दरार है।",
    "這座橋週一關閉。工程師在北側橋墩上發現了裂縫，渡輪將運送乘客。",
    "The family 👨\u200d👩\u200d👧\u200d👦 and the pilot 👩🏽\u200d🚀 came on ❤\ufe0f and ✈\ufe0f by ferry.",
    "أُغلِقَ الجِسرُ يومَ الاثنين، وقالَ المهندسُ إنَّ الشقوقَ عميقةٌ في الدعامة.",
    "הַגֶּשֶׁר נִסְגַּר בְּיוֹם שֵׁנִי, אמרה העירייה, והמעבורת תפעל במקומו עד הקיץ.",
    "เชื่อมสะพานถูกปิดเมื่อวันจันทร์ หลังวิศวกรพบรอยร้าวที่เสาด้านเหนือ",
)


def in_terminal(text: str) -> int:
    """The cells of a drawn text by the tables of wcwidth, whose rule for spacing marks is not that of terminals."""
    from unicodedata import category

    return sum(1 if category(sign) == "Mc" else max(0, wcwidth(sign)) for sign in text)


@pytest.mark.parametrize(("text", "width"), MEASURED)
def test_widths_are_those_of_a_terminal(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [1, 2, 3, 7, 20, 60])
def test_lines_fit_into_their_column(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert all(cells(line) <= max(2, width) for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert cells(shortened(text, width)) <= width


@pytest.mark.parametrize("size", [(20, 5), (38, 10), (80, 24), (400, 120)])
async def test_every_line_ends_where_the_window_ends(size: tuple[int, int]) -> None:
    view = TextView()
    async with Host(view).run_test(size=size) as pilot:
        view.show_blocks([TextBlock(text, "", 1, "label" if number % 2 else None) for number, text in enumerate(TEXTS)])
        await pilot.pause()
        for strip in pilot.app.screen._compositor.render_strips():
            assert in_terminal(strip.text) == size[0], strip.text
        assert any(drawn(TEXTS[0])[:4] in strip.text for strip in pilot.app.screen._compositor.render_strips())
