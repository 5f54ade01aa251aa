"""People's decisions on a desk: made, undone, redone. Entries are added, none is changed."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence

from twosource.desk.corrected import KINDS, filings
from twosource.desk.judged import Index, history_of, rows_of
from twosource.errors import UsageError
from twosource.judgements import History, over
from twosource.judgements.proposals import Proposal
from twosource.model import Judgement, JudgementKind
from twosource.stores.base import Store, View, Writer

LONGEST_NAME = 200
LONGEST_REASON = 2000
"""Characters of who decides and why."""


def user() -> str:
    """The name under which the system knows who is at work; empty where it does not."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def judge(store: Store, proposal: Proposal, *, who: str, why: str) -> Judgement:
    """Adds a judgement; the same again, as when a form is sent twice, is the one that is there.

    Raises UsageError where nobody decides, no reason is given, or either is too long.
    """
    with store.view() as view:
        history = history_of(view)
    made = Judgement.of(
        proposal.kind,
        at=history.next_time(),
        who=_name(who),
        why=_reason(why),
        passages=proposal.passages,
        articles=proposal.articles,
        ruling=proposal.ruling,
    )
    known = history.alike(made)
    if known is None:
        add_entries(store, [made])
    return known or made


def undo(
    store: Store, *, who: str, why: str = "", wanted: str | None = None
) -> tuple[Judgement, tuple[Judgement, ...]]:
    """Puts a judgement out of force, the last one where none is named; it, and those that came after on the same words.

    One that is undone already stays so. Raises UsageError where there is none.
    """
    with store.view() as view:
        history = history_of(view)
    if wanted is None and not history.in_force:
        raise UsageError("there is nothing to undo: no judgement is in force")
    judgement = history.named(wanted) if wanted is not None else history.in_force[-1]
    if not history.is_undone(judgement.id):
        add_entries(store, [_over("undo", judgement, history, who, why)])
    return judgement, history.after(judgement)


def redo(store: Store, *, who: str, why: str = "", wanted: str | None = None) -> Judgement:
    """Puts a judgement back in force, the one undone last where none is named.

    One that is in force already stays so. Raises UsageError where there is none.
    """
    with store.view() as view:
        history = history_of(view)
    if wanted is None and not history.undone:
        raise UsageError("there is nothing to redo: no judgement is undone")
    judgement = history.named(wanted) if wanted is not None else history.undone[-1]
    if history.is_undone(judgement.id):
        add_entries(store, [_over("redo", judgement, history, who, why)])
    return judgement


def _over(kind: JudgementKind, judgement: Judgement, history: History, who: str, why: str) -> Judgement:
    return over(kind, judgement, at=history.next_time(), who=_name(who), why=why.strip()[:LONGEST_REASON])


def _name(who: str) -> str:
    name = " ".join(who.split())
    if not name:
        raise UsageError("who decides? Give a name")
    if len(name) > LONGEST_NAME:
        raise UsageError(f"the name of who decides is too long: {len(name)} characters, {LONGEST_NAME} at most")
    return name


def _reason(why: str) -> str:
    reason = why.strip()
    if not reason:
        raise UsageError("why? Give a reason: others will read it where the change is shown")
    if len(reason) > LONGEST_REASON:
        raise UsageError(f"the reason is too long: {len(reason)} characters, {LONGEST_REASON} at most")
    return reason


def add_entries(store: Store, entries: Sequence[Judgement]) -> int:
    """How many were new. With them what was worked out of the stories that they speak of is forgotten, and the reports
    are filed anew under what they are found by.
    """
    with store.writer() as writer, writer.together():
        added = writer.add_judgements(entries)
        if added:  # from here on nobody else writes, so that what a view shows stays so
            with store.view() as view:
                _follow(writer, view, Index(History.of([*view.judgements(), *entries])), entries)
    return added


def _follow(writer: Writer, view: View, index: Index, entries: Iterable[Judgement]) -> None:
    """What follows from new entries; the view shows articles and stories as they were before."""
    known = {j.id: j for j in index.history.judgements}
    meant = [known.get(e.ruling.judgement or "", e) for e in entries]
    rows = {row.article: row for judgement in meant for row in rows_of(view, judgement)}
    writer.drop_works(sorted({row.story for row in rows.values() if row.story}))
    corrections = {row.article: row for j in meant if j.kind in KINDS for row in rows_of(view, j)}
    for filing in filings(view, index, corrections.values()):
        writer.file_anew(*filing)
