"""Pages from the web: from a server on this machine, within bounds, and from nowhere that is not public."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from storyreader.errors import UnreadablePage
from storyreader.loading import fetch_pages, fetching
from storyreader.page import Page

MARKUP = "<html><p>The ferry was late again, and nobody on the pier said why. £5</p></html>"
ENTRY = "<guid>1</guid><title>Ferry</title><description>{}</description>"
FEED = f'<rss version="2.0"><channel><item>{ENTRY}</item></channel></rss>'


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answers = {
            "/page": (200, "text/html; charset=iso-8859-1", MARKUP.encode("latin-1")),
            "/there": (302, "", b"/page"),
            "/round": (302, "", b"/round"),
            "/file": (302, "", b"file:///etc/hostname"),
            "/inside": (302, "", b"http://10.1.2.3/secret"),
            "/big": (200, "text/html", b"x" * 3000),
            "/bomb": (200, "text/html", gzip.compress(b"0" * 3_000_000)),
            "/feed": (200, "application/rss+xml", FEED.format("It was late again. " * 40).encode()),
            "/picture": (200, "image/png", b"\x89PNG\r\n\x1a\n"),
        }
        status, kind, content = answers.get(self.path, (404, "text/html", b"gone"))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", content.decode())
        self.send_header("Content-Type", kind)
        if self.path == "/bomb":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count this machine as public, so that redirections to other private machines can be told."""
    monkeypatch.setattr(fetching, "_is_public", lambda address: address == "127.0.0.1")


@pytest.mark.parametrize("path", ["/page", "/there"])
def test_a_page_is_read_with_its_address_and_time(server: str, path: str) -> None:
    (page,) = fetch_pages(server + path, allow_private=True)
    assert isinstance(page, Page)
    assert (page.text, page.media, page.url) == (MARKUP, "html", f"{server}/page")
    assert page.path == server + path
    assert page.saved is not None


def test_a_feed_is_many_pages(server: str) -> None:
    (page,) = fetch_pages(f"{server}/feed", allow_private=True)
    assert isinstance(page, Page)
    assert page.path == f"{server}/feed#1"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/gone", "answers 404"),
        ("/round", "redirected more than"),
        ("/file", "no address of the web"),
        ("/inside", "private network"),
        ("/big", "more than 0 MB"),
        ("/bomb", "more than 0 MB"),
        ("/picture", "PNG"),
    ],
)
@pytest.mark.usefixtures("public")
def test_what_may_not_be_had_is_told(server: str, path: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 2000)
    (problem,) = fetch_pages(server + path)
    assert isinstance(problem, UnreadablePage)
    assert told in problem.message
    assert problem.hint


@pytest.mark.usefixtures("public")
def test_a_page_that_takes_too_long_is_given_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LONGEST", -1.0)
    (problem,) = fetch_pages(f"{server}/page")
    assert "took longer" in str(problem)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0.0.0.0/", "http://[::1]/", "http://169.254.169.254/latest",
        "http://10.0.0.1/", "http://[::ffff:10.0.0.1]/", "http://localhost:1/", "http://[fe80::1]/", "http://192.168.1.1/",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_in_all_their_forms(url: str) -> None:
    (problem,) = fetch_pages(url)
    assert "private network" in str(problem)
    assert "--allow-private" in str(problem)


@pytest.mark.parametrize("url", ["ftp://outlet.example/x", "file:///etc/passwd", "http://", "gopher://x"])
def test_only_the_web_is_asked(url: str) -> None:
    (problem,) = fetch_pages(url)
    assert "no address of the web" in str(problem)
    assert not fetching.is_address(url)


def test_a_server_that_is_not_there_is_told(server: str) -> None:
    (problem,) = fetch_pages("http://127.0.0.1:9/", allow_private=True)
    assert "cannot be read" in str(problem)
    (unknown,) = fetch_pages("http://no-such-host.invalid/")
    assert "leads nowhere" in str(unknown)
