"""The commands with which people correct a desk: judge, list, undo, redo, take over from another desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.shared import Debug, Folder, told
from twosource.errors import InputError, UsageError, why_unreadable

if TYPE_CHECKING:
    from twosource.judgements import History
    from twosource.model import Judgement
    from twosource.stores.base import Store

By = Annotated[
    str | None,
    typer.Option(metavar="NAME", show_default=False, help="Who decides; the system's user where it is left out."),
]
Which = Annotated[
    str | None,
    typer.Argument(
        metavar="ID", show_default=False, help="A judgement, or how its id begins; the last one by default."
    ),
]
WhyOver = Annotated[str, typer.Option("--why", metavar="TEXT", show_default=False, help="The reason.")]


def judge(
    folder: Folder,
    story: Annotated[
        str | None, typer.Argument(metavar="STORY", show_default=False, help="The id of the story.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            show_default=False,
            help="speaker, merge-actors, split-actor, date, place, wrong, merge-stories, split-story.",
        ),
    ] = None,
    refs: Annotated[
        list[str] | None, typer.Argument(metavar="REF...", show_default=False, help="The ids of what is judged.")
    ] = None,
    value: Annotated[
        str,
        typer.Option("--is", metavar="VALUE", show_default=False, help="What is decided; unknown: nobody can tell."),
    ] = "",
    name: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="A name for an actor or a place.")] = "",
    why: Annotated[str, typer.Option(metavar="TEXT", show_default=False, help="The reason, for others to read.")] = "",
    by: By = None,
    theirs: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="FILE.jsonl", show_default=False, help="Takes over the judgements of another desk."
        ),
    ] = None,
    debug: Debug = False,
) -> None:
    """Corrects what was found: kept beside it with who, when and why, shown wherever it matters, undone at any time."""
    from twosource.desk.folder import open_desk
    from twosource.desk.judging import judge as decide
    from twosource.desk.naming import Named, propose

    with told(debug):
        store = open_desk(folder)
        if theirs is not None:
            _take(folder, theirs)
            return
        if story is None or kind is None:
            raise UsageError("name a story, a kind and what is judged, or a file with --from")
        proposal = propose(store, story, kind, Named(refs=refs or [], value=value, name=name))
        made = decide(store, proposal, who=_who(by), why=why)
        print(f"{made.id}: undo it with `twosource desk undo {folder} {made.id}`")
        _work_out(store)


def _take(folder: Path, theirs: Path) -> None:
    from twosource.desk.folder import open_desk
    from twosource.desk.judgement_lines import take

    try:
        lines = theirs.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{theirs}: it cannot be read ({why_unreadable(error)})") from error
    store = open_desk(folder)
    try:
        print(take(store, lines))
    except InputError as error:
        raise InputError(f"{theirs}: {error}") from error
    _work_out(store)


def _work_out(store: Store) -> None:
    """Works out the stories that were judged, so that nobody who opens them has to wait."""
    from twosource.desk.works import work_out

    work_out(store)


def judgements(
    folder: Folder,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE.jsonl",
            show_default=False,
            help="All of them as JSON, a line each; - is standard output.",
        ),
    ] = None,
    debug: Debug = False,
) -> None:
    """What people decided: id, when, who, what, how, why, a tab between; with -o all of it as JSON, for other desks."""
    from twosource.desk.folder import open_desk
    from twosource.desk.judged import history_of
    from twosource.desk.judgement_lines import lines
    from twosource.outputs import write

    with told(debug), open_desk(folder).view() as view:
        if output is not None:
            write(output, lines(view))
        else:
            write("-", _listed(history_of(view)))


def _listed(history: History) -> Iterator[str]:
    from twosource.formats.shown import one_line
    from twosource.formats.words import JUDGEMENT_WORDS, printable
    from twosource.judgements.words import decided

    for one in history.judgements:
        undone = " (undone)" if history.is_undone(one.id) else ""
        fields = (one.id, one.at[:16] + "Z", one.who, JUDGEMENT_WORDS[one.kind] + undone, decided(one), one.why)
        yield printable("\t".join(map(one_line, fields))) + "\n"


def undo(folder: Folder, judgement: Which = None, by: By = None, why: WhyOver = "", debug: Debug = False) -> None:
    """Puts a judgement out of force. Nothing is lost: the undoing is an entry of the history too."""
    from twosource.desk.folder import open_desk
    from twosource.desk.judging import undo as put_out

    with told(debug):
        store = open_desk(folder)
        done, later = put_out(store, who=_who(by), why=why, wanted=judgement)
        print(f"undone: {_said(done)}")
        if later:
            named = ", ".join(one.id for one in later)
            print(f"of the same words or reports, applied again without it: {named}")
        _work_out(store)


def redo(folder: Folder, judgement: Which = None, by: By = None, why: WhyOver = "", debug: Debug = False) -> None:
    """Puts a judgement back in force in its old place, the one undone last by default."""
    from twosource.desk.folder import open_desk
    from twosource.desk.judging import redo as put_back

    with told(debug):
        store = open_desk(folder)
        print(f"in force again: {_said(put_back(store, who=_who(by), why=why, wanted=judgement))}")
        _work_out(store)


def _said(judgement: Judgement) -> str:
    from twosource.formats.words import JUDGEMENT_WORDS, printable

    return printable(f"{judgement.id}, {JUDGEMENT_WORDS[judgement.kind]} by {judgement.who}: {judgement.why}")


def _who(by: str | None) -> str:
    from twosource.desk.judging import user

    return user() if by is None else by
