"""One part of a record in plain words: what it is, the words it rests on, and every reason for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from textwrap import fill
from typing import Any

from twosource.errors import UsageError
from twosource.formats.facts import FACTS, Row
from twosource.formats.shown import one_line
from twosource.formats.views import RecordView
from twosource.formats.words import plural, printable
from twosource.model import Evidence, Record, Selector

WIDTH = 100
"""Characters of a line, but for a word that is longer."""
SHOWN = 12
"""Passages of one heading; of more their number is told."""
SUGGESTED = 5


def explain(record: Record, wanted: str) -> str:
    """Why the record holds what has the id `wanted`, for a person to read: reasons, words, who says it.

    The beginning of an id is enough where only one begins so. Raises UsageError where none or several do.
    """
    kind, found = _find(record, wanted)
    view = RecordView(record)
    facts = FACTS[kind][1](found, view)
    lines = [_filled(f"{facts.title} ({found.id})", 0), ""]
    for heading, rows in facts.sections:
        lines += _section(heading, rows, view)
    lines += _section("Why", _reasons(getattr(found, "evidence", ())), view)
    return printable("\n".join(lines).rstrip() + "\n")


def _find(record: Record, wanted: str) -> tuple[str, Any]:
    by_id = {one.id: (kind, one) for kind, (field, _) in FACTS.items() for one in getattr(record, field)}
    begun = [i for i in by_id if i.startswith(wanted)] if wanted else []
    if wanted in by_id or len(begun) == 1:
        return by_id[wanted if wanted in by_id else begun[0]]
    if begun:
        raise UsageError(f"{wanted}: {len(begun)} ids begin so: {_some(begun)}; give more of it")
    near = get_close_matches(wanted, list(by_id), SUGGESTED, cutoff=0.5)
    hint = f"did you mean {_some(near)}?" if near else f"it has {len(by_id)} ids: {_some(by_id)}"
    raise UsageError(f"{wanted}: the record holds nothing of this id; {hint}")


def _some(ids: Iterable[str]) -> str:
    shown = list(ids)
    return ", ".join(shown[:SUGGESTED]) + (", …" if len(shown) > SUGGESTED else "")


def _section(heading: str, rows: Iterable[Row], view: RecordView) -> Iterator[str]:
    shown = list(rows)
    if not shown:
        return
    yield heading
    for words, selectors in shown:
        yield from ([_filled(words, 2)] if words else [])
        yield from (_filled(line, 4) for line in _passages(selectors, view))
    yield ""


def _reasons(evidence: Sequence[Evidence]) -> Iterator[Row]:
    """Each reason once, the strongest first."""
    for one in sorted(dict.fromkeys(evidence), key=lambda e: -e.score):
        yield f"{one.score:.2f}  {one.detail} [{one.function}]", one.selectors


def _passages(selectors: Sequence[Selector], view: RecordView) -> Iterator[str]:
    passages = view.passages(selectors)
    for p in passages[:SHOWN]:
        yield f"{p.label} “{p.exact}” ({p.report.outlet}, characters {p.selector.start} to {p.selector.end})"
    if len(passages) > SHOWN:
        yield f"and {plural(len(passages) - SHOWN, 'passage')} more"


def _filled(text: str, indent: int) -> str:
    """One line of words as several, cut at spaces only: an id stays whole."""
    left, rest = " " * indent, " " * (indent + 2)
    return fill(
        one_line(text),
        WIDTH,
        initial_indent=left,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    )
