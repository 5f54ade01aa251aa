from twosource.events.affairs import AFFAIRS
from twosource.events.befallen import OCCURRENCE_CHECKS
from twosource.events.happening_nouns import NOUN_CHECKS
from twosource.events.manner import MANNERS
from twosource.events.powers import POWERS
from twosource.vocab.events import (
    GAP,
    NO_EVENT,
    OWN_TYPES,
    TOLD_VERBS,
    event_contexts,
    event_kinds,
    event_types,
    kinds_of,
    light_verbs,
    noun_classes,
    noun_phrases,
    realis_cues,
    verb_forms,
    verb_phrases,
)

CONTEXTS = {
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking", "migration",
}  # fmt: skip
NEEDS = {"party", "people", "place", "target", "agent", "violence", "workers"} | {
    "parley", "crowd", "cause", "active", "idea", "rival", "threat", "official", "force", "struck", "serious",
    "infinitive", "intent", "munition", "raiders", "captor", "lawless", "captive", "supplies", "state", "factions",
    "ruin", "suffered", "law", "relief", "fighter", "vaccine", "army", "arms", "attacked", "carrier", "dignitary",
    "mercy", "mighty", "minded", "need", "saviour", "strikers", "unarmed",
    "authority", "undated", "priced", "carried", "dated", "percent",
} | {*AFFAIRS, *OCCURRENCE_CHECKS, *NOUN_CHECKS, *POWERS, *MANNERS}  # fmt: skip


def test_there_are_the_sixteen_types_of_plover_and_two_of_our_own() -> None:
    assert len(event_types()) == 18
    assert event_types().keys() > OWN_TYPES
    assert {t.quad for t in event_types().values()} == {
        "verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "statement",
        "occurrence",
    }  # fmt: skip
    assert event_types()["PROTEST"].modes[:2] == ("demo", "riot")


def test_every_row_names_a_type_and_a_mode_of_it() -> None:
    rows = [row for table in (verb_phrases(), noun_phrases()) for found in table.values() for row in found]
    assert len(rows) > 1000
    for row in rows:
        assert row.type == NO_EVENT or row.type in event_types(), row.pattern
        assert not row.mode or row.mode in event_types()[row.type].modes, row.pattern
        assert not row.context or row.context in CONTEXTS, row.pattern
        assert row.needs <= NEEDS, row.pattern
        assert row.roles in ("", "mutual", "swap"), row.pattern
        assert row.of in ("", "doer", "recipient", "mutual", "place"), row.pattern


def test_longer_patterns_come_before_shorter_ones() -> None:
    lengths = [len(row.words) for row in verb_phrases()["call"] if row.table != TOLD_VERBS]
    assert lengths == sorted(lengths, reverse=True)


def test_what_needs_to_be_told_as_done_comes_last() -> None:
    late = [row.table == TOLD_VERBS for row in verb_phrases()["call"]]
    assert late == sorted(late)
    assert any(late)


def test_a_gap_never_ends_a_pattern() -> None:
    assert not any(GAP in row.words[-1] for found in verb_phrases().values() for row in found)


def test_contexts_are_plovers() -> None:
    assert set(event_contexts().values()) <= CONTEXTS


def test_cues_say_a_realis() -> None:
    assert realis_cues("auxiliary")["will"] == "planned"
    assert realis_cues("opener")["if"] == "hypothetical"
    for where in ("auxiliary", "governor", "modifier", "before", "opener"):
        assert realis_cues(where)


def test_light_verbs_tell_what_their_subject_is() -> None:
    assert {light.subject for found in light_verbs().values() for light in found} == {"doer", "recipient", "event"}


def test_nouns_have_known_classes() -> None:
    known = {"people", "body", "place", "weapon", "violence", "accident", "workers", "parley", "cause", "idea", "text"}
    known |= {"force", "animal", "sport", "traveller", "structure", "fighter", "raider", "capture", "authority"}
    known |= {"munition", "relief", "vaccine", "law", "captive", "ruin", "loot", "carrier"}
    known |= {"army", "arms", "mercy", "saviour", "press", "envoy"}
    known |= {*AFFAIRS, "percent"}
    known |= {"hazard", "blaze", "fire", "blast", "volcano", "river", "leak", "fuel", "vehicle", "works", "dwelling"}
    known |= {"inundated", "service", "served", "utility", "transit", "toll", "cases", "disease", "corpse", "migrant"}
    known |= {"civil", "dead", "money"}
    assert all(classes <= known for classes in noun_classes().values())


def test_forms_of_verbs_lead_to_their_lemma() -> None:
    forms = verb_forms()
    assert [forms[f] for f in ("expelled", "denouncing", "barred", "denied", "freed", "freeing")] == [
        "expel", "denounce", "bar", "deny", "free", "free",
    ]  # fmt: skip
    assert "bared" not in forms


def test_reports_are_found_by_types_and_by_modes_of_occurrences() -> None:
    assert {"ASSAULT", "OCCURRENCE", "DISASTER", "VOTE"} <= {*event_kinds()}
    assert kinds_of("OCCURRENCE", ("disaster", "casualties")) == ("DISASTER", "CASUALTIES")
    assert kinds_of("OCCURRENCE", ()) == ("OCCURRENCE",)
    assert kinds_of("PROTEST", ("riot",)) == ("PROTEST",)
