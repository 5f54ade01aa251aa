from dataclasses import replace

from tests.actors.made import named, record
from twosource.actors import join_actors
from twosource.model import Quote, Record


def test_one_person_in_two_reports_is_one_actor() -> None:
    joined = join_actors(record("Mayor William Okello spoke.", "Bill Okello, the mayor, spoke. Okello sang."))
    okello = named(joined.actors, "Okello")
    assert {"William Okello", "Bill Okello", "Okello"} <= set(okello.names)
    assert len({m.selector.page for m in okello.mentions}) == 2


def test_one_surname_and_other_first_names_stay_two() -> None:
    joined = join_actors(record("Peter Okello spoke.", "Paul Okello sang."))
    assert named(joined.actors, "Peter Okello").id != named(joined.actors, "Paul Okello").id


def test_other_initials_in_the_middle_stay_two_and_the_name_without_is_neither() -> None:
    joined = join_actors(record("Amos T. Vell spoke.", "Amos R. T. Vell sang.", "Amos Vell paid."))
    assert [a.names for a in joined.actors] == [("Amos T. Vell",), ("Amos R. T. Vell",), ("Amos Vell",)]


def test_an_acronym_that_one_report_explains() -> None:
    joined = join_actors(record("The Northern Relief Council (NRC) left.", "Trucks of NRC left Lima on Friday."))
    assert len(named(joined.actors, "NRC").mentions) == 3


def test_one_acronym_of_two_bodies_stays_two() -> None:
    joined = join_actors(record("The Northern Relief Council (NRC) left.", "The National Rail Company (NRC) paid."))
    assert {"Northern Relief Council", "National Rail Company"} <= {a.name for a in joined.actors}


def test_letters_that_no_report_of_a_story_explains_are_one_body() -> None:
    joined = join_actors(record("The power company, DLK, cut the lines.", "Crews of DLK left on Friday."))
    assert len([a for a in joined.actors if "DLK" in a.names]) == 1


def test_letters_explained_in_two_ways_join_nobody() -> None:
    reports = ("The Northern Relief Council (NRC) left.", "The National Rail Company (NRC) paid.", "NRC trucks left.")
    assert len([a for a in join_actors(record(*reports)).actors if "NRC" in a.names]) > 1


def test_somebody_known_by_office_only() -> None:
    joined = join_actors(
        record("Poland's health minister resigned.", "Polish Health Minister Ewa Lis resigned. Rain fell.")
    )
    lis = named(joined.actors, "Ewa Lis")
    assert len({m.selector.page for m in lis.mentions}) == 2
    assert any(e.function == "office in another report" for e in lis.evidence)


def test_ids_are_rewritten_where_they_are_used() -> None:
    before = record("Mayor William Okello spoke.", "Bill Okello spoke.")
    quotes = tuple(
        Quote(id=f"quote:{i}", article="", kind="direct", content=(a.mentions[0].selector,), speaker=a.id)
        for i, a in enumerate(before.actors)
    )
    joined = join_actors(replace(before, quotes=quotes))
    ids = {a.id for a in joined.actors}
    assert {q.speaker for q in joined.quotes} <= ids


def test_the_order_of_the_reports_changes_nothing() -> None:
    one = record("Mayor William Okello spoke in Peru. Peru said no.", "Okello sang. The NRC left.", "Bill Okello ate.")
    turned = Record(pages=one.pages[::-1], articles=one.articles[::-1], actors=one.actors[::-1])
    assert join_actors(one).actors == join_actors(turned).actors


def test_one_surname_with_one_office_in_two_reports_is_one_person() -> None:
    texts = ("President Brenn left Halden.", "Halden was shut. President Brenn spoke.")
    assert len([a for a in join_actors(record(*texts)).actors if "Brenn" in a.names]) == 1
    other = ("President Brenn left Halden.", "Halden was shut. Sergeant Brenn spoke.")
    assert len([a for a in join_actors(record(*other)).actors if "Brenn" in a.names]) == 2
