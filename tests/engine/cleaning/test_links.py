"""The links of a page: those in the article first, none to places of the page itself."""

from pathlib import Path

from storyreader.library import read_article, read_links

HTML = """<html><head><base href="https://echo.example/news/"><title>x</title></head><body>
<nav><a href="/sport">Sport</a> <a href="#top">Top</a> <a href="javascript:x()">x</a></nav>
<article><h1>Bridge shut after crack</h1>
<p>The bridge closed on Monday after engineers <a href="report.pdf">found a crack</a> in the northern pillar of it.</p>
<p>Twelve vans were on it when the barriers came down, the police said in <a href="https://police.example/1?a=1&amp;b=2">a
statement</a> on Monday evening, and nobody was hurt in any of them.</p>
<p>It is expected to stay shut for weeks, the council said, and buses take the long way round.</p></article>
<footer><a href="mailto:x@echo.example">Mail</a> <a href="https://police.example/1?a=1&amp;b=2">again</a>
<a href="http://[broken">broken</a></footer></body></html>"""


def test_the_links_of_a_page_of_markup(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(HTML, encoding="utf-8")
    links = read_links(read_article(file))
    assert [(link.words, link.address, link.in_article) for link in links] == [
        ("found a crack", "https://echo.example/news/report.pdf", True),
        ("a statement", "https://police.example/1?a=1&b=2", True),
        ("Sport", "https://echo.example/sport", False),
    ]


def test_the_addresses_in_a_text(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(
        "Bridge shut after crack\n\nThe bridge closed on Monday (see https://echo.example/a). It was shut at noon.\n\n"
        "Twelve vans were on it when the barriers came down, the police said on Monday evening.\n\n"
        "Share: https://share.example/?u=1, https://echo.example/a\n",
        encoding="utf-8",
    )
    addresses = [link.address for link in read_links(read_article(file))]
    assert sorted(addresses) == ["https://echo.example/a", "https://share.example/?u=1"]
