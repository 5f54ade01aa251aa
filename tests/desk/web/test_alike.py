"""Names that may be one person's stand together, others never."""

from __future__ import annotations

import pytest

from twosource.desk.web.alike import may_be, one_person, same_name
from twosource.stores.base import Store, View
from twosource.stores.memory import MemoryStore

from .browser import Browser, fill, serving


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann Roe", "ann roé"), ("Ann Roe", "Ann B. Roe"), ("Omar bin Said", "Omar Said"), ("Roe", "Roe")],
)
def test_written_for_one(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Roe", "Pete Roe"), ("Ann Roe", "Roe"), ("Tor Lind", "Tor Lind Jr."), ("Tor B. Lind", "Tor H. B. Lind"),
        ("Harbour Union", "Harbour Union Council"), ("Ann Roe", ""), ("", "Roe"),
    ],
)  # fmt: skip
def test_never_for_one(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


def quoting(*names: str) -> Store:
    """A desk with a report for each name, each of which quotes one person twice as often as the one after it."""
    store = MemoryStore()
    for n, name in enumerate(names):
        said = "\n\n".join(f'"The wind took roof number {k}," {name} said.' for k in range(2 * (len(names) - n)))
        fill(store, [{"text": f"Roofs of Osterlund {n}\n\n{said}\n", "date": "2031-05-05"}], f"story:{n}")
    return store


def group(view: View, name: str) -> list[str]:
    known = next(k for k in view.named("speaker", name, 50) if k.name == name)
    return [k.name for k in one_person(view, known)]


def test_a_surname_stands_with_the_one_who_has_it() -> None:
    with quoting("Ann Roe", "Roe", "Tor Lind").view() as view:
        assert group(view, "Ann Roe") == group(view, "Roe") == ["Ann Roe", "Roe"]
        assert group(view, "Tor Lind") == ["Tor Lind"]


def test_a_surname_of_two_stands_for_itself() -> None:
    with quoting("Ann Roe", "Roe", "Pete Roe").view() as view:
        assert [group(view, name) for name in ("Ann Roe", "Roe", "Pete Roe")] == [["Ann Roe"], ["Roe"], ["Pete Roe"]]
        assert [k.name for k in may_be(view, "Roe")] == ["Ann Roe", "Pete Roe"]
        assert may_be(view, "Ann Roe") == []


def lines(desk: Browser, path: str) -> list[str]:
    return [" ".join(li.text_content().split()) for li in desk.get(path).tree.xpath("//ul[@class='people']/li")]


def test_the_list_has_one_line_for_one_person_at_the_name_most_often_quoted() -> None:
    with serving(quoting("Roe", "Tor Lind", "Ann Roe")) as desk:
        first, second = lines(desk, "/people")
        assert first.startswith("Roe")
        assert first.endswith("also as Ann Roe, 2 quotes")
        assert second.startswith("Tor Lind")
        (found,) = lines(desk, "/people?name=ann")
        assert found.startswith("Ann Roe"), "what was looked for is never hidden"
        assert "Also quoted as Roe (6 quotes)" in desk.get("/who?name=Ann+Roe").words
        assert "Also quoted as Ann Roe (2 quotes)" in desk.get("/who?name=Roe").words


def test_whom_a_surname_may_mean_is_said() -> None:
    with serving(quoting("Ann Roe", "Roe", "Pete Roe")) as desk:
        assert len(lines(desk, "/people")) == 3
        assert "May be Ann Roe, Pete Roe" in desk.get("/who?name=Roe").words
        assert "Also quoted" not in desk.get("/who?name=Ann+Roe").words


def test_the_page_of_a_name_keeps_it_whoever_else_is_found() -> None:
    with serving(quoting("Ann B. Roe", "Ann Roe", "Pete Roe")) as desk:
        page = desk.get("/who?name=Ann+Roe")
        assert page.tree.xpath("string(//h1)") == "Ann Roe"
        assert "as Ann B. Roe" in page.words
        assert "Pete" not in page.words
