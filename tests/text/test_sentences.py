import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.sentences import LONGEST, split_sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('"The dam holds," she said. "We checked it."', ['"The dam holds," she said.', '"We checked it."']),
        ("“It burned.” Nobody knew why.", ["“It burned.”", "Nobody knew why."]),
        ("(He left early.) She stayed.", ["(He left early.)", "She stayed."]),
        ("Gen. J. R. Okello met Mr. Ito. They ate.", ["Gen. J. R. Okello met Mr. Ito.", "They ate."]),
        (
            "They read Hope v. Dale and Roe v. City. It stands.",
            ["They read Hope v. Dale and Roe v. City.", "It stands."],
        ),
        (
            "The U.S. Senate voted. It left the U.S. The end.",
            ["The U.S. Senate voted.", "It left the U.S.", "The end."],
        ),
        ("It fell 3.5 percent to No. 5 in Oct. 2019.", ["It fell 3.5 percent to No. 5 in Oct. 2019."]),
        ("They met at 5 p.m. Tuesday at sea.", ["They met at 5 p.m. Tuesday at sea."]),
        ("She wrote so on X. Boris Low agreed.", ["She wrote so on X.", "Boris Low agreed."]),
        ("They met at 5 p.m. Buenos Aires time at sea.", ["They met at 5 p.m. Buenos Aires time at sea."]),
        ("They met at 5 p.m. Fishermen watched.", ["They met at 5 p.m.", "Fishermen watched."]),
        ('"Is it over?" asked Ms. Bell. "Never!" he cried.', ['"Is it over?" asked Ms. Bell.', '"Never!" he cried.']),
        ("Well... maybe. So it went… Then rain.", ["Well... maybe.", "So it went…", "Then rain."]),
        ("1. Bread was short.", ["1. Bread was short."]),
        ("He said no. Okello said yes.", ["He said no.", "Okello said yes."]),
        ("One line\ngoes on\n\nanother begins", ["One line\ngoes on", "another begins"]),
        ('It rose . " So it goes " he wrote . " Yes . "', ["It rose .", '" So it goes " he wrote .', '" Yes . "']),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Two were hurt, officials said.Nobody was held.It rained.",
            ["Two were hurt, officials said.", "Nobody was held.", "It rained."],
        ),
        ("She left Oslo.Harbour police came.", ["She left Oslo.", "Harbour police came."]),
        (
            'He worked there for years."We know him," Roe said.',
            ["He worked there for years.", '"We know him," Roe said.'],
        ),
        ('"We know him."Roe left.', ['"We know him."', "Roe left."]),
        ('"We know him.""He is here," Roe said.', ['"We know him."', '"He is here," Roe said.']),
        ("“He ran.”Police came.“We saw it,” she said.", ["“He ran.”", "Police came.", "“We saw it,” she said."]),
        ("They sang!Did they?Yes.", ["They sang!", "Did they?", "Yes."]),
    ],
)
def test_sentences_end_where_a_page_has_lost_its_blanks(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Write to ann.Roe@Mail.Com or see www.Site.Org/Foo.Bar on Monday.",
        "Booking.Com and Node.Js grew, says Report.Pdf of today.",
        "Mr.Smith met Dr.Jones of St.Petersburg at No.Ten with the U.S.Senate.",
        "See pic.twitter.com/MoNbK and https://a.b/Foo.Bar.Then of version 2.Beta.",
        "It was e.g.The Hague, i.e.Holland.",
    ],
)
def test_names_addresses_and_abbreviations_are_not_cut(text: str) -> None:
    assert cut(text) == [text]


def test_what_never_ends_is_cut_at_blanks() -> None:
    found = split_sentences("word " * 5000)
    assert all(b - a <= LONGEST for a, b in found)
    assert sum(b - a + 1 for a, b in found) == 25000


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .\"'“”()A1\n"))))
def test_sentences_are_ordered_and_cover_all_but_blanks(text: str) -> None:
    found = split_sentences(text)
    at = 0
    for a, b in found:
        assert not text[at:a].strip()
        assert a < b
        assert text[a:b] == text[a:b].strip()
        at = b
    assert not text[at:].strip()
