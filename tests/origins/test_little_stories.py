"""Little stories told by rows as users give them, and who rests on whom: what is expected was written down first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from twosource.model import Record
from twosource.origins import derivations
from twosource.pages import list_captures
from twosource.pipeline import combine, read_article, read_capture

from .ferry import ABROAD, ELSEWHERE, FOOTER, LOCAL, QUOTE, RELEASE, RETOLD, WIRE, dateline, row

AP = row("ap", *dateline("AP", WIRE), outlet="The Associated Press")
COURIER = row("courier", *LOCAL, outlet="Tessel Courier")
Rows = list[dict[str, Any]]

STORIES: dict[str, tuple[Rows, str]] = {
    "verbatim copy": ([AP, row("b", *dateline("AP", WIRE), outlet="Bergen Post")], "ap b"),
    "copy without its credit": ([AP, row("b", *WIRE, outlet="Bergen Post")], "ap b"),
    "the first three paragraphs": ([AP, row("b", *WIRE[:3], outlet="Bergen Post")], "ap b"),
    "the middle of it": ([AP, row("b", *WIRE[1:4], outlet="Bergen Post")], "ap b"),
    "copy with a new beginning": ([AP, row("b", LOCAL[0], *WIRE, outlet="Bergen Post")], "ap b"),
    "curly marks, capitals, other spaces": (
        [AP, row("b", *(p.replace("'", "’").replace(" the ", " THE\u00a0") for p in WIRE), outlet="B Post")], "ap b",
    ),
    "agency text in several places": (
        [AP, row("b", LOCAL[0], WIRE[1], LOCAL[1], LOCAL[2], WIRE[3], LOCAL[3], outlet="Bergen Post")], "ap b",
    ),
    "agency text in one place, contribution credited": (
        [AP, row("b", *LOCAL, WIRE[2], WIRE[3], "The Associated Press contributed to this report.", outlet="B Post")],
        "ap b",
    ),
    "agency text in one place, not credited": ([AP, row("b", *LOCAL[:4], *WIRE[2:4], outlet="Bergen Post")], "ap b"),
    "one passage in two reports, nobody credited": (
        [row("a", *WIRE, outlet="Avisen"), row("b", *LOCAL[:4], *WIRE[2:4], LOCAL[4], outlet="Bergen Post")], "a|b",
    ),
    "retold and credited in the lead": (
        [AP, row("b", f"{RETOLD[0]} The Associated Press reported.", *RETOLD[1:], outlet="Bergen Post")], "ap b",
    ),
    "retold, agency named at the end of the first sentence": (
        [AP, row("b", RETOLD[0][:-1] + ", according to AP.", *RETOLD[1:], outlet="Bergen Post")], "ap b",
    ),
    "retold without a credit cannot be told": ([AP, row("b", *RETOLD, outlet="Bergen Post")], "ap|b"),
    "two agencies": ([AP, row("r", *dateline("Reuters", ABROAD), outlet="Reuters")], "ap|r"),
    "the agency's later version in other words": (
        [AP, row("b", *dateline("AP", RETOLD), outlet="Bergen Post", date="2031-05-08")], "ap b",
    ),
    "contribution credited, nothing shared": (
        [AP, row("b", *LOCAL, "The Associated Press contributed to this report.", outlet="Tessel Courier")], "ap|b",
    ),
    "byline of the agency": (
        [AP, row("b", "By Lena Foss, Associated Press", WIRE[0], LOCAL[0], LOCAL[1], LOCAL[2], outlet="Bergen Post")],
        "ap b",
    ),
    "byline of a reporter and the agency": (
        [AP, row("b", "By Tor Hagen and The Associated Press", *LOCAL, outlet="Tessel Courier")], "ap|b",
    ),
    "republished a month later": (
        [row("a", *LOCAL, outlet="Tessel Courier"), row("b", *LOCAL, outlet="Weekly", date="2031-06-09")], "a b",
    ),
    "two versions by one outlet": (
        [
            row("a", *LOCAL[:3], outlet="Tessel Courier", date="2031-05-07T08:00:00+00:00"),
            row("b", *LOCAL, QUOTE, outlet="Tessel Courier", date="2031-05-07T15:00:00+00:00"),
        ],
        "a b",
    ),
    "the same official quoted": (
        [row("a", *LOCAL[:3], QUOTE, outlet="Tessel Courier"), row("b", *ABROAD, QUOTE, outlet="World")], "a|b",
    ),
    "furniture in reports of one outlet": (
        [
            row("a", *LOCAL, *FOOTER, outlet="Courier", title="Buns for the stranded"),
            row("b", *ABROAD, *FOOTER, outlet="Courier", title="Norlines falls"),
            row("c", *ELSEWHERE, *FOOTER, outlet="Courier", title="Marisk votes"),
        ],
        "a|b|c",
    ),
    "a release reprinted by three": (
        [row(x, *RELEASE, outlet=f"Paper {x}") for x in "abc"], "a b c",
    ),
    "a passage of a release in two reports": (
        [row("a", *LOCAL, RELEASE[0], outlet="Courier"), row("b", *ABROAD, RELEASE[0], outlet="World")], "a|b",
    ),
    "the release and the reports that use a passage of it": (
        [
            row("norlines", *RELEASE, outlet="Norlines"),
            row("a", *LOCAL, RELEASE[0], outlet="Courier"),
            row("b", *ABROAD, RELEASE[0], outlet="World"),
        ],
        "norlines|a|b",
    ),
    "a release translated by two": (
        [
            row("a", "Norlines gives back the fare, the company writes in a statement of Wednesday.",
                "Whoever had to sleep ashore gets the hotel paid, and from Monday the Havblik sails.", outlet="Avisen"),
            row("b", "All who bought tickets receive their money, according to a press release of the line.",
                "It pays for nights spent on land; the Havblik takes over after the weekend.", outlet="Blad"),
        ],
        "a|b",
    ),
    "the same translation in two": (
        [row("a", *RELEASE[:2], outlet="Avisen"), row("b", "(Translated)", *RELEASE[:2], outlet="Blad")],
        "a b",
    ),
    "an agency named in passing": (
        [AP, row("b", *LOCAL, "The shipping line told AP that it would not comment on the pilots.", outlet="Courier")],
        "ap|b",
    ),
    "another paper quoted as authority": (
        [COURIER, row("b", ABROAD[0], f'"{LOCAL[2]}" the Tessel Courier reported.', *ABROAD[1:], outlet="World",
                      date="2031-05-08")],
        "courier b",
    ),
    "two papers quoted by a third stay apart": (
        [
            COURIER,
            row("world", *ABROAD, outlet="World Herald"),
            row("c", f'"{LOCAL[2]} {LOCAL[3]}" the Tessel Courier reported.', f'"{ABROAD[1]}" says the World Herald.',
                "We shall bring more when we have it.", outlet="Digest", date="2031-05-08"),
        ],
        "courier c|world",
    ),
    "a copy of a copy": (
        [
            AP,
            row("b", LOCAL[0], *WIRE, outlet="Bergen Post", date="2031-05-08"),
            row("c", LOCAL[0], *WIRE[:4], outlet="Cardamom", date="2031-05-09"),
        ],
        "ap b c",
    ),
    "one agency, two happenings": ([AP, row("b", *dateline("AP", ELSEWHERE), outlet="Bergen Post")], "ap|b"),
    "a picture's credit": (
        [row("r", *dateline("Reuters", ABROAD), outlet="Reuters"),
         row("b", *LOCAL, "A blanket on a bench in the parish hall. Photo: Reuters", outlet="Courier")],
        "r|b",
    ),
    "a credit as last line": ([AP, row("b", *RETOLD, "(AP)", outlet="Bergen Post")], "ap b"),
    "agency text on five sites": (
        [AP, *(row(x, *LOCAL[n : n + 2], *WIRE[1:4], outlet=f"Site {x}") for n, x in enumerate("bcde"))], "ap b c d e",
    ),
}  # fmt: skip
"""Story to its reports, and the ids of one origin together, origins parted by a bar."""


def follow(rows: Rows, folder: Path) -> dict[str, tuple[str, str | None]]:
    """By input its origin and the input it follows."""
    readings = [read_article(c) for c in list_captures([_file(rows, folder)])]
    _, derived = derivations([r.page for r in readings], [r.article for r in readings])
    names = {r.article.id: r.page.given.input_id or "" for r in readings}
    return {names[d.article]: (d.origin, d.derived_from and names[d.derived_from]) for d in derived}


def _file(rows: Rows, folder: Path) -> str:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("story", STORIES)
def test_who_rests_on_whom(story: str, tmp_path: Path) -> None:
    rows, expected = STORIES[story]
    found: dict[str, list[str]] = {}
    for name, (origin, _) in sorted(follow(rows, tmp_path).items()):
        found.setdefault(origin, []).append(name)
    assert sorted(found.values()) == sorted(sorted(group.split()) for group in expected.split("|"))


@pytest.mark.parametrize("story", ["verbatim copy", "a copy of a copy", "agency text on five sites"])
def test_the_order_of_the_rows_is_no_matter(story: str, tmp_path: Path) -> None:
    rows = STORIES[story][0]
    assert follow(rows[::-1], tmp_path) == follow(rows, tmp_path)


def told(rows: Rows, folder: Path) -> Record:
    """The record of the reports, by rules alone."""
    return combine([read_capture(c, "rules") for c in list_captures([_file(rows, folder)])], one_story=True)


def origins_of(record: Record, words: str) -> dict[str, str]:
    """By input the origin of the claims that stand in these words of it."""
    pages = {p.id: p for p in record.pages}
    inputs = {a.id: pages[a.page].given.input_id or "" for a in record.articles}
    return {inputs[c.article]: c.origin for c in record.claims if c.selector.exact in words}


def test_a_passage_of_two_reports_is_of_one_origin_where_the_reports_are_of_two(tmp_path: Path) -> None:
    record = told(STORIES["one passage in two reports, nobody credited"][0], tmp_path)
    passage = origins_of(record, WIRE[2])
    assert passage["a"] == passage["b"]
    assert origins_of(record, WIRE[0])["a"] != origins_of(record, LOCAL[1])["b"]
    held = next(o for o in record.origins if o.id == passage["a"])
    assert [p.exact for p in held.passages] == [f"{WIRE[2]}\n\n{WIRE[3]}"[:-1]]
    assert not [f for f in record.findings if f.origins > 1 and f.text.exact in f"{WIRE[2]} {WIRE[3]}"]


def test_a_passage_of_a_release_counts_once_beside_the_release_itself(tmp_path: Path) -> None:
    record = told(STORIES["the release and the reports that use a passage of it"][0], tmp_path)
    passage = origins_of(record, RELEASE[0])
    assert len(passage) == 3
    assert len(set(passage.values())) == 1
    assert len({*origins_of(record, LOCAL[1]).values(), *origins_of(record, ABROAD[1]).values()}) == 2


def test_five_sites_with_an_agencys_text_corroborate_nothing_of_it(tmp_path: Path) -> None:
    record = told(STORIES["agency text on five sites"][0], tmp_path)
    assert len(set(origins_of(record, WIRE[2]).values())) == 1
    assert not [f for f in record.findings if f.status == "corroborated" and f.text.exact in " ".join(WIRE)]


def test_two_origins_that_relay_one_official_are_two_origins_and_one_speaker(tmp_path: Path) -> None:
    record = told(STORIES["the same official quoted"][0], tmp_path)
    relayed = next(f for f in record.findings if f.text.exact.startswith('"We did what we train for'))
    assert (relayed.status, relayed.origins, relayed.speakers) == ("corroborated", 2, 1)


@pytest.mark.parametrize(
    ("story", "levels"),
    [
        ("two agencies", ["shown", "shown"]),
        ("retold without a credit cannot be told", ["inferred", "shown"]),
        ("contribution credited, nothing shared", ["unknown", "unknown"]),
        ("byline of a reporter and the agency", ["unknown", "unknown"]),
        ("a release translated by two", ["inferred", "inferred"]),
        ("verbatim copy", ["unknown"]),
    ],
)
def test_how_sure_independence_is(story: str, levels: list[str], tmp_path: Path) -> None:
    assert sorted(o.independence for o in told(STORIES[story][0], tmp_path).origins) == levels


def test_an_outlet_is_not_independent_of_itself(tmp_path: Path) -> None:
    rows = [row("a", *LOCAL, outlet="Tessel Courier"), row("b", *ABROAD, outlet="Tessel Courier")]
    record = told(rows, tmp_path)
    assert [o.independence for o in record.origins] == ["unknown", "unknown"]
    assert record.origins[0].evidence[-1].detail == "Tessel Courier published another origin too"


@pytest.mark.parametrize(
    ("first", "second"), [("08:00:00+00:00", "15:00:00+00:00"), ("15:00:00+09:00", "08:00:00-02:00")]
)
def test_of_one_day_the_earlier_hour_was_first(first: str, second: str, tmp_path: Path) -> None:
    rows = [
        row("late", *LOCAL, "More follows.", outlet="B", date=f"2031-05-07T{second}"),
        row("early", *LOCAL[:4], outlet="A", date=f"2031-05-07T{first}"),
    ]
    found = follow(rows, tmp_path)
    assert (found["late"][1], found["early"][1]) == ("early", None)


def test_passages_are_code_points_of_the_page(tmp_path: Path) -> None:
    strange = "🛟🚢 Ünïcödé e\u0301 漢字 before it all, and quite a few words more than that."
    rows = [AP, row("b", strange, WIRE[1], strange[::-1], *LOCAL, WIRE[3], outlet="Bergen Post")]
    record = told(rows, tmp_path)
    passages = [p for o in record.origins for p in o.passages]
    assert {p.exact for p in passages} == {WIRE[1][:-1], WIRE[3][:-1]}
    for passage in passages:
        passage.check(next(p for p in record.pages if p.id == passage.page))
