"""What is a trifle inside a sentence, and in what an edit makes it say something else."""

from __future__ import annotations

import pytest

from tests.versions.made import Seen, reading
from twosource.versions.align import likeness
from twosource.versions.edits import aspects, edits
from twosource.versions.words import Sentence, sentences

HEAD = "Storehouse burns down in the port of Halden\nNobody was hurt when a shed burned down in Moss last year.\n"


def sentence(text: str) -> Sentence:
    """The last sentence of a little report."""
    return sentences(reading(Seen(HEAD + text)))[-1]


def told(before: str, after: str) -> list[str]:
    """All aspects of the edits from one to the other; "-" for one of none."""
    one, two = sentence(before), sentence(after)
    alike = likeness(one, two)
    return [a for e in edits(one, two) for a in (aspects(e, one, two, alike) or ("-",))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The firemen, who came late, saved the school.", "The firemen who came late saved the school"),
        ("“They came late,” said the mayor of Halden.", '"They came late", said the mayor of Halden.'),
        ("The goverment of the county paid for all of it.", "The government of the county paid for all of it."),
        ("The two sides will seperate on Friday in the port.", "The two sides will separate on Friday in the port."),
        ("The harbour was closed for three days by police.", "The harbor was closed for 3 days by police."),
        ("The on-line shop was closed by the county.", "The online shop was closed by the county."),
        ("The police didn't find the driver of the van.", "The police did not find the driver of the van."),
        ("Damage came to 1,200 crowns, the owner said.", "Damage came to 1200 crowns, the owner said."),
        ("Twenty-three men came to the quay by boat.", "23 men came to the quay by boat."),
    ],
)
def test_trifles(before: str, after: str) -> None:
    assert told(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "aspect"),
    [
        ("Police counted 12 cars on the quay.", "Police counted 13 cars on the quay.", "quantity"),
        ("Police counted two cars on the quay.", "Police counted three cars on the quay.", "quantity"),
        ("The owner lost $5 million in the fire.", "The owner lost €5 million in the fire.", "quantity"),
        ("It was the third fire on the quay.", "It was the fourth fire on the quay.", "quantity"),
        ("The fire began on 4 May in the cellar.", "The fire began on 5 May in the cellar.", "time"),
        ("The fire began in March in the cellar.", "The fire began in April in the cellar.", "time"),
        ("Police arrested Karl Berg at the station.", "Police arrested Karl Borg at the station.", "actor"),
        ("The ship left the port of Bergen at noon.", "The ship left the port of Oslo at noon.", "place"),
        ("The owner knew of the paint in the cellar.", "The owner never knew of the paint in the cellar.", "polarity"),
        ("The owner sold the paint to his brother.", "The owner allegedly sold the paint to his brother.", "realis"),
        ("The driver was charged by the county police.", "The driver was questioned by the county police.", "wording"),
    ],
)
def test_what_says_something_else(before: str, after: str, aspect: str) -> None:
    assert told(before, after) == [aspect]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Divers searched the harbour until dark.", "Divers from Moss searched the harbour until dark."),
        ("The mayor said the school is closed.", "The mayor told the press that the school is closed."),
        ("Police detained a man at the station.", "Police arrested a man at the station."),
        ("The storehouse was built by the county.", "The old storehouse was built by the county itself."),
    ],
)
def test_what_says_the_same_or_more(before: str, after: str) -> None:
    assert set(told(before, after)) <= {"-"}
    assert told(before, after)


def test_a_number_that_stands_elsewhere_too_is_another_number_all_the_same() -> None:
    assert told("Two cars burned, police said.", "Five cars burned, two of them wholly, police said.") == [
        "quantity",
        "-",
    ]


def test_two_common_words_are_no_slip() -> None:
    assert told("The council wants to change the public order.", "The council wants to charge the public order.")


def test_long_sentences_are_compared_by_their_ends() -> None:
    many = " ".join(f"word{n}" for n in range(400))
    one, two = sentence(f"There are {many} here in twelve boxes."), sentence(f"There are {many} here in nine boxes.")
    (edit,) = edits(one, two)
    assert ([w.norm for w in edit.before], [w.norm for w in edit.after]) == (["12"], ["9"])
