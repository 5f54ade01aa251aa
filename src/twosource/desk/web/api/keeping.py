"""Questions about the desk itself: how much it holds, saved searches, what people decided, the quarantine."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from twosource import __version__
from twosource.desk.judged import history_of
from twosource.desk.web.api.desk import Desk, Given, part, skipped
from twosource.desk.web.api.shapes import (
    Decision,
    DecisionList,
    DeskStatus,
    Refused,
    RefusedList,
    Saved,
    SavedList,
)
from twosource.desk.web.asked import search_path
from twosource.judgements.history import OVER
from twosource.model.record import FORMAT


def status(desk: Desk, given: Given) -> DeskStatus:
    """How much the desk holds now."""
    with desk.view() as view:
        counts = view.counts()
        return DeskStatus(
            program=f"twosource {__version__}",
            format=FORMAT,
            articles=counts.articles,
            stories=counts.stories,
            quarantined=counts.rejected,
            judgements=len(history_of(view).entries),
            last_arrival=view.last_arrival(),
        )


def searches(desk: Desk, given: Given) -> SavedList:
    """The saved searches, each with how many reports came since it was read."""
    with desk.view() as view:
        found = [
            Saved(
                id=saved.id,
                name=saved.name,
                made=saved.made,
                path=f"/api{search_path(saved.search)}",
                unread=view.find(replace(saved.search, after=saved.read), 0).count,
            )
            for saved in view.saved_searches()
        ]
    return SavedList(searches=tuple(found))


def judgements(desk: Desk, given: Given) -> DecisionList:
    """What people decided, undone or not."""
    with desk.view() as view:
        history = history_of(view)
    shown = history.entries[skipped(given) :][: given["size"]]
    told = (Decision(judgement=j, undone=None if j.kind in OVER else history.is_undone(j.id)) for j in shown)
    return DecisionList(part=part("/api/judgements", given, len(history.entries)), judgements=tuple(told))


def quarantine(desk: Desk, given: Given) -> RefusedList:
    """What could not be read."""
    before = skipped(given)
    with desk.view() as view:
        count = view.counts().rejected
        found = list(islice(view.rejected(), before, before + given["size"]))
    inputs = tuple(Refused(input_id=one.input_id, reason=one.reason) for one in found)
    return RefusedList(part=part("/api/quarantine", given, count), inputs=inputs)
