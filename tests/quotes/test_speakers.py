from __future__ import annotations

from tests.quotes.made import actor, at, reading, with_actors, with_place, with_time
from twosource.quotes import find_quotes


def test_a_phrase_leads_to_the_actor_at_its_head() -> None:
    made = reading('"We go on," said Transport Minister Joan Low of the Green Party.')
    made = with_actors(made, actor(made, "Joan Low"), actor(made, "Green Party", kind="organization"))
    assert find_quotes(made).quotes[0].speaker == "actor:Joan Low"


def test_a_spokesman_for_a_body_is_not_the_body() -> None:
    made = reading('"We go on," said a spokesman for the Green Party.')
    done = find_quotes(with_actors(made, actor(made, "Green Party", kind="organization")))
    speaker = next(a for a in done.actors if a.id == done.quotes[0].speaker)
    assert not speaker.named and speaker.name == "a spokesman for the Green Party"


def test_a_description_leads_to_the_name_beside_it() -> None:
    made = reading("The club's president, Joan Low, said the match was off.")
    assert find_quotes(with_actors(made, actor(made, "Joan Low"))).quotes[0].speaker == "actor:Joan Low"


def test_he_is_who_spoke_last_and_she_is_not() -> None:
    text = (
        '"We go on," said Mr Tom Grant.',
        '"We stop," said Ms Joan Low.',
        '"We wait," he said.',
        '"Why?" she asked.',
    )
    made = reading(*text)
    made = with_actors(made, actor(made, "Tom Grant", "Mr Tom Grant"), actor(made, "Joan Low", "Ms Joan Low"))
    assert [q.speaker for q in find_quotes(made).quotes] == [
        "actor:Tom Grant",
        "actor:Joan Low",
        "actor:Tom Grant",
        "actor:Joan Low",
    ]


def test_a_pronoun_that_the_actors_resolve_stays_theirs() -> None:
    made = reading("Tom Grant met Joan Low. She said the talks had failed.")
    low = actor(made, "Joan Low", at(made, "Joan Low"), at(made, "She"))
    assert find_quotes(with_actors(made, actor(made, "Tom Grant"), low)).quotes[0].speaker == "actor:Joan Low"


def test_i_is_nobody_in_the_report() -> None:
    made = reading('"We go on," said Joan Low.', "I think that the plan is good.")
    assert find_quotes(with_actors(made, actor(made, "Joan Low"))).quotes[1].speaker is None


def test_who_is_the_name_before_it() -> None:
    made = reading("Joan Low, who said the dam was full, left the valley.")
    assert find_quotes(with_actors(made, actor(made, "Joan Low"))).quotes[0].speaker == "actor:Joan Low"


def test_officials_are_one_unnamed_speaker() -> None:
    done = find_quotes(reading("Officials said the dam was full.", "The valley was empty, officials said."))
    (officials,) = done.actors
    assert not officials.named and officials.kind == "group" and len(officials.mentions) == 2
    assert {q.speaker for q in done.quotes} == {officials.id}


def test_the_spokeswoman_is_the_one_who_spoke_before() -> None:
    done = find_quotes(
        reading("A spokeswoman for the port said the dock was shut.", "The spokeswoman said nobody was hurt.")
    )
    assert len(done.actors) == 1 and done.quotes[0].speaker == done.quotes[1].speaker


def test_a_speaker_that_nothing_tells_keeps_the_words() -> None:
    (found,) = find_quotes(reading('"We go on," said Joan Low.')).quotes
    assert found.speaker is None and found.speaker_selector is not None
    assert found.speaker_selector.exact == "Joan Low"


def test_hearer_day_and_place_of_what_was_said() -> None:
    made = reading('"We go on," Joan Low told Tom Grant on Monday in Porto.')
    made = with_actors(made, actor(made, "Joan Low"), actor(made, "Tom Grant"))
    (found,) = find_quotes(with_place(with_time(made, "Monday", "2024-05-06"), "Porto")).quotes
    assert (found.addressee, found.said_on, found.said_in) == ("actor:Tom Grant", "time:Monday", "place:Porto")


def test_a_day_inside_the_content_is_not_the_day_of_saying() -> None:
    made = reading("Joan Low said that the dam would open on Monday.")
    (found,) = find_quotes(with_time(made, "Monday", "2024-05-06")).quotes
    assert found.said_on is None


def test_he_who_names_somebody_is_somebody_else() -> None:
    made = reading("Tom Grant stood beside Jack Low.", '"Tom is well," he said.')
    grant = actor(made, "Tom Grant", at(made, "Tom Grant"), at(made, "Tom", 1), at(made, "he"))
    assert made.page.text[grant.mentions[2].selector.start :].startswith("he said")
    done = find_quotes(with_actors(made, actor(made, "Jack Low"), grant))
    assert done.quotes[0].speaker == "actor:Jack Low"
