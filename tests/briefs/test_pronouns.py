"""A pronoun is named by whom it means before its sentence stands alone, and a speaker is not taken for another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.briefs.records import article, at, claim, page, person, record, said
from twosource.briefs.pronouns import agrees, early_pronoun, speaker_named
from twosource.briefs.reports import Reports
from twosource.briefs.restated import own_words
from twosource.briefs.spoken import spoken_words
from twosource.model import Actor, Mention, Page, Quote, Selector

ROE, POLICE = person("Agnes Roe"), replace(person("Halden Police"), kind="organization")


def meaning(actor: Actor, one: Page, pronoun: str) -> Actor:
    return replace(actor, mentions=(Mention(selector=at(one, pronoun), form="pronoun"),))


def reports(one: Page, *actors: Actor, quotes: tuple[Quote, ...] = ()) -> Reports:
    return Reports(record([(one, article(one, "Post"))], [claim(one, one.text)], [], actors=actors, quotes=quotes))


def test_who_speaks_inside_the_sentence_is_named() -> None:
    one = page("one", "The mill, she said, burned down within a day.")
    known = reports(one, meaning(ROE, one, "she"))
    assert own_words(at(one, one.text), known) == "the mill, Agnes Roe said, burned down within a day"
    assert speaker_named(at(one, one.text), reports(one)) is None


def test_an_opening_pronoun_behind_a_conjunction_is_named_or_tells_nothing() -> None:
    one = page("one", "But he blamed the council for the fire.")
    known = reports(one, meaning(ROE, one, "he"))
    assert own_words(at(one, one.text), known) == "Agnes Roe blamed the council for the fire"
    assert own_words(at(one, one.text), reports(one)) is None


def test_he_in_what_a_body_says_is_another_or_tells_nothing() -> None:
    one = page("one", "Halden Police said he had left the town at dawn.")
    quote = said(one, "he had left the town at dawn", POLICE.id, "said")
    unknown = reports(one, POLICE, quotes=(quote,))
    assert spoken_words(at(one, one.text), unknown, named=True) is None
    known = reports(one, POLICE, meaning(ROE, one, "he"), quotes=(quote,))
    assert (
        spoken_words(at(one, one.text), known, named=True) == "Halden Police said Agnes Roe had left the town at dawn"
    )


def test_nobody_said_she_said() -> None:
    one = page("one", "Agnes Roe said she said the mill had burned.")
    quote = said(one, "she said the mill had burned", ROE.id, "said")
    assert spoken_words(at(one, one.text), reports(one, ROE, quotes=(quote,)), named=True) is None


def test_a_pronoun_agrees_with_whom_it_means() -> None:
    assert agrees("she", ROE)
    assert not agrees("they", ROE)
    assert agrees("they", POLICE)
    assert not agrees("his", POLICE)


def test_those_without_a_name_have_a_small_letter() -> None:
    one = page("one", "Lawmakers said the mill had burned down.")
    some = replace(person("Lawmakers"), named=False)
    quote = said(one, "the mill had burned down", some.id, "said")
    assert spoken_words(at(one, one.text), reports(one, some, quotes=(quote,)), named=True) == (
        "lawmakers said the mill had burned down"
    )


@pytest.mark.parametrize(
    ("text", "early"),
    [
        ("Inside she was handed a letter.", True),
        ("After the fire he left the town.", True),
        ("Later they went home.", True),
        ("After Roe left she wept.", False),
        ("In Halden the mill burned.", False),
        ("The clerk said she wept.", False),
    ],
)
def test_a_pronoun_before_anyone_it_could_mean_keeps_words_from_being_restated(text: str, *, early: bool) -> None:
    one = page("one", text)
    assert (early_pronoun(text) is not None) is early
    assert (own_words(at(one, text), reports(one)) is None) is early


def test_what_is_said_of_another_after_an_adverbial_is_not_the_speakers() -> None:
    one = page("one", "Agnes Roe said inside he was handed a letter.")
    quote = said(one, "inside he was handed a letter", ROE.id, "said")
    brenn = meaning(person("Jo Brenn"), one, "he")
    assert spoken_words(at(one, one.text), reports(one, ROE, brenn, quotes=(quote,)), named=True) is None
    told = "Agnes Roe said inside he was handed a letter"
    assert spoken_words(at(one, one.text), reports(one, ROE, quotes=(quote,)), named=True) == told


def test_a_body_that_speaks_of_itself_is_named_once() -> None:
    one = page("one", "Tarvik Mills will close in June, Tarvik Mills said.")
    mills = replace(person("Tarvik Mills"), kind="organization")
    quote = replace(said(one, "Tarvik Mills will close in June", mills.id, "said"))
    known = reports(one, mills, quotes=(quote,))
    assert spoken_words(at(one, one.text), known, named=True) == "Tarvik Mills said it will close in June"


@pytest.mark.parametrize(
    ("text", "named"), [("the Fire Watch, asked", "the Fire Watch"), ("the Fire Watch chief asked", "Fire Watch")]
)
def test_the_article_before_a_noun_that_follows_a_name_is_the_nouns(text: str, named: str) -> None:
    one = page("one", f"The mill burned down, Fire Watch said. On Monday {text} for help.")
    second = one.text.rindex("Fire Watch")
    mention = Mention(selector=Selector.of(one, second, second + len("Fire Watch")), form="name")
    watch = replace(person("Fire Watch"), kind="organization", mentions=(mention,))
    quote = said(one, "The mill burned down", watch.id, "said")
    known = reports(one, watch, quotes=(quote,))
    assert spoken_words(at(one, "The mill burned down, Fire Watch said."), known, named=True) == (
        f"{named} said the mill burned down"
    )


@pytest.mark.parametrize(("cue", "kind", "told"), [("growled", "direct", True), ("growled", "indirect", False)])
def test_whoever_growls_words_in_quotation_marks_says_them(cue: str, kind: str, told: bool) -> None:
    one = page("a", f"“The pen is on the table,” she {cue}.")
    quote = replace(said(one, "“The pen is on the table,”", ROE.id, cue), kind=kind)
    found = spoken_words(at(one, one.text), reports(one, ROE, quotes=(quote,)), named=True)
    assert (found is not None and found.startswith("Agnes Roe said")) is told
