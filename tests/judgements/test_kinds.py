"""Each kind of judgement: what the machine found, what a person decides, what rests on it then."""

from __future__ import annotations

import pytest

from twosource.judgements.draft import passages_of
from twosource.model import Actor, Finding, Judged, Judgement, Place, Quote, Record, Ruling, Span
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

from .made import GAZETTE, judged, reading, said, words


@pytest.fixture(scope="module")
def machine() -> Record:
    """The record without judgements."""
    return judged([])


def actor(record: Record, name: str) -> Actor:
    return next(a for a in record.actors if a.name == name)


def quote(record: Record, beginning: str) -> Quote:
    return next(q for q in record.quotes if q.content[0].exact.startswith(beginning))


def finding(record: Record, beginning: str) -> Finding:
    return next(f for f in record.findings if f.text.exact.startswith(beginning))


def only(record: Record) -> Judged:
    (row,) = record.judgements
    return row


def speaker_of(record: Record, beginning: str) -> str | None:
    names = {a.id: a.name for a in record.actors}
    return names.get(quote(record, beginning).speaker or "")


def asserted(record: Record, beginning: str) -> set[str]:
    """Who asserts the claims in a quote."""
    at = quote(record, beginning).content[0]
    names = {a.id: a.name for a in record.actors}
    return {
        names.get(c.asserted_by, c.asserted_by) for c in record.claims if c.kind != "text" and at.covers(c.selector)
    }


def test_without_judgements_nothing_is_said_of_them(machine: Record) -> None:
    assert machine.judgements == ()
    assert not [s for s in machine.made_by if s.step.startswith("judgements")]


def test_actors_that_are_one_are_joined(machine: Record) -> None:
    two = (words(machine, "Karin Moe"), words(machine, "Sara Ek"))
    record = judged([said("merge_actors", *two)])
    one = next(a for a in record.actors if {"Karin Moe", "Sara Ek"} <= set(a.names))
    assert {q.content[0].exact[:8] for q in record.quotes if q.speaker == one.id} == {"We heard", "the slop"}
    assert asserted(record, "the slope") == {one.name}
    assert len(record.actors) == len(machine.actors) - 1
    assert one.evidence[0].function == "judged"
    assert "I rang them" in one.evidence[0].detail
    assert only(record) == Judged(
        judgement=only(record).judgement, at="2031-06-12T08:00:01.000000Z", who="Ann", why="I rang them",
        kind="merge_actors", applied=True, before="Karin Moe and Sara Ek: 2 actors", after="Karin Moe: one",
        refs=(one.id,), selectors=two,
    )  # fmt: skip


def test_actors_that_are_one_already_stay(machine: Record) -> None:
    record = judged([said("merge_actors", words(machine, "Per Moe"), words(machine, "P. Moe"))])
    assert (only(record).applied, only(record).before) == (True, "one already")
    assert record.actors == machine.actors


def test_mentions_of_another_are_taken_apart(machine: Record) -> None:
    leaving = words(machine, "P. Moe")
    record = judged([said("split_actor", leaving)])
    assert actor(record, "P. Moe").mentions[0].selector == leaving
    assert actor(record, "Per Moe").names == ("Per Moe", "Moe")
    assert speaker_of(machine, "that the road") == "Per Moe"
    assert speaker_of(record, "that the road") == "P. Moe"
    assert speaker_of(record, "the road would stay") == "Per Moe"
    assert asserted(record, "that the road") == {"P. Moe"}
    assert only(record).before == "all mentions are of Per Moe"


def test_the_name_goes_with_those_who_bear_it(machine: Record) -> None:
    record = judged([said("split_actor", words(machine, "Per Moe"), ruling=Ruling(name="Per the Elder"))])
    assert actor(record, "Per the Elder").offices[0].title == "Mayor"
    assert actor(record, "P. Moe").names == ("Moe", "P. Moe")


def test_another_speaker_by_a_mention(machine: Record) -> None:
    content = passages_of(machine, quote(machine, "the slope").id)
    ruling = Ruling(passages=(words(machine, "Karin Moe"),))
    record = judged([said("speaker", *content, ruling=ruling)])
    assert speaker_of(record, "the slope") == "Karin Moe"
    assert asserted(machine, "the slope") == {"Sara Ek"}
    assert asserted(record, "the slope") == {"Karin Moe"}
    assert only(record).before == "speaker: Sara Ek"
    assert only(record).refs == (quote(record, "the slope").id,)


def test_another_speaker_by_name(machine: Record) -> None:
    content = passages_of(machine, quote(machine, "the slope").id)
    record = judged([said("speaker", *content, ruling=Ruling(name="Nils Dahl"))])
    assert speaker_of(record, "the slope") == "Nils Dahl"
    assert actor(record, "Nils Dahl").mentions == ()
    known = judged([said("speaker", *content, ruling=Ruling(name="per moe"))])
    assert speaker_of(known, "the slope") == "Per Moe"


