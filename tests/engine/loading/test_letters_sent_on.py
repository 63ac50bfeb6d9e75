"""A letter that is sent on within the text of another is the article, not its cover."""

from pathlib import Path

import pytest

from storyreader.cleaning import clean_page
from storyreader.loading import read_pages
from storyreader.page import Page

TOLD = tuple(
    f"The ferry of Orn sailed again on day {number} after the crew had mended the hull with oak." for number in range(6)
)
HEAD = "From: {sender}\nSubject: {subject}\nDate: Tue, 05 May 2026 09:00:00 +0200\nMIME-Version: 1.0\n"
PLAIN, MARKUP = "Content-Type: text/plain; charset=utf-8\n\n", "Content-Type: text/html; charset=utf-8\n\n"
BODY = "\n\n".join(TOLD)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TOLD)


def letter(path: Path, text: str, subject: str = "Fwd: Ferry sails") -> Page:
    path.write_text(HEAD.format(sender="Carl Dorn <carl@orn.example>", subject=subject) + text, encoding="utf-8")
    (found,) = read_pages(path)
    assert isinstance(found, Page)
    return found


GMAIL = f"""{PLAIN}fyi

---------- Forwarded message ---------
From: Orn Post <news@ornpost.example>
Date: Mon, May 4, 2026 at 7:00 AM
Subject: Ferry sails
To: <carl@orn.example>


{BODY}
"""
APPLE = f"""{PLAIN}Begin forwarded message:

> From: Orn Post <news@ornpost.example>
> Subject: Ferry sails
> Date: 4 May 2026 at 07:00:00 CEST
> To: carl@orn.example

{BODY}
"""
THUNDERBIRD = f"""{PLAIN}-------- Weitergeleitete Nachricht --------
Betreff: \tFerry sails
Datum: \tMon, 4 May 2026 07:00:00 +0200
Von: \tOrn Post <news@ornpost.example>
An: \tcarl@orn.example

{BODY}
"""
MARKED_UP = f"""{MARKUP}<html><head><style>.a {{ color: red }}</style></head><body><div>See below.<br><div>----------
Forwarded message ---------<br>From: <b>Orn Post</b> &lt;news@ornpost.example&gt;<br>Date: Mon, 4 May 2026 at 07:00<br>
Subject: Ferry sails<br>To: &lt;carl@orn.example&gt;<br></div><div>{PARAGRAPHS}</div></div></body></html>
"""
TWICE = f"""{PLAIN}fyi

From: Eve <eve@orn.example>
Sent: Tuesday, 5 May 2026 08:00
Subject: FW: Ferry sails

Good!

From: Orn Post <news@ornpost.example>
Sent: Monday, 4 May 2026 07:00
To: eve@orn.example
Subject: Ferry sails

{BODY}
"""


@pytest.mark.parametrize("text", [GMAIL, APPLE, THUNDERBIRD, MARKED_UP, TWICE])
def test_the_letter_sent_on_is_the_article(tmp_path: Path, text: str) -> None:
    article = clean_page(letter(tmp_path / "a.eml", text))
    assert article.paragraphs == TOLD
    assert (article.headline, article.publisher) == ("Ferry sails", "Orn Post")
    assert str(article.published).startswith("2026-05-04 07:00")


@pytest.mark.parametrize(
    "below",
    [
        "From: Orn Post <news@ornpost.example>\nSubject: Eels\nDate: 4 May 2026\n\nEels left.",  # below a long letter
        "To: everybody\nFrom: the crew\n\nThank you.",  # no head of a letter
    ],
)
def test_a_letter_that_says_more_than_a_cover_is_itself(tmp_path: Path, below: str) -> None:
    found = letter(tmp_path / "a.eml", f"{PLAIN}{BODY}\n\n{below}\n", "Ferry sails")
    assert TOLD[0] in found.text
    assert found.stated["sender"].startswith("Carl Dorn")
