"""What a robots.txt allows, and what follows where none comes."""

from __future__ import annotations

import pytest

from twosource.desk.watch.robots import DAY, RETRY, Rules, host_of, robots_came, robots_failed
from twosource.errors import FetchRefused, InputError
from twosource.pages.fetch import AnswerRefused
from twosource.stores.base import Host

SITE = "https://news.example.org"
HOST = Host(host="https://news.example.org:443", wait=7)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /private\nAllow: /private/open", "/private/open/1", True),
        ("User-agent: *\nDisallow: /private\nAllow: /private/open", "/private/1", False),
        ("User-agent: TwoSource\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: twosource/0.1\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: otherbot\nUser-agent: twosource\nDisallow: /x", "/x", False),
        ("User-agent: otherbot\nDisallow: /", "/a", True),
        ("User-agent: two\nDisallow: /", "/a", True),
        ("user agent : *\r\ndisallow: /*.pdf$", "/a.pdf", False),
        ("user agent : *\r\ndisallow: /*.pdf$", "/a.pdf?x", True),
        ("User-agent: *   # all of you\nDisallow: /a # here", "/a/b", False),
        ("Disallow: /", "/a", True),
        ("\x00\xff<html>no robots here", "/a", True),
    ],
)
def test_what_is_allowed(text: str, path: str, allowed: bool) -> None:
    assert Rules(text).allows(SITE + path) is allowed


def test_the_delay_asked_of_us() -> None:
    assert Rules("User-agent: *\nCrawl-delay: 12").delay == 12
    assert Rules("User-agent: twosource\nCrawl-delay: 2.5\n\nUser-agent: *\nCrawl-delay: 60").delay == 2.5
    assert Rules("User-agent: *\nCrawl-delay: soon").delay == Rules("").delay == 0


def test_as_many_agents_as_rules_take_no_time() -> None:
    agents = "".join(f"User-agent: bot{n}\n" for n in range(15_000))
    rules = "".join(f"Disallow: /{n}*a*b$\n" for n in range(15_000))
    assert not Rules(agents + "User-agent: *\n" + rules).allows(f"{SITE}/14999ab")


def test_what_stands_past_the_limit_is_not_read() -> None:
    long = "User-agent: *\n" + "# nothing here\n" * 50_000 + "Disallow: /"
    assert Rules(long).allows(f"{SITE}/a")


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("http://A.example/x?y", "http://a.example:80"),
        ("https://a.example:8443/", "https://a.example:8443"),
        ("http://[::1]:80/", "http://[::1]:80"),
    ],
)
def test_one_file_is_for_scheme_name_and_port(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/a", "ftp://a.example/", "http:///x", "entry:http://a#1"])
def test_what_is_no_address_of_the_web_has_no_host(address: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        host_of(address)


def test_a_robots_txt_holds_for_a_day() -> None:
    assert robots_came(HOST, "User-agent: *", 1000.5) == Host(
        host=HOST.host, robots="User-agent: *", until=1000 + DAY, wait=7
    )


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_where_there_is_none_all_is_allowed(status: int) -> None:
    assert robots_failed(HOST, AnswerRefused("no", status), 0).robots == ""


@pytest.mark.parametrize("error", [AnswerRefused("no", 500), AnswerRefused("no", 429, 60), InputError("no route")])
def test_where_it_cannot_be_reached_the_last_one_holds_or_nothing_is_allowed(error: InputError) -> None:
    assert robots_failed(HOST, error, 0) == Host(host=HOST.host, robots=None, until=RETRY, wait=7)
    known = robots_came(HOST, "User-agent: *\nDisallow: /a", 0)
    assert robots_failed(known, error, 99).robots == known.robots


def test_redirects_without_end_are_no_robots_txt() -> None:
    assert robots_failed(HOST, FetchRefused("it leads on more than 5 times"), 0).robots == ""
