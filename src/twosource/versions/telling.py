"""What is said of a change in plain words: whose report, what it said, since when it says something else."""

from __future__ import annotations

from pathlib import PurePath

from twosource.model import Reading, Revision, RevisionKind, Selector
from twosource.text.moments import moment_words
from twosource.versions.told import Moved, Withdrawn

LONGEST = 200
"""Characters of a quotation in a sentence of ours."""
_CALLED: dict[RevisionKind, str] = {
    "corrected": ", and calls it a correction",
    "clarified": ", and calls it a clarification",
    "retracted": "",
    "updated": "",
    "restored": "",
}


def name_of(reading: Reading) -> str:
    """How a reader knows the report: its outlet, the agency it credits, or else its file."""
    article, page = reading.article, reading.page
    wire = article.wires[0].name if article.wires else None
    return article.outlet or page.given.outlet or wire or PurePath(page.location).name or page.location


def quoted(at: Selector) -> str:
    """The words on one line in quotation marks, cut at a word where they are many."""
    line = " ".join(at.exact.split())
    if len(line) > LONGEST:
        line = line[:LONGEST].rpartition(" ")[0] + " …"
    for inner, outer in (("“", "‘"), ("”", "’"), ('"', "'")):
        line = line.replace(inner, outer)
    return f"“{line}”"


def since(step: Revision) -> str:
    """Since when: "since 14:05 UTC on 3 May 2031"; "now" where no time is known."""
    words = moment_words(step.seen)
    return f"since {words}" if words else "now"


def moved_words(moved: Moved, name: str, *, whole: bool = True) -> str:
    """The change as one sentence: who first said what, what came between, what stands since when.

    `whole`: with the sentence in which it stands.
    """
    first, *between = moved.before
    then = "".join(f", then {quoted(w)}" for w in between)
    shown = f", as in {quoted(moved.sentences[-1].at)}" if moved.exactly and whole else ""
    called = _CALLED[moved.step.kind] if moved.noticed else ""
    back = moved.step.kind == "restored"
    now = f"{since(moved.step)} it says {quoted(moved.now)}{' again' if back else ''}"
    text = f"{name} {'said for a time' if back else 'first said'} {quoted(first)}{then}; {now}{called}{shown}"
    return _stop(text) if shown or not moved.exactly else f"{text}."


def withdrawn_words(withdrawn: Withdrawn, name: str) -> str:
    """That a sentence stands no more, as one sentence."""
    step = withdrawn.step
    if step.kind == "retracted":
        when = moment_words(step.seen)
        seen = f" (as of {when})" if when else ""
        return _stop(f"{name} has withdrawn its report{seen}, which said: {quoted(withdrawn.sentence.at)}")
    called = _CALLED[step.kind] if withdrawn.noticed else ""
    return _stop(f"{name} no longer says ({since(step)}{called}): {quoted(withdrawn.sentence.at)}")


def _stop(text: str) -> str:
    """The sentence with one full stop, inside a quotation mark that closes it."""
    if not text.endswith("”"):
        return text.rstrip(".") + "."
    return text if text[-2] in ".!?…" else f"{text[:-1]}.”"
