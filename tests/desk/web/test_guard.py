"""Who may ask, and how."""

from __future__ import annotations

import pytest

from .browser import Browser


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:{port}", "127.0.0.1", "127.0.0.1:{port}", "localhost:1"])
def test_it_answers_to_its_own_names(desk: Browser, host: str) -> None:
    port = desk.root.rstrip("/").rpartition(":")[2]
    assert desk.get("/", {"Host": host.format(port=port)}).status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example.org", "127.0.0.1.evil.example.org", "localhost.evil.example.org:80", "127.0.0.1@evil", "[::1]"],
)
def test_another_name_is_refused_on_every_path(desk: Browser, host: str) -> None:
    for path in ("/", "/search?q=bridge", "/desk.css", "/story/story:1", "/none"):
        answer = desk.get(path, {"Host": host})
        assert answer.status == 400
        assert "bridge" not in answer.text
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_it_can_be_read_only(desk: Browser, method: str) -> None:
    answer = desk.get("/", method=method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_a_head_is_answered(desk: Browser) -> None:
    answer = desk.get("/", method="HEAD")
    assert (answer.status, answer.text) == (200, "")


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("/brief.css", "text/css"), ("/desk.css", "text/css"), ("/icon.svg", "image/svg+xml"), ("/", "text/html")],
)
def test_files_are_what_they_say(desk: Browser, path: str, media_type: str) -> None:
    answer = desk.get(path)
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_no_file_beside_those_can_be_had(desk: Browser) -> None:
    for path in ("/../desk.sqlite", "/..%2fbase.html.j2", "/base.html.j2", "/assets/desk.css", "/desk.sqlite"):
        assert desk.get(path).status == 404


def test_style_loads_nothing(desk: Browser) -> None:
    for path in ("/brief.css", "/desk.css", "/icon.svg"):
        text = desk.get(path).text
        assert "url(" not in text
        assert "@import" not in text
