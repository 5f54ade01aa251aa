"""A pronoun has one answer: whoever speaks there by the quotes is mentioned there, and nobody else is."""

from dataclasses import replace

import pytest

from tests.quotes.made import actor, at, reading, with_actors
from twosource.model import Quote, Reading
from twosource.quotes import find_quotes
from twosource.quotes.agreed import agreed

OPENING = '"We go on," said Mr Tom Grant.'


def _done(*paragraphs: str, given: tuple[tuple[str, int], ...]) -> Reading:
    """A report read with all the `given` pronouns first taken for Bill Low."""
    made = reading(OPENING, *paragraphs)
    low = actor(made, "Bill Low", at(made, "Bill Low"), *(at(made, word, nth) for word, nth in given))
    return find_quotes(with_actors(made, actor(made, "Tom Grant", "Mr Tom Grant"), low))


def _pronouns(done: Reading, name: str) -> list[str]:
    found = next(a for a in done.actors if a.name == name)
    return [m.selector.exact for m in found.mentions if m.form == "pronoun"]


def test_who_speaks_by_the_quotes_is_mentioned_there_and_nobody_else() -> None:
    done = _done('"Bill Low lost," he said.', given=(("he", 0),))
    assert done.quotes[1].speaker == "actor:Tom Grant"
    assert (_pronouns(done, "Tom Grant"), _pronouns(done, "Bill Low")) == (["he"], [])


def test_the_reason_names_the_words_that_are_given() -> None:
    grant = next(a for a in _done('"Bill Low lost," he said.', given=()).actors if a.name == "Tom Grant")
    (why,) = [e for e in grant.evidence if e.function == "pronoun"]
    assert "“he” is taken for “Tom Grant”" in why.detail and why.selectors[0].exact == "he"


def test_who_speaks_without_a_name_is_mentioned_too() -> None:
    done = find_quotes(reading('"We go on," said a guard. "It is late," he said.'))
    assert _pronouns(done, "a guard") == ["he"]


@pytest.mark.parametrize(
    ("said", "grants", "lows"),
    [
        ('"Bill Low lost," he said. His party won.', ["he", "His"], []),
        ('"Bill Low lost," he said. Ann Roe won. His party lost.', ["he", "His"], []),
        ('"Bill Low lost," he said. "His day is gone."', ["he"], ["His"]),
        ('"Bill Low lost," he said. His party won, he said.', ["he", "His", "he"], []),
    ],
)
def test_what_goes_on_with_the_pronoun_goes_with_it(said: str, grants: list[str], lows: list[str]) -> None:
    given = (("he", 0), ("His", 0), ("he", 1)) if said.count("he said") > 1 else (("he", 0), ("His", 0))
    done = _done(said, given=given)
    assert (_pronouns(done, "Tom Grant"), _pronouns(done, "Bill Low")) == (grants, lows)


def test_the_next_paragraph_and_what_follows_the_name_stay() -> None:
    done = _done('"Bill Low lost," he said.', "His party won.", given=(("he", 0), ("His", 0)))
    assert _pronouns(done, "Bill Low") == ["His"]
    made = reading(OPENING, '"Bill Low lost," he said. Low sold his car.')
    low = actor(made, "Bill Low", "Bill Low", at(made, "he"), at(made, "Low", 1), at(made, "his"))
    done = find_quotes(with_actors(made, actor(made, "Tom Grant", "Mr Tom Grant"), low))
    assert _pronouns(done, "Bill Low") == ["his"]


def test_a_description_that_speaks_is_of_who_speaks_by_the_quotes() -> None:
    made = reading("Ann Roe left.", "The geologist said it was cold. She flew home.")
    roe = actor(made, "Ann Roe")
    other = replace(actor(made, "geologist", "geologist", at(made, "She")), named=False)
    told = Quote(
        id="q",
        article="article",
        kind="indirect",
        content=(at(made, "it was cold"),),
        speaker=roe.id,
        speaker_selector=at(made, "The geologist"),
    )
    (done,) = agreed((roe, other), (told,), made.article.blocks)
    assert (done.name, [m.selector.exact for m in done.mentions]) == ("Ann Roe", ["Ann Roe", "geologist", "She"])


def test_a_description_of_whom_another_speaks_for_stays() -> None:
    made = reading("Ann Roe runs the union.", "A spokesman for the union said it was cold.")
    union = replace(actor(made, "the union", at(made, "the union", 1)), named=False, kind="organization")
    done = find_quotes(with_actors(made, actor(made, "Ann Roe"), union))
    assert union.mentions in [a.mentions for a in done.actors]
