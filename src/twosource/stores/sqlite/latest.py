"""The list of stories in SQLite: a part of it is found by going through articles from the latest day on."""

from __future__ import annotations

import sqlite3

MANY = 3000
"""Stories from which on it is quicker to group all articles, 70 ms of 100,000: to look one up by itself takes 20 µs."""


def stories_around(connection: sqlite3.Connection, skip: int, most: int) -> tuple[list[str], int]:
    """Stories, in no order, that hold those from number `skip` on, at most `most` of them; how many go before in these.

    They are all whose latest day is one of some days on end, for stories of one day are ordered by their last article.
    """
    seen: set[str] = set()
    found: list[str] = []
    passed, before = 0, None
    asked = "SELECT day, story FROM articles WHERE story != '' ORDER BY day DESC, number DESC"
    for day, story in connection.execute(asked):
        if day != before and passed + len(found) <= skip:
            passed, found = passed + len(found), []
        elif day != before and passed + len(found) >= skip + most:
            break
        before = day
        if story not in seen:
            seen.add(story)
            found.append(story)
    return found, skip - passed
