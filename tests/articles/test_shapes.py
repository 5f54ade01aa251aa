import pytest

from twosource.articles.agency_lines import names_agencies_only
from twosource.articles.contents import listed
from twosource.articles.lines import Line, split_lines
from twosource.articles.shapes import own_role


def line(text: str) -> Line:
    return Line(0, len(text), text, True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("- 'We will not leave' -", "subhead"),
        ("– Third night of unrest –", "subhead"),
        ('-- "A black day" --', "subhead"),
        ("**What comes next**", "subhead"),
        ("- Advertisement -", "notice"),
        ("(END)", "other"),
        ("6.20pm BST", "dateline"),
        ("2 hrs 10 min ago", "dateline"),
        ("A bus burns near the bridge. PHOTO | FILE", "caption"),
        ("The minister on Friday. PHOTO/COURTESY", "caption"),
        ("Crowds fill the square. (Reuters: Ana Lopez)", "caption"),
        ("A boat in the bay.ANA LOPEZ (EFE)", "caption"),
        ("The bridge on Monday. (Provided by the fire brigade)", "caption"),
        ("This handout photo shows the bridge on May 3, 2021.", "caption"),
        ("With information from Lusa", "credit"),
        ("This article contains material from dpa.", "credit"),
        ("Material from the agency dpa was used for this report.", "credit"),
        ("In the same section: The market reopens", "promo"),
        ("TOP STORIES: Rain returns to the coast", "promo"),
        ("Like the Bay Herald on Facebook", "promo"),
        ("Did you spot a mistake? Tell the desk", "promo"),
        ("Correction: An earlier version of this article gave a wrong date.", "notice"),
        ("This story was updated at 09:15 to add the words of the mayor.", "notice"),
        ("A fire in Lima, March 5, 2021. REUTERS/Ana Lopez Purchase Licensing Rights, opens new tab", "caption"),
        ("Lima 19°C, cloudy", "navigation"),
        ("(ab/cd)", "credit"),
    ],
)
def test_what_a_line_is_by_its_own_words(text: str, role: str) -> None:
    assert own_role(line(text)) == role


@pytest.mark.parametrize(
    "text",
    [
        "- The minister resigned, the paper said.",
        "Follow the river and you come to the village where the boats were built.",
        "This report was rejected by the ministry, which called its figures a fable.",
        "The report was published on Tuesday in Geneva by a panel of doctors.",
        "If the mayor makes a mistake, he says so.",
        "Did the minister make a mistake?",
        "Material from the quarry was carried to the port by rail.",
        "The agency and its partners are looking into reports of new cases in the north.",
        "Breaking: the dam gives way",
        "Reproduction of the birds has slowed since the lake fell.",
        "0.35",
        "The water in the bay has reached 31°C, a degree more than in any summer since records began.",
        "Support for the strike is growing among the nurses.",
        "Watch on the border was doubled after the attack.",
    ],
)
def test_near_misses_keep_their_role_open(text: str) -> None:
    assert own_role(line(text)) is None


@pytest.mark.parametrize(
    "text", ["With AFP", "(Kyodo)", "dpa/Reuters", "Source: Xinhua and agencies", "— with the Associated Press", "APS"]
)
def test_agencies_on_a_line_of_their_own(text: str) -> None:
    assert names_agencies_only(text)


@pytest.mark.parametrize("text", ["With the mayor", "Agencies", "AFP office raided", "Source: the ministry", "()", ""])
def test_other_lines_are_no_credits(text: str) -> None:
    assert not names_agencies_only(text)


def test_a_list_of_contents_stands_in_the_order_of_its_headings() -> None:
    prose = "The water rose for three days and then fell within an hour, the keeper said."
    heads = ["How did it start?", "Who is at risk?"]
    text = "\n\n".join(["The flood", *heads, prose, heads[0], prose, heads[1], prose])
    assert [x.text for x, entry in zip(split_lines(text), listed(split_lines(text)), strict=True) if entry] == heads
    turned = "\n\n".join(["The flood", *heads[::-1], prose, heads[0], prose, heads[1], prose])
    assert not any(listed(split_lines(turned)))
