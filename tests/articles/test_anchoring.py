from twosource.articles.anchoring import anchor
from twosource.articles.extraction import Piece
from twosource.articles.lines import split_lines

TEXT = """Menu
The ferry ran aground in thick fog.
Share
The ferry ran aground in thick fog near the port, and “forty people” were taken off.
Fog
It was a cold morning on the coast and nobody was hurt at all.
The ferry ran aground in thick fog."""


def test_pieces_lead_back_to_their_lines() -> None:
    pieces = [
        Piece("body", "The ferry ran aground in thick fog near the port, and \"forty people\" were taken off."),
        Piece("subhead", "Fog"),
        Piece("list", "It was a cold morning on the coast and nobody was hurt."),
    ]  # fmt: skip
    roles, found = anchor(pieces, split_lines(TEXT))
    assert roles == [None, None, None, "body", "subhead", "list", None]
    assert found == 1.0


def test_words_that_the_page_lacks_are_counted() -> None:
    roles, found = anchor([Piece("body", "Nothing of this stands there")], split_lines(TEXT))
    assert not any(roles)
    assert found == 0.0


def test_nothing_leads_to_nothing() -> None:
    assert anchor([], split_lines(TEXT)) == ([None] * 7, 0.0)
    assert anchor([Piece("body", "a b c")], []) == ([], 0.0)
