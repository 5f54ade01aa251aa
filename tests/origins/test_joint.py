from __future__ import annotations

from twosource.model import Record
from twosource.origins import find_origins

from .press import COPY, OWN, record, report


def test_a_passage_inside_a_longer_story_is_of_the_agencys_origin() -> None:
    wire = report(*COPY, name="wire", day="2031-05-05", wire=("HALDEN (AP)", "dateline"))
    longer = report(OWN[0], OWN[1], COPY[0], COPY[1], OWN[2], COPY[3], OWN[3], name="longer", day="2031-05-06")
    found = find_origins(record(wire, longer))
    origin = {c.selector.exact: c.origin for c in found.claims if c.article == "article:longer"}
    agency = next(o for o in found.origins if o.wires == ("AP",))
    assert origin[COPY[0]] == origin[COPY[1]] == origin[COPY[3]] == agency.id
    assert origin[OWN[0]] == origin[OWN[3]] != agency.id
    assert {s.page for s in agency.passages} == {longer[0].id}
    assert next(o for o in found.origins if o.id == origin[OWN[0]]).articles == ("article:longer",)


def test_a_copy_with_a_new_first_line_has_no_origin_of_its_own() -> None:
    found = find_origins(
        record(report(*COPY, name="a", day="2031-05-05"), report(OWN[0], *COPY, name="b", day="2031-05-06"))
    )
    assert len(found.origins) == 1
    assert found.origins[0].passages == ()
    assert {c.origin for c in found.claims} == {found.origins[0].id}


REWRITTEN = (
    "Grain wagons overturned near Halden on Monday when a freight train jumped the track, cutting the coast off.",
    "The inspectorate counted eleven wagons down the bank of the relaid curve; the driver has a broken arm.",
    "Commuters ride buses until cranes have cleared the railway, which may take until Thursday.",
)


def test_two_texts_wholly_of_one_agency_are_one_origin() -> None:
    a = report(*COPY, name="a", wire=("HALDEN (AP)", "dateline"), day="2031-05-05")
    b = report(*REWRITTEN, name="b", wire=("(AP)", "credit"), day="2031-05-05")
    found = find_origins(record(a, b))
    assert len(found.origins) == 1
    assert "same_agency" in {e.function for e in found.origins[0].evidence}


def test_a_contribution_by_the_agency_leaves_independence_unknown() -> None:
    a = report(*COPY, name="a", wire=("HALDEN (AP)", "dateline"), day="2031-05-05")
    b = report(*REWRITTEN, name="b", wire=("AP contributed to this report.", "credit"), day="2031-05-05")
    found = find_origins(record(a, b))
    assert [o.independence for o in found.origins] == ["unknown", "unknown"]
    assert "AP is credited by another origin" in found.origins[0].evidence[-1].detail


def test_an_agency_of_its_own_shows_independence_and_silence_lets_it_be_inferred() -> None:
    a = report(*COPY, name="a", wire=("HALDEN (AP)", "dateline"))
    found = find_origins(record(a, report(*OWN, name="b")))
    assert sorted(o.independence for o in found.origins) == ["inferred", "shown"]


def test_one_report_alone_cannot_be_independent() -> None:
    found = find_origins(record(report(*OWN, name="a")))
    assert [o.independence for o in found.origins] == ["unknown"]


def test_a_record_without_articles_stays_as_it_is() -> None:
    empty = Record(pages=(), articles=())
    assert find_origins(empty) == empty


RETOLD = (
    "Eleven grain wagons left the rails on the curve outside Halden on Monday, The Associated Press reported.",
    "The driver has a broken arm and cranes will need until Thursday, AP said, with buses running for commuters.",
    "Our own readers will remember the crash at the same curve when the old line was closed for a winter.",
)


def test_a_report_that_retells_an_agency_and_says_so_is_of_its_origin() -> None:
    a = report(*COPY, name="a", wire=("HALDEN (AP)", "dateline"), day="2031-05-05")
    found = find_origins(record(a, report(*RETOLD, name="b", day="2031-05-05")))
    assert len(found.origins) == 1
    assert found.origins[0].wires == ("AP",)


def test_an_agency_named_in_passing_is_no_origin() -> None:
    a = report(*COPY, name="a", wire=("HALDEN (AP)", "dateline"), day="2031-05-05")
    b = report(*OWN, "The firm told AP that it would not comment on the curve.", name="b", day="2031-05-05")
    assert len(find_origins(record(a, b)).origins) == 2


def test_an_agencys_reports_on_two_happenings_are_two_origins() -> None:
    a = report(*COPY, name="a", wire=("HALDEN (AP)", "dateline"), day="2031-05-05")
    b = report(
        "Voters in Tarvik chose Hilde Brenn as mayor.", name="b", wire=("TARVIK (AP)", "dateline"), day="2031-05-05"
    )
    assert len(find_origins(record(a, b)).origins) == 2
