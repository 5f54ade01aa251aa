import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.articles.made import plain
from twosource.articles import find_article
from twosource.articles.bylines import looks_like_person, names_in_byline
from twosource.articles.datelines import LENGTH, read_dateline

BODY = (
    "A ferry ran aground in thick fog near the port on Wednesday and forty people were taken off, the coast guard said."
)


@pytest.mark.parametrize(
    ("line", "head", "town", "wire"),
    [
        ("PARIS (AP) — It rained", "PARIS (AP) — ", "PARIS", "AP"),
        ("LONDON, March 5 (Reuters) - It rained", "LONDON, March 5 (Reuters) - ", "LONDON", "Reuters"),
        ("Feb 3 (Reuters) - Shares fell", "Feb 3 (Reuters) - ", None, "Reuters"),
        ("Gdansk (dpa) - It rained", "Gdansk (dpa) - ", "Gdansk", "dpa"),
        ("Lomé (Togo) (AFP) – It rained", "Lomé (Togo) (AFP) – ", "Lomé", "AFP"),
        ("WASHINGTON — It rained", "WASHINGTON — ", "WASHINGTON", None),
        ("Nairobi, Kenya — It rained", "Nairobi, Kenya — ", "Nairobi", None),
        ("BEIJING, Jan. 5 (Xinhua) -- It rained", "BEIJING, Jan. 5 (Xinhua) -- ", "BEIJING", "Xinhua"),
        ("Agadez - It rained", "Agadez - ", "Agadez", None),
        ("Gdansk – “It rained”", "Gdansk – ", "Gdansk", None),
        ("NEW DELHI: It rained", "NEW DELHI: ", "NEW DELHI", None),
    ],
)
def test_datelines(line: str, head: str, town: str | None, wire: str | None) -> None:
    found = read_dateline(line)
    assert found is not None
    assert line[: found.end] == head
    assert (line[slice(*found.town)] if found.town else None) == town
    assert (found.wire.name if found.wire else None) == wire


@pytest.mark.parametrize(
    "line",
    [
        "BREAKING — It rained",
        "UPDATE: rain",
        "The talks - which failed - resumed",
        "US-led talks",
        "Jo Ek - a baker - said",
        "Gdansk - a port on the Baltic - was dark",
        "Elsewhere - It rained",
        "Paris-Nice was won by a Dane",
        "Sunday 6 June 2032 - 07:40",
        "MONDAY, May 9 - The ferry sank.",
    ],
)
def test_no_datelines(line: str) -> None:
    assert read_dateline(line) is None


@given(st.text())
def test_a_dateline_ends_near_its_beginning(line: str) -> None:
    found = read_dateline(line)
    assert found is None or 0 < found.end <= min(len(line), LENGTH)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, Springfield", ["Jane Doe"]),
        ("By Jane Doe, Staff Writer", ["Jane Doe"]),
        ("By Jane Doe | The Associated Press", ["Jane Doe"]),
        ("By Dr. Jane Doe jane@paper.example", ["Jane Doe"]),
        ("By: World Service Staff", ["World Service Staff"]),
        ("Written by Anna-Lena O'Neil", ["Anna-Lena O'Neil"]),
        ("By Jane Doe March 5, 2024", ["Jane Doe"]),
        ("By Jane Doe in Lagos", ["Jane Doe"]),
        ("BY JANE DOE IN LAGOS", ["JANE DOE"]),
        ("By Jane Doe in Lagos and John Roe in Accra", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, Lagos and John Roe, Accra", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, New York", ["Jane Doe"]),
        ("By JANE DOE/ Staff Writer", ["JANE DOE"]),
        ("By Political Editor Jane Doe", ["Jane Doe"]),
        ("By Xinhua writers Li Na, Wang Bo", ["Li Na", "Wang Bo"]),
        ("Live updates by Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe (text) and John Roe (photos)", ["Jane Doe"]),
        ("Text by Jane Doe, photos by John Roe", ["Jane Doe"]),
        ("Written by Jane Doe in Prague based on reporting by our Georgian Service", ["Jane Doe"]),
        ("By Kim In-soo", ["Kim In-soo"]),
        ("By Our Correspondent", []),
        ("By STAFF WRITERS, Paris (AFP)", []),
        ("By Reuters", []),
        ("By midnight the fire was out", []),
        ("Bystanders ran", []),
    ],
)
def test_bylines(line: str, names: list[str]) -> None:
    assert names_in_byline(line) == names


def test_bare_names() -> None:
    assert looks_like_person("Moses Okello")
    assert not looks_like_person("Fire kills two in northern town")


@given(st.text())
def test_names_come_from_the_line(line: str) -> None:
    assert all(name for name in names_in_byline("By " + line))


