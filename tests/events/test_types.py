import pytest

from tests.events.made import events, only, reading, with_actor


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Norway and Finland agreed to build a tunnel.", "AGREE", ()),
        ("The two presidents met in Oslo.", "CONSULT", ()),
        ("The minister praised the nurses.", "SUPPORT", ()),
        ("The mayor admitted the mistake.", "CONCEDE", ()),
        ("Police from both states share intelligence every week.", "COOPERATE", ()),
        ("Charities delivered blankets to the village.", "AID", ()),
        ("The finance minister resigned.", "RETREAT", ("resign",)),
        ("The union called for a new contract.", "REQUEST", ()),
        ("Ghana accused the company of fraud.", "ACCUSE", ("allege",)),
        ("Farmers rejected the offer.", "REJECT", ()),
        ("The militia threatened the judges.", "THREATEN", ()),
        ("Dockers went on strike over pay.", "PROTEST", ("strike",)),
        ("Chile expelled two diplomats.", "SANCTION", ("expel",)),
        ("The general deployed troops along the river.", "MOBILIZE", ("troops",)),
        ("Officers arrested four students.", "COERCE", ("arrest",)),
        ("Gunmen ambushed a convoy.", "ASSAULT", ()),
        ("The ministry issued a statement.", "STATEMENT", ()),
    ],
)
def test_each_type_has_a_verb_that_names_it(text: str, type_: str, mode: tuple[str, ...]) -> None:
    event = only(text)
    assert (event.type, event.mode) == (type_, mode)


@pytest.mark.parametrize(
    "text",
    [
        "The choir sang for an hour.",
        "The idea struck a chord with readers.",
        "The refinery met its targets.",
        "The protest leader slept.",
        "She shot the film in two weeks.",
        "Shops stock assault-weapons covers.",
        "The film was offensive.",
        "The photographer captured the image at dawn.",
        "The law bans loud music.",
        "She spoke to reporters.",
        "Thank you all.",
        "The senator warned that it could rain.",
        "The scandal threatened his dream.",
        "The rule confers broad discretion.",
    ],
)
def test_words_with_no_coded_meaning_give_no_event(text: str) -> None:
    assert events(text) == ()


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A second round is planned, the ministers said.", "CONSULT"),
        ("The ministers will gather once more.", "CONSULT"),
        ("Parliament is due to debate the bill.", "CONSULT"),
        ("The king was speaking in Lima together with the premier.", "CONSULT"),
        ("The army wants the isolation of the town in this battle.", "ASSAULT"),
        ("Mexico will let go 24 sailors.", "RETREAT"),
        ("The sailors went free.", "RETREAT"),
        ("Some 400 people waited with placards.", "PROTEST"),
        ("Families and students walked to the mill in support of the strikers.", "PROTEST"),
        ("A deal struck in Lima ends the dispute.", "SUPPORT"),
        ("He attacked the policy.", "ACCUSE"),
        ("There were attacks on her character.", "ACCUSE"),
        ("They announced a cease-fire.", "RETREAT"),
        ("The army has carried out more than 20 strikes.", "ASSAULT"),
    ],
)
def test_general_phrases(text: str, type_: str) -> None:
    assert type_ in {e.type for e in events(text)}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A second round of voting is planned.", "CONSULT"),
        ("The crowd will gather once more.", "CONSULT"),
        ("Two people waited for a bus.", "PROTEST"),
        ("The manager should not be let go.", "RETREAT"),
    ],
)
def test_phrases_need_what_their_row_asks_for(text: str, type_: str) -> None:
    assert type_ not in {e.type for e in events(text)}


def test_politicians_attack_one_another_with_words() -> None:
    made = with_actor(reading("Anna Lund attacked Peter Holm."), "Anna Lund", actor="a", kind="person")
    made = with_actor(made, "Peter Holm", actor="b", kind="person")
    assert only(made).type == "ACCUSE"


def test_a_headline_does_not_make_the_first_mention_a_repetition() -> None:
    found = events(reading("Talks began.", headline="Deal near after talks"))
    assert [e.type for e in found] == ["CONSULT", "CONSULT"]


def test_a_light_verb_and_its_noun_are_one_event_and_the_anchor_covers_both() -> None:
    assert only("The envoys held a second round of talks.").anchor.exact == "held a second round of talks"
    assert only("Rebels carried out air strikes.").anchor.exact == "carried out air strikes"


def test_a_particle_belongs_to_the_anchor() -> None:
    assert only("The premier stepped down.").anchor.exact == "stepped down"


def test_an_offensive_and_its_purpose_are_one_event() -> None:
    assert only("The army launched an offensive to retake the town.").anchor.exact == "launched an offensive"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Three miners were killed in the explosion of a bomb.", {"ASSAULT"}),
        ("Three miners were killed when their bus crashed in a storm.", {"OCCURRENCE"}),
        ("The earthquake killed 40 people.", {"OCCURRENCE"}),
        ("A sniper killed two nurses.", {"ASSAULT"}),
        ("Heavy rain hit the coast.", {"OCCURRENCE"}),
        ("A rocket hit the hospital.", {"ASSAULT"}),
    ],
)
def test_accidents_and_disasters_are_no_assault(text: str, types: set[str]) -> None:
    assert {e.type for e in events(text)} == types


@pytest.mark.parametrize(
    "text",
    [
        "The council rejected talks with the rebels.",
        "The bishop called for a ceasefire.",
        "The colonel threatened to bomb the port.",
        "The party agreed to hold talks.",
        "Peru accused Chile of shelling the island.",
    ],
)
def test_what_is_asked_offered_threatened_or_refused_is_no_event_of_its_own(text: str) -> None:
    assert len(events(text)) == 1


def test_modes_of_a_noun_go_to_the_verb_of_its_clause() -> None:
    event = only("Militants killed nine policemen in a suicide attack.")
    assert event.anchor.exact == "killed"
    assert event.mode == ("suicide-attack",)


def test_a_bare_repetition_adds_no_event() -> None:
    found = events("The riot began at noon in the harbour. The riot was loud. The riot was long.")
    assert [e.type for e in found] == ["PROTEST"]


def test_no_sentence_gives_more_than_four_events() -> None:
    verbs = "Police arrested a man, Chile praised a man, Peru blamed a man, gunmen attacked a man, "
    assert len(events(verbs + "Oman thanked a man and Iran sued a man.")) == 4


def test_a_headline_is_read_too() -> None:
    found = events(reading("The hall was full.", headline="Students arrested after march"))
    assert "COERCE" in {e.type for e in found}


def test_evidence_names_the_table_and_the_pattern() -> None:
    (named,) = only("The bishop thanked the crew.").evidence
    assert named.function == "named_event"
    assert named.detail == "“thank” in event_verbs.tsv names SUPPORT"
    assert named.selectors[0].exact == "thanked"
