from tests.articles.made import check, html, roles
from twosource.articles import find_article

PARAGRAPHS = [
    "A passenger ferry ran aground in thick fog near the port on Wednesday and forty people were taken off alive.",
    "The vessel was on its way from the islands when it struck a reef shortly before nine, the harbour master said.",
    "The coast guard said it had opened an inquiry and would question the two pilots who were on the bridge.",
]
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Ferry runs aground in fog - The Island Post</title>
<meta property="og:site_name" content="The Island Post">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry runs aground in fog",
"datePublished": "2021-03-03T09:30:00+01:00", "author": [{{"@type": "Person", "name": "Ane Solberg"}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ferry runs aground in fog</h1><p class="byline">By Ane Solberg</p><time>3 March 2021</time>
<figure><img src="a.jpg"><figcaption>The ferry on the reef. Photo: Ola Berg/AFP</figcaption></figure>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><h2>What comes next</h2><p>{PARAGRAPHS[2]}</p></article>
<section id="comments"><h3>Comments</h3><p>Glad they are all safe, my cousin was on board.</p></section>
<div class="cookie-banner">We use cookies to improve your visit.</div>
<footer>© 2021 The Island Post</footer></body></html>"""


def test_the_report_and_its_furniture_are_told_apart() -> None:
    page = html(PAGE)
    check(page, find_article(page))
    found = {text: role for role, text in roles(page)}
    assert found["Ferry runs aground in fog"] == "headline"
    assert found["By Ane Solberg"] == "byline"
    assert found["3 March 2021"] == "dateline"
    assert found["The ferry on the reef. Photo: Ola Berg/AFP"] == "caption"
    assert [found[p] for p in PARAGRAPHS] == ["lead", "body", "body"]
    assert found["What comes next"] == "subhead"
    assert found["Home"] == "navigation"
    assert found["Glad they are all safe, my cousin was on board."] == "comment"
    assert found["We use cookies to improve your visit."] == "notice"


def test_metadata_come_with_their_keys() -> None:
    article = find_article(html(PAGE))
    assert article.by == ("Ane Solberg",)
    assert article.outlet == "The Island Post"
    assert article.published is not None
    assert (article.published.value, article.published.at) == ("2021-03-03", "2021-03-03T09:30+01:00")
    assert article.published.basis == "metadata"
    assert "JSON-LD datePublished" in next(g.detail for g in article.grounds if g.field == "published")


def test_what_the_user_gives_wins() -> None:
    article = find_article(html(PAGE, date="4 March 2021", outlet="Island Post Weekend"))
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2021-03-04", "given")
    assert article.outlet == "Island Post Weekend"


def test_a_photo_credit_counts_only_where_no_other_does() -> None:
    assert [w.name for w in find_article(html(PAGE)).wires] == ["AFP"]
    credited = PAGE.replace("</article>", "<p>With files from Reuters</p></article>")
    assert [w.name for w in find_article(html(credited)).wires] == ["Reuters"]


def test_text_in_layout_tables_is_body() -> None:
    cells = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    page = html(f"<html><body><table><tr><td><h1>Ferry runs aground</h1>{cells}</td></tr></table></body></html>")
    assert [role for role, text in roles(page) if text in PARAGRAPHS] == ["lead", "body", "body"]


def test_markup_nested_deep_is_read_by_the_model_of_lines() -> None:
    page = html("<div>" * 5000 + "".join(f"<p>{p}</p>" for p in PARAGRAPHS))
    assert [role for role, text in roles(page) if text in PARAGRAPHS] == ["lead", "body", "body"]


def test_broken_linked_data_are_left_out() -> None:
    page = html(PAGE.replace('"NewsArticle",', '"NewsArticle"'))
    assert find_article(page).by == ("Ane Solberg",)
