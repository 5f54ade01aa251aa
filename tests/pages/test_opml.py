"""Lists of feeds: nested, hand-written, damaged; what cannot be followed is told."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from twosource.errors import InputError
from twosource.pages import Failure, list_captures
from twosource.pages.opml import Subscription, is_opml, read_opml

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Ports &amp; more &eacute;">
  <outline text="Caf&eacute; &nbsp; R & D" title="" type="rss" xmlUrl="https://a.example/feed?x=1&amp;y=2"/>
  <outline text="Twice" xmlUrl="https://a.example/feed?x=1&y=2"/>
  <outline text="Deeper"><outline xmlurl=" http://b.example/ " htmlUrl="http://b.example/page"/></outline>
</outline>
<outline text="No address" type="rss"/>
<outline text="A file" type="rss" xmlUrl="file:///etc/hostname"/>
<outline text="Only a folder"/>
</body></opml>"""


def test_a_list_gives_its_feeds_once_and_says_what_cannot_be_followed() -> None:
    one, two, none, file = read_opml(LIST.encode(), "l.opml")
    assert one == Subscription(title="Café R & D", address="https://a.example/feed?x=1&y=2")
    assert two == Subscription(title="http://b.example/", address="http://b.example/")
    assert isinstance(none, Failure) and "no xmlUrl" in str(none.error) and "No address" in str(none.error)
    assert isinstance(file, Failure) and "'file:///etc/hostname' is no http" in str(file.error)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_encodings(encoding: str) -> None:
    text = '<opml><body><outline text="Café" xmlUrl="https://a.example/"/></body></opml>'
    declared = f'<?xml version="1.0" encoding="{encoding}"?>' if encoding == "latin-1" else ""
    assert read_opml((declared + text).encode(encoding), "l") == (
        Subscription(title="Café", address="https://a.example/"),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<rss/>", "this is no OPML"),
        ("", "this is no OPML"),
        ("<opml><body><outline text='x'/></body></opml>", "no feed in this list"),
        ("<opml", "this is no OPML"),
        ("<opml>", "no feed in this list|damaged"),
    ],
)
def test_what_is_no_list_says_so(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_opml(text.encode(), "l.opml")


def test_nothing_is_declared_or_read_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    head = f'<!DOCTYPE opml [<!ENTITY s SYSTEM "file://{tmp_path}/secret"><!ENTITY a "AAAA">]>'
    found = read_opml(f"{head}<opml><outline text='x &s; &a;' xmlUrl='https://a.example/'/></opml>".encode(), "l")
    assert "SECRET" not in str(found) and "AAAA" not in str(found)


@pytest.mark.parametrize(
    "again", ["<outline xmlUrl='https://a.example/'>", "<x>", "&", "<!--", "<![CDATA[", "<outline a='"]
)
def test_hostile_lists_are_read_to_their_end(again: str) -> None:
    found = read_opml(f"<opml><outline xmlUrl='https://a.example/'/>{again * 20_000}".encode(), "l")
    assert isinstance(found[0], Subscription)


def test_random_damage_gives_subscriptions_and_failures_or_an_input_error() -> None:
    rng = random.Random(2)
    for _ in range(400):
        raw = bytearray(LIST.encode())
        for _ in range(rng.randint(1, 4)):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        cut = rng.randrange(len(raw)) if rng.random() < 0.4 else len(raw)
        try:
            found = read_opml(bytes(raw[:cut]), "l.opml")
        except InputError:
            continue
        assert all(isinstance(one, Subscription | Failure) for one in found)


@pytest.mark.parametrize("name", ["feeds.opml", "feeds.xml"])
def test_as_an_input_it_says_which_command_follows_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(LIST)
    (found,) = list_captures([str(tmp_path / name)])
    assert isinstance(found, Failure)
    assert "a list of feeds (OPML)" in str(found.error) and "twosource watch" in str(found.error)
    assert is_opml(LIST.encode())
