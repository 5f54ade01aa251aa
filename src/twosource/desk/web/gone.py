"""Reports that a watch no longer finds at their address: the desk keeps them, and says so beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from twosource.desk.web.answers import rendered
from twosource.desk.web.story import story_path
from twosource.formats.words import day_words
from twosource.stores.base import Row, View, WatchedPage
from twosource.versions import page_key

HERE = "<!-- gone -->"
"""Where a story's page has it: the page is kept, and what a watch finds later must not be a reason to make it anew."""
ANSWERED = re.compile(r"\banswered (404|410)\b")
WORDS = {
    "410": "withdrawn: its address answered 410 on {}",
    "404": "no longer at its address, which answered 404 on {}; servers lose pages, too",
}
"""By the answer; what a watch met at a later look may hide which it was."""


def gone_of(view: View, articles: Iterable[str]) -> dict[str, str]:
    """Of these articles those that are not at their address any more: since when, and what it answered, in words."""
    gone = {page_key(page.address): page for page in view.pages_gone()}
    at = {seen.article: gone[seen.address] for seen in view.sightings(articles) if seen.address in gone} if gone else {}
    return {article: gone_words(page) for article, page in at.items()}


def gone_words(page: WatchedPage) -> str:
    """That a page is gone, as readers are told."""
    status = ANSWERED.search(page.error)
    words = WORDS[status[1]] if status else "no longer at its address since {}"
    return words.format(day_words(datetime.fromtimestamp(page.gone or 0, UTC).date().isoformat()))


def with_gone(html: str, rows: Sequence[Row], gone: dict[str, str]) -> str:
    """The page of a story with those of its reports that are gone."""
    told = [(row, gone[row.article]) for row in rows if row.article in gone]
    if not told:
        return html
    return html.replace(HERE, rendered("gone.html.j2", told=told, path=story_path(rows[0].story)), 1)
