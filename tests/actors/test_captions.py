"""A caption tells of its picture: it gives the report's text nobody to go on with, and takes nobody from it."""

import pytest

from tests.actors.made import PICTURE, actors, named, said_of


@pytest.mark.parametrize(
    "text",
    [
        f"{PICTURE}Paul Okello at the port. REUTERS/Jan Berg\nHis rival left for Lima on Monday.",
        f"Talks failed on Monday.\n{PICTURE}Paul Okello leaves the hall.\nHe was told to wait, an aide said.",
        f"{PICTURE}Paul Okello, the premier (AP Photo/Jan Berg)\nThe vote is on Sunday.\nHe said it would be fair.",
    ],
)
def test_a_caption_lends_nobody_to_the_text(text: str) -> None:
    assert all(not said_of(a, "pronoun") for a in actors(text))


def test_a_caption_takes_nobody_from_the_text() -> None:
    found = actors(f"Paul Okello met the miners.\n{PICTURE}His car leaves the pit.")
    assert said_of(named(found, "Paul Okello"), "pronoun") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Paul Okello left.\n{PICTURE}Jan Berg at sea.\nHe flew to Lima.", ["He"]),
        (f"Paul Okello left.\n{PICTURE}Jan Berg at sea. He is 40. He sails. He won.\nHe flew to Lima.", ["He"]),
        (f"Ana Rojas left.\n{PICTURE}Paul Okello opens his shop.\nShe flew to Lima.", ["his"]),
    ],
)
def test_the_text_goes_on_past_a_caption_and_a_caption_with_itself(text: str, words: list[str]) -> None:
    assert said_of(named(actors(text), "Paul Okello"), "pronoun") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"The Lima Miners Union struck.\n{PICTURE}A march of the Dockers Union.\nThe union wants more pay.", True),
        (f"The Lima Miners Union struck.\nThe Dockers Union marched.\n{PICTURE}The sea.\nThe union wants it.", False),
    ],
)
def test_the_union_near_is_the_one_of_the_text(text: str, words: bool) -> None:
    assert ("The union" in said_of(named(actors(text), "Lima Miners Union"), "description")) == words


def test_a_body_of_captions_alone_is_nobody_whom_the_text_describes() -> None:
    found = actors(f"{PICTURE}A rally of the Dockers Union in Lima.\nThe union wants more pay.")
    assert said_of(named(found, "Dockers Union"), "description") == []
