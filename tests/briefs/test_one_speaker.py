"""What two give as somebody's words is given by both of them word by word."""

from __future__ import annotations

from dataclasses import replace

from tests.briefs.records import article, at, claim, finding, page, person, record
from twosource.briefs.reported import reported
from twosource.briefs.reports import Reports
from twosource.model import Quote

ROE = person("Agnes Roe")


def told(*said: tuple[str, str]) -> str:
    """The statement on these reports, in each of which these words of it are a quotation of one person."""
    pages = [page(str(n), text) for n, (text, _) in enumerate(said)]
    quotes = tuple(
        Quote(id=f"quote:{n}", article=f"article:{p.location}", kind="direct", content=(at(p, words),), speaker=ROE.id,
              cue=at(p, "said"))
        for n, (p, (_, words)) in enumerate(zip(pages, said, strict=True))
    )  # fmt: skip
    claims = [claim(p, words, "quote", q.id) for p, (_, words), q in zip(pages, said, quotes, strict=True)]
    texts = [claim(p, p.text) for p in pages]
    articles = [(p, article(p, name)) for p, name in zip(pages, ("Courier", "Post"), strict=True)]
    found = replace(finding(*claims), speakers=1)
    return reported(found, Reports(record(articles, [*claims, *texts], [found], actors=(ROE,), quotes=quotes))).text


def test_the_words_that_both_give_are_given_to_both() -> None:
    longer, shorter = "We close the mill tonight, and nobody will stop us", "we close the mill tonight"
    assert told((f"“{longer},” Roe said.", longer), (f"“Well, {shorter},” Roe said.", shorter)) == (
        "Courier and Post both report that Agnes Roe said: “we close the mill tonight” (two origins, one speaker)."
    )


def test_like_words_of_one_person_are_told_apart() -> None:
    one, two = "We close the mill tonight for good", "The mill is closed from tonight"
    assert told((f"“{one},” Roe said.", one), (f"“{two},” Roe said.", two)) == (
        f"Two independent origins report, each in its own words, that Agnes Roe said: “{one}” (Courier); that Agnes Roe"
        f" said: “{two}” (Post)."
    )


def test_a_title_in_quotation_marks_is_nobodys_words() -> None:
    text = "“Night Boat,” Roe said when asked for the name of the play."
    assert "Agnes Roe said" not in told((text, "Night Boat"), (text, "Night Boat"))
