import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.articles.made import REPORT, check, html, plain, roles
from twosource.articles import find_article
from twosource.errors import NotAnArticle, TwoSourceError

BODY = "A passenger ferry ran aground in thick fog near the port on Wednesday and forty people were taken off alive."
LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [*REPORT.split("\n"), "By Jane Doe", "© 2024 The Post", "PARIS (AP) — It rained.", "12/13/2014"]
        ),
    ),
    max_size=12,
)
TAGS = """<p> </p> <h1> </h1> <b> <table><tr><td> <nav> </nav> </div> <!-- &amp; < \x00 <div/class='comments'>
    <script/type='application/ld+json'> {"@type":"NewsArticle","author":[1]} </script>""".split()  # noqa: SIM905
MARKUP = st.lists(st.sampled_from([*TAGS, *REPORT.split("\n")]), max_size=40)


@settings(deadline=None)
@given(LINES)
def test_any_plain_text_is_partitioned_and_every_selector_holds(lines: list[str]) -> None:
    page = plain("\n".join(lines))
    try:
        check(page, find_article(page))
    except NotAnArticle as error:
        assert "a.txt" in str(error)


@settings(deadline=None, max_examples=60)
@given(MARKUP)
def test_any_markup_is_partitioned_and_every_selector_holds(parts: list[str]) -> None:
    page = html("".join(parts))
    try:
        check(page, find_article(page))
    except TwoSourceError as error:
        assert "a.html" in str(error)


def test_every_line_of_a_soiled_report_has_its_role() -> None:
    page = plain(REPORT)
    article = find_article(page)
    check(page, article)
    by_role: dict[str, list[str]] = {}
    for role, text in roles(page):
        by_role.setdefault(role, []).append(text)
    assert by_role["headline"] == ["Ferry runs aground off Bergen, 40 taken off"]
    assert by_role["navigation"] == ["Skip to main content"]
    assert by_role["promo"] == ["Video: Inside the engine room of a modern ferry"]
    assert by_role["notice"] == ["Page not found", "The page you requested does not exist."]
    assert by_role["dateline"] == ["BERGEN (Reuters) -"]
    assert by_role["subhead"] == ["Questions for the pilots"]
    assert by_role["other"] == [">"]
    assert by_role["caption"][0].startswith("Liv Anker")
    assert by_role["lead"][0].startswith("A passenger ferry")
    assert len(by_role["body"]) == 4


def test_what_is_known_of_the_report_names_its_ground() -> None:
    article = find_article(plain(REPORT))
    assert article.located is not None and article.located.name == "BERGEN"
    assert [(w.name, w.selector and w.selector.exact) for w in article.wires] == [("Reuters", "Reuters")]
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2021-03-03", "caption")
    assert article.by == ()
    assert article.language == "en"
    assert {g.field for g in article.grounds} == {"wires", "published"}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned on Monday after a vote of the council.",
        "Mayor resigns\n\nThe mayor resigned on Monday after a vote of the council.",
        "Mayor resigns\nThe mayor resigned on Monday after a vote.\nHis deputy takes over, the council said.",
        "The mayor resigned on Monday.\nHis deputy takes over.\nShe is 44.\nA vote is due in May.",
    ],
)
def test_clean_texts_are_all_body(text: str) -> None:
    found = roles(plain(text))
    assert {role for role, _ in found} <= {"headline", "lead", "body"}
    assert "lead" in {role for role, _ in found}


def test_the_title_given_is_the_headline() -> None:
    page = plain("Mayor resigns\n\nThe mayor resigned on Monday after a vote.", title="Mayor resigns")
    headline = find_article(page).headline
    assert headline is not None and headline.exact == "Mayor resigns"


def test_hard_wrapped_copy_is_one_block_a_paragraph() -> None:
    first = (
        "The harbour authority of the island said on Friday that it would close\n"
        "both of its piers for the winter, because storms had torn away a part of\n"
        "the outer wall and the repairs would take until the spring at least."
    )
    second = (
        "Fishermen who land their catch there will have to sail to the mainland,\n"
        "a trip of four hours in good weather, or leave their boats at anchor in\n"
        "the bay, where two of them were lost in a gale only last year."
    )
    found = roles(plain(first + "\n\n" + second))
    assert [text for _, text in found] == [first, second]


def test_a_page_without_a_report_says_so() -> None:
    with pytest.raises(NotAnArticle, match=r"a\.txt.*no article"):
        find_article(plain("Sign in\nSubscribe\n© 2024\n"))


def test_a_sentence_above_the_headline_is_not_the_lead() -> None:
    text = "THE ISLAND POST\n\nNews for people by the sea.\n\nFerry runs aground in fog\n\nBy Ane Solberg\n\n" + BODY
    found = {text: role for role, text in roles(plain(text))}
    assert found["News for people by the sea."] == "other"
    assert found["Ferry runs aground in fog"] == "headline"
    assert found[BODY] == "lead"


def test_an_empty_page_says_so() -> None:
    with pytest.raises(NotAnArticle, match="no article"):
        find_article(plain(" \n\n "))


def test_other_languages_are_found_and_labelled() -> None:
    text = "Die Fähre lief am Mittwoch vor dem Hafen auf Grund, wie die Küstenwache mitteilte. Alle wurden gerettet."
    assert find_article(plain(text)).language == "de"


def test_a_megabyte_on_one_line_is_one_paragraph() -> None:
    page = plain("The council met and the council voted. " * 25_000)
    article = find_article(page)
    check(page, article)
    assert len(article.blocks) == 1


def test_a_text_of_one_sentence_is_a_report_even_where_its_title_is_the_same() -> None:
    sentence = "A ferry ran aground off the harbour of Larvik on Sunday, and nobody was hurt."
    page = plain(sentence, title=sentence)
    assert [b.role for b in find_article(page).blocks] == ["lead"]
