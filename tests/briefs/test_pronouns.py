"""A pronoun is named by whom it means before its sentence stands alone, and a speaker is not taken for another."""

from __future__ import annotations

from dataclasses import replace

from tests.briefs.records import article, at, claim, page, person, record, said
from twosource.briefs.pronouns import agrees, speaker_named
from twosource.briefs.reports import Reports
from twosource.briefs.restated import own_words
from twosource.briefs.spoken import spoken_words
from twosource.model import Actor, Mention, Page, Quote

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