def test_a_quote_of_nobody(machine: Record) -> None:
    content = passages_of(machine, quote(machine, "the slope").id)
    record = judged([said("speaker", *content)])
    assert (quote(record, "the slope").speaker, quote(record, "the slope").speaker_selector) == (None, None)
    assert asserted(record, "the slope") == {"article"}


def test_speakers_are_counted_anew(machine: Record) -> None:
    """The police, one in a story, and the rescue service give a toll; where that repeats the police, it is one."""
    toll = finding(machine, "June 9, 2031 - Four people")
    assert (toll.origins, toll.speakers) == (3, 2)
    content = passages_of(machine, quote(machine, "June 10").id)
    police = words(machine, "police")
    merge = said("merge_actors", police, words(machine, "police", "herald"), n=2)
    record = judged([said("speaker", *content, ruling=Ruling(passages=(police,))), merge])
    assert finding(record, "June 9, 2031 - Four people").speakers == 1
    assert all(row.applied for row in record.judgements)


def test_a_date_of_publication_dates_what_rests_on_it(machine: Record) -> None:
    wave = next(a for a in machine.articles if a.page == words(machine, "Coast road cut").page)
    span = Span(earliest="2031-06-18", latest="2031-06-18")
    record = judged([said("date", articles=(wave.id,), ruling=Ruling(span=span))])
    article = next(a for a in record.articles if a.id == wave.id)
    assert article.published
    assert (article.published.value, article.published.basis) == ("2031-06-18", "given")
    tuesday = next(t for t in record.times if t.selector.exact == "Tuesday")
    assert next(t for t in machine.times if t.id == tuesday.id).earliest == "2031-06-10"
    assert tuesday.earliest == "2031-06-17"
    assert "2031-06-16" in {entry.date for entry in record.timeline} - {entry.date for entry in machine.timeline}
    assert only(record).after == "published: 2031-06-18"
    assert next(g.detail for g in article.grounds if g.field == "published").startswith("Ann decided so")


def test_the_day_of_a_time_expression_moves_the_timeline(machine: Record) -> None:
    monday = words(machine, "Monday", "gazette")
    record = judged([said("date", monday, ruling=Ruling(span=Span(earliest="2031-06-02", latest="2031-06-02")))])
    closed = [e.time.earliest for e in record.events if e.anchor.exact.startswith("closed") and e.time]
    assert sorted(filter(None, closed)) == ["2031-06-02", "2031-06-09"]
    assert "2031-06-02" in {entry.date for entry in record.timeline}
    assert only(record).before == "“Monday”: 2031-06-09"


def test_the_day_of_an_event(machine: Record) -> None:
    event = next(e for e in machine.events if e.type == "SUPPORT")
    record = judged(
        [
            said(
                "date",
                *passages_of(machine, event.id),
                ruling=Ruling(span=Span(earliest="2031-06-07", latest="2031-06-08")),
            )
        ]
    )
    fresh = next(e for e in record.events if e.id == event.id)
    assert fresh.time
    assert (fresh.time.earliest, fresh.time.latest) == ("2031-06-07", "2031-06-08")
    unknown = judged([said("date", *passages_of(machine, event.id))])
    assert next(e for e in unknown.events if e.id == event.id).time is None


HALLVIK = Place(
    id="place:hallvik",
    name="Hallvik",
    country="NOR",
    lat=68.1,
    lon=15.2,
    precision="town",
    gazetteer_id=None,
    mentions=(),
)


def test_a_place(machine: Record) -> None:
    (place,) = machine.places
    assert place.lat is None
    record = judged([said("place", *passages_of(machine, place.id), ruling=Ruling(place=HALLVIK))])
    assert [(p.id, p.lat, len(p.mentions)) for p in record.places] == [("place:hallvik", 68.1, 5)]
    part = judged([said("place", words(machine, "Hallvik", "wave"), ruling=Ruling(place=HALLVIK))])
    assert [(p.id, len(p.mentions)) for p in part.places] == [(place.id, 4), ("place:hallvik", 1)]
    back = judged(
        [
            said("place", *passages_of(machine, place.id), ruling=Ruling(place=HALLVIK)),
            said("place", *place.mentions, n=2),
        ]
    )
    assert [(p.name, p.lat, len(p.mentions)) for p in back.places] == [("Hallvik", None, 5)]


def test_the_place_of_an_event(machine: Record) -> None:
    event = next(e for e in machine.events if e.type == "SUPPORT")
    record = judged([said("place", *passages_of(machine, event.id), ruling=Ruling(place=HALLVIK))])
    fresh = next(e for e in record.events if e.id == event.id)
    assert fresh.place
    assert fresh.place.place == "place:hallvik"
    assert only(record).before == "“thanked”: a place that is not known"