@pytest.mark.parametrize(
    ("text", "wires"),
    [
        (f"Ferry aground\n\nOSLO (AP) — {BODY}", ["AP"]),
        (f"Ferry aground\n\nBy Jane Doe\nAssociated Press\n\n{BODY}", ["AP"]),
        (f"Ferry aground\n\n{BODY}\n\nReuters contributed to this report.", ["Reuters"]),
        (f"Ferry aground\n\n{BODY}\n\nWith files from The Canadian Press and AFP", ["CP", "AFP"]),
        (f"Ferry aground\n\n{BODY}\n\nCopyright 2024 The Associated Press. All rights reserved.", ["AP"]),
        (f"Ferry aground\n\n{BODY}\n\nThe pilots are to be questioned. — AFP", ["AFP"]),
        (f"Ferry aground\n\nLiv Anker, AFP | The ferry on the reef\n\n{BODY}", ["AFP"]),
        (f"Ferry aground\n\nLiv Anker, AFP | The ferry\n\nOSLO (AP) — {BODY}", ["AP"]),
        (f"Ferry aground\n\nThe ferry was late, Reuters reported on Monday.\n\n{BODY}", ["Reuters"]),
        (f'Ferry aground\n\n{BODY} "It was foggy," a pilot told The Associated Press.', []),
        (f"Ferry aground\n\n{BODY}", []),
    ],
)
def test_wires(text: str, wires: list[str]) -> None:
    assert [wire.name for wire in find_article(plain(text)).wires] == wires


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Ferry aground\n\n{BODY}\n\nBy: Fjord Service Staff", "Fjord Service"),
        (f"Ferry aground\n\n{BODY}\n\n© 2024 The Fjord Times", "The Fjord Times"),
        (f"THE FJORD TIMES\n\nFerry aground off Oslo\n\n{BODY}", "The Fjord Times"),
        (f"THE LIGHTHOUSE\n\nFerry aground off Oslo\n\n{BODY}\n\nLiv Ek writes for The Lighthouse.", "The Lighthouse"),
        (f"Ferry aground\n\n{BODY}\n\n(© Copyright 2024 The Fjord Times. All Rights Reserved.)", "The Fjord Times"),
        (f"Ferry aground\n\n{BODY}\n\n(© Copyright 2024 The Associated Press. All Rights Reserved.)", None),
        (f"Ferry aground\n\n{BODY}", None),
    ],
)
def test_outlets_of_plain_text(text: str, outlet: str | None) -> None:
    assert find_article(plain(text)).outlet == outlet


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.fjordtimes.example.com:80/news/1", "fjordtimes.example.com"),
        ("https://m.fjordtimes.no/news/1", "fjordtimes.no"),
        ("http://web.archive.org/web/20240305120000/http://www.fjordtimes.no:80/2024/1.html", "fjordtimes.no"),
        ("https://archive.ph/AbC1d/https://amp.fjordtimes.no/1", "fjordtimes.no"),
        ("http://127.0.0.1:8000/1.html", None),
        ("http://localhost/1.html", None),
        ("http://[::1/", None),
        ("reports/1.html", None),
    ],
)
def test_the_site_stands_for_an_outlet_that_nothing_names(url: str, outlet: str | None) -> None:
    article = find_article(plain(f"Ferry aground\n\n{BODY}", url=url))
    assert article.outlet == outlet
    assert [g.basis for g in article.grounds if g.field == "outlet"] == (["url"] if outlet else [])


def test_a_name_on_the_page_goes_before_its_site() -> None:
    page = plain(f"Ferry aground\n\n{BODY}\n\n© 2024 The Fjord Times", url="https://fjordtimes.no/1")
    assert find_article(page).outlet == "The Fjord Times"


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        (f"Ferry aground\n\nUpdated: 5 March 2024\nPublished: 3 March 2024 10:15 GMT\n\n{BODY}", "2024-03-03", "text"),
        (f"Ferry aground\n\nMarch 3, 2024\n\n{BODY}", "2024-03-03", "text"),
        (f"Ferry aground\n\nOSLO, March 3, 2024 (AP) — {BODY}", "2024-03-03", "text"),
    ],
)
def test_dates_published_of_plain_text(text: str, value: str, basis: str) -> None:
    published = find_article(plain(text)).published
    assert published is not None
    assert (published.value, published.basis) == (value, basis)


def test_a_date_in_the_prose_is_no_date_of_publication() -> None:
    text = (
        f"Ferry aground\n\n{BODY} It was built on 3 March 2004.\n\nThe last such accident was on May 5, 2011, it said."
    )
    assert find_article(plain(text)).published is None


def test_the_url_tells_the_day() -> None:
    page = plain(f"Ferry aground\n\n{BODY}", url="https://paper.example/world/2024/03/03/ferry-aground")
    published = find_article(page).published
    assert published is not None
    assert (published.value, published.basis) == ("2024-03-03", "url")


PASSAGE = "Divers looked at the hull until dark. They found a gash below the waterline. (AP)"
LAST = "The crew slept in a school on the quay. Nobody was hurt."


def test_an_agency_in_brackets_behind_a_paragraph_is_credited() -> None:
    article = find_article(plain("\n\n".join(("Ferry aground off the port", BODY, PASSAGE, LAST, BODY))))
    assert [(w.name, w.selector and w.selector.exact) for w in article.wires] == [("AP", "AP")]


def test_an_agency_named_with_its_initials_is_not() -> None:
    told = "The captain spoke to the Associated Press (AP)"
    assert find_article(plain("\n\n".join(("Ferry aground", BODY, told, BODY, BODY, BODY)))).wires == ()


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("(Reporting by Nils Oder in Varn and Ana Solis in Lima; editing by Tom Rudge)", ("Nils Oder", "Ana Solis")),
        ("(By Nils Oder; Editing by Tom Rudge)", ("Nils Oder",)),
        ("Additional reporting: Nils Oder", ()),
    ],
)
def test_who_signs_off_wrote_a_report_without_a_byline(line: str, by: tuple[str, ...]) -> None:
    article = find_article(plain("\n\n".join(("Ferry aground off the port", BODY, BODY, line))))
    assert article.by == by
    assert article.blocks[-1].role == "credit"
