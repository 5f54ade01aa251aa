from tests.events.made import actors, events, only, reading, recipients, with_actor, with_quote


def test_subject_and_object() -> None:
    event = only("Police arrested 12 protesters.")
    assert (actors(event), recipients(event)) == (["Police"], ["12 protesters"])


def test_passive_turns_them_around() -> None:
    event = only("Two guards were shot by gunmen.")
    assert (actors(event), recipients(event)) == (["gunmen"], ["Two guards"])


def test_all_of_a_list_take_part() -> None:
    assert actors(only("Kenya, Uganda and Rwanda condemned the coup.")) == ["Kenya", "Uganda", "Rwanda"]


def test_those_who_meet_are_all_actors() -> None:
    event = only("President Silva met Chancellor Brandt.")
    assert event.reciprocal
    assert actors(event) == ["President Silva", "Chancellor Brandt"]
    assert event.recipients == ()


def test_both_sides_of_talks_between() -> None:
    event = only("Talks between Oman and Qatar collapsed.")
    assert actors(event) == ["Oman", "Qatar"]


def test_a_parenthesis_between_subject_and_verb_is_skipped() -> None:
    assert actors(only("Maria Lund, the head of the bank, resigned.")) == ["Maria Lund"]


def test_a_relative_clause_belongs_to_the_noun_before() -> None:
    (event,) = events("The rebels, who attacked the base, are young.")
    assert actors(event) == ["The rebels"]


def test_the_verbs_of_one_subject_share_it() -> None:
    found = events("The guards seized the ship and arrested the crew.")
    assert [actors(e) for e in found] == [["The guards"], ["The guards"]]


def test_a_host_receives_and_a_visitor_acts() -> None:
    event = only("Lisbon hosted the Spanish premier.")
    assert actors(event) == ["the Spanish premier"]
    assert recipients(event) == ["Lisbon"]


def test_a_preposition_brings_in_the_recipient() -> None:
    assert recipients(only("The EU imposed sanctions on Belarus.")) == ["Belarus"]


def test_whose_thing_it_is_where_the_object_is_a_thing() -> None:
    made = with_actor(reading("Japan condemned Iran's test."), "Iran", actor="actor:iran")
    assert [p.actor for p in only(made).recipients] == ["actor:iran"]


def test_a_mention_gives_its_actor() -> None:
    made = with_actor(reading("Officers detained Anna Berg."), "Anna Berg", actor="actor:berg", kind="person")
    assert [p.actor for p in only(made).recipients] == ["actor:berg"]


def test_what_they_say_they_did_is_their_doing() -> None:
    assert actors(only("Japan said it had suspended aid to Serbia.")) == ["Japan"]


def test_the_speaker_of_a_quote_is_not_the_doer_of_what_it_tells() -> None:
    text = "Lund said arrested men were tortured."
    made = with_quote(reading(text), "arrested men were tortured", speaker="Lund")
    for event in events(made):
        assert event.attributed_to == "quote:arrested men were tortured"
        assert "Lund" not in actors(event)


def test_outside_a_quote_the_report_itself_tells() -> None:
    made = with_quote(reading("Gunmen attacked the mill. Lund said it was bad."), "it was bad", speaker="Lund")
    assert only(made).attributed_to is None


def test_a_hyphen_inside_a_name_does_not_cut_it() -> None:
    assert actors(only("Lund met Anne-Marie Dahl in Oslo.")) == ["Lund", "Anne-Marie Dahl"]


def test_a_participle_inside_a_phrase_does_not_cut_it() -> None:
    assert recipients(only("Gunmen killed at least 75 displaced people.")) == ["75 displaced people"]


def test_who_is_asked_to_act_receives_the_request() -> None:
    assert recipients(only("Norway demanded that Denmark withdraw its ships.")) == ["Denmark"]


def test_a_thing_is_named_where_nobody_suffers() -> None:
    (party,) = only("The council rejected the plan.").recipients
    assert (party.actor, party.selector.exact) == (None, "the plan")


def test_who_faces_criticism_receives_it() -> None:
    event = only("Lund faced criticism in parliament.")
    assert (actors(event), recipients(event)) == ([], ["Lund"])


def test_the_object_of_a_relative_clause_is_not_the_subject() -> None:
    freed = next(e for e in events("Twenty sailors held by Peru in a dispute are to be freed.") if e.type == "RETREAT")
    assert recipients(freed) == ["Twenty sailors"]
    fled = next(e for e in events("The guards who shot the mayor fled.") if e.type == "RETREAT")
    assert actors(fled) == ["The guards"]


def test_a_person_before_an_inquiry_is_its_object() -> None:
    made = with_actor(reading("The Lund inquiry began."), "Lund", actor="lund", kind="person")
    assert (actors(only(made)), recipients(only(made))) == ([], ["Lund"])


def test_is_in_capitals_is_a_name() -> None:
    (event,) = events("Fighters of the IS group attacked the bridge.")
    assert actors(event) == ["Fighters"]


def test_by_after_a_verb_says_nothing_of_the_noun_before() -> None:
    (event,) = events("Her criticism was echoed by the union.")
    assert actors(event) == []