def wrong(record: Record, beginning: str, verdict: str) -> Judgement:
    passages = passages_of(record, finding(record, beginning).id)
    return said("wrong", *passages, ruling=Ruling(verdict=verdict))  # type: ignore[arg-type]


def test_a_finding_that_is_not_one_goes_back_to_single_origins(machine: Record) -> None:
    assert finding(machine, "The council closed").status == "corroborated"
    record = judged([wrong(machine, "The council closed", "apart")])
    schools = [f for f in record.findings if "schools" in f.text.exact]
    assert {(f.status, f.origins, f.speakers) for f in schools} == {("single_origin", 1, 1)}
    assert not [f for f in record.findings if f.status == "corroborated" and "schools" in f.text.exact]
    assert not [s for s in record.brief if s.text.startswith("Two independent origins")]
    assert {c for f in record.findings for c in f.claims} == {c for f in machine.findings for c in f.claims}


def test_a_finding_that_does_not_differ_is_corroborated(machine: Record) -> None:
    record = judged([wrong(machine, "June 9, 2031 - Four people", "agrees")])
    toll = finding(record, "June 9, 2031 - Four people")
    assert (toll.status, toll.differences) == ("corroborated", ())
    assert [f.status for f in record.stories[0].figures] == ["corroborated"]
    assert not [s for s in record.brief if "differ" in s.text]


def test_what_is_said_not_to_differ_must_differ(machine: Record) -> None:
    record = judged([wrong(machine, "The council closed", "agrees")])
    assert (only(record).applied, only(record).before) == (False, "the reports do not differ in it any more")
    assert record.findings == machine.findings


def test_a_finding_that_says_nothing_is_left_out(machine: Record) -> None:
    record = judged([wrong(machine, "June 9, 2031 - Four people", "nothing")])
    assert len(record.findings) == len(machine.findings) - 1
    assert record.stories[0].figures == ()
    assert not [s for s in record.brief if "number killed" in s.text]
    assert only(record).selectors == passages_of(machine, finding(machine, "June 9, 2031 - Four people").id)


def test_copies_of_a_quote_are_corrected_at_once() -> None:
    """The gazette's text in another paper, which adds a line of its own."""
    copy = read_capture(Capture(location="copy.txt", raw=(GAZETTE + "\nThe harbour stayed open.\n").encode()), "rules")
    both = [reading("gazette"), copy]
    machine = combine(both, one_story=True, analyzer="rules")
    passages = passages_of(machine, quote(machine, "We heard").id)
    assert len({s.page for s in passages}) == 2
    judgement = said("speaker", *passages, ruling=Ruling(name="Nils Dahl"))
    record = combine(both, one_story=True, analyzer="rules", judgements=[judgement])
    names = {a.id: a.name for a in record.actors}
    assert [names[q.speaker or ""] for q in record.quotes if q.content[0].exact.startswith("We heard")] == [
        "Nils Dahl"
    ] * 2
    assert len(only(record).refs) == 2
    assert only(record).before == "speaker: Karin Moe"


def test_two_origins_that_quote_one_speaker_are_told_as_that() -> None:
    """The brief keeps apart that it is so, on two origins, and that one person said it, on two origins."""
    texts = (
        "Ferry line shuts for the winter\n\nSUNDET, June 9, 2031 - The ferry line between Sundet and Holm will stay "
        "shut until March because both boats need new engines, harbour director Lena Vik said on Monday.\n\n"
        "The harbour was quiet.\n",
        "Boats stay in port\n\nBy Ida Berg\n\nJune 9, 2031 - The ferry line between Sundet and Holm will stay shut "
        "until March as both boats need new engines, the town engineer Olav Rud said on Monday.\n\n"
        "Shops in Holm close earlier now.\n",
    )
    both = [
        read_capture(Capture(location=f"{n}.txt", raw=t.encode()), "rules") for n, t in zip("ab", texts, strict=True)
    ]
    before = combine(both, one_story=True, analyzer="rules")
    assert (before.findings[0].status, before.findings[0].speakers) == ("corroborated", 2)
    who = "a.txt, citing Lena Vik; b.txt, citing Olav Rud"
    assert before.brief[0].text.startswith(f"Two independent origins ({who}) report that the ferry line")
    olav = next(q for q in before.quotes if q.speaker == actor(before, "Olav Rud").id)
    judgement = said("speaker", *passages_of(before, olav.id), ruling=Ruling(name="Lena Vik"))
    record = combine(both, one_story=True, analyzer="rules", judgements=[judgement])
    assert (record.findings[0].status, record.findings[0].speakers) == ("corroborated", 1)
    assert record.brief[0].text.startswith("a.txt and b.txt both report that Lena Vik said")
    assert "(two origins, one speaker)" in record.brief[0].text
