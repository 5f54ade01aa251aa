"""The verbs of twosource as functions: what the command line calls, and what `import twosource` gives."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from twosource.errors import BrokenModel, InputError, TwoSourceError, UsageError, why_unreadable
from twosource.nlp import DEFAULT_ANALYZER

if TYPE_CHECKING:
    from twosource.engines import Waiting
    from twosource.model import Derivation, Reading, Record
    from twosource.pages import Capture, Failure
    from twosource.pipeline import Placement

PathLike = str | os.PathLike[str]
T = TypeVar("T")

SECONDS_PER_PAGE = 10.0
"""Processor time that the work on one page may take before it is ended and reported."""

_MOMENT = 1.0
"""Seconds after which who waits for an outcome is told that none is there yet."""
RECORD_WANTED = "give a file that `twosource brief --format json` or `twosource read` wrote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to read: `about` is a CSV of input, outlet and date; `workers` counts processes; `fetch` allows http(s)."""

    about: PathLike | None = None
    analyzer: str = DEFAULT_ANALYZER
    workers: int = 1
    fetch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """What became of one input: its own id, and either a result, perhaps with warnings, or why there is none."""

    input_id: str
    result: T | None = None
    error: InputError | None = None
    warnings: tuple[str, ...] = ()


def outcomes(
    inputs: Iterable[PathLike],
    work: Callable[[Capture], T],
    options: Options,
    wanted: Callable[[Capture], bool] = lambda _: True,
) -> Iterator[Outcome[T] | None]:
    """`work` done on every capture of the inputs, in their order, in worker processes; one failure harms no other.

    Captures that are not `wanted` are passed over. None, at least once a second, while the next is not there yet: who
    gathers outcomes need not wait for what comes slowly.
    """
    from twosource.engines import LocalEngine, Waiting

    if isinstance(inputs, str | os.PathLike):
        raise UsageError(f"{os.fspath(inputs)}: inputs are a list, of one too: [{os.fspath(inputs)!r}]")
    engine = LocalEngine(workers=options.workers, seconds=SECONDS_PER_PAGE)
    given: deque[str] = deque()
    loading = work if engine.inherits else None
    captures = _fed(_captures(inputs, options), wanted, loading, given)
    for result in engine.stream(partial(_work_or_pass, work), captures):
        if isinstance(result, Waiting):
            result.wait(_MOMENT)
            yield None
        elif isinstance(result, InputError):
            yield Outcome(input_id=given.popleft(), error=result)
        else:
            yield Outcome(input_id=given.popleft(), result=result)


def _captures(inputs: Iterable[PathLike], options: Options) -> Iterator[Capture | Failure | Waiting]:
    from twosource.pages import captures_as_they_come, read_about
    from twosource.pages.fetch import fetch_page

    about = read_about(Path(options.about)) if options.about is not None else None
    fetch = fetch_page if options.fetch else None
    return captures_as_they_come([os.fspath(x) for x in inputs], about=about, fetch=fetch)


def _fed(
    found: Iterable[Capture | Failure | Waiting],
    wanted: Callable[[Capture], bool],
    loading: Callable[[Capture], T] | None,
    given: deque[str],
) -> Iterator[Capture | Failure | Waiting]:
    """What is to be worked on; `given` gets the id of each. `loading` is done once on a sample before the first."""
    from twosource.engines import Waiting
    from twosource.pages import Capture, input_id_of

    for one in found:
        if isinstance(one, Waiting):
            yield one
            continue
        if isinstance(one, Capture) and not wanted(one):
            yield Waiting(seconds=0)  # thousands may follow: what is done meanwhile need not wait for them
            continue
        if loading is not None and isinstance(one, Capture):
            _load(loading, one)
            loading = None
        given.append(input_id_of(one))
        yield one


def _all_outcomes(inputs: Iterable[PathLike], work: Callable[[Capture], T], options: Options) -> Iterator[Outcome[T]]:
    """As `outcomes`, each waited for."""
    return (outcome for outcome in outcomes(inputs, work, options) if outcome is not None)


def _load(work: Callable[[Capture], T], first: Capture) -> None:
    """Loads all that the work needs, by doing it once on a report like the first one.

    Workers then begin with it: each would take 0.8 s of its first page's time, and again when it is replaced.
    """
    from twosource.pipeline import sample

    try:
        work(sample(first.media_type))
    except (UsageError, BrokenModel):
        raise
    except Exception:
        return  # each page will say by itself what fails


def _work_or_pass(work: Callable[[Capture], T], capture: Capture | Failure) -> T:
    from twosource.pages import Failure

    if isinstance(capture, Failure):
        raise capture.error
    return work(capture)


def read(inputs: Iterable[PathLike], options: Options | None = None) -> Iterator[Outcome[Record]]:
    """One record for each article, everything found in it alone, in the order of the inputs; streams."""
    from twosource.pipeline import read_record

    options = options or Options()
    return _all_outcomes(inputs, partial(read_record, analyzer=options.analyzer), options)


def read_lines(inputs: Iterable[PathLike], options: Options | None = None) -> Iterator[Outcome[str]]:
    """As `read`, each record already a line of JSON: encoded in the workers, so that the writer has little to do."""
    from twosource.pipeline import read_line

    options = options or Options()
    for done in _all_outcomes(inputs, partial(read_line, analyzer=options.analyzer), options):
        line, warnings = done.result or (None, ())
        yield Outcome(input_id=done.input_id, result=line, error=done.error, warnings=warnings)


def brief(
    inputs: Iterable[PathLike],
    options: Options | None = None,
    *,
    one_story: bool = False,
    length: int | None = None,
    on_failure: Callable[[Outcome[Reading]], None] | None = None,
    on_done: Callable[[], None] = lambda: None,
) -> Record:
    """One record of all articles together, whatever their order.

    `one_story`: all inputs report one happening, cluster nothing. `length`: the most statements that the brief of a
    story has, a dozen where it is None. An input that fails is handed to `on_failure`, or raised where there is none.
    `on_done` is called after each input.
    """
    from twosource.pipeline import combine, read_and_sort, read_capture

    options = options or Options()
    work = read_capture if one_story else read_and_sort
    readings: list[Reading] = []
    for outcome in _all_outcomes(inputs, partial(work, analyzer=options.analyzer), options):
        on_done()
        if outcome.result is not None:
            readings.append(outcome.result)
        elif on_failure is not None:
            on_failure(outcome)
        elif outcome.error is not None:
            raise outcome.error
    return combine(readings, one_story=one_story, analyzer=options.analyzer, length=length)


def load(record: PathLike, holding: str = "") -> Record:
    """The first record in a file that `brief` wrote as JSON, or `read`: the first line that contains `holding`.

    Raises InputError for another file.
    """
    from twosource.codec import load_records

    path = Path(record)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: it cannot be read ({why_unreadable(error)}): {RECORD_WANTED}") from error
    try:
        found = next(load_records(text, holding=holding), None) or next(load_records(text), None)
    except TwoSourceError as error:
        raise InputError(f"{path}: {error}: {RECORD_WANTED}") from error
    if found is None:
        raise InputError(f"{path}: it holds no record: {RECORD_WANTED}")
    return found


def explain(wanted: str, record: PathLike) -> str:
    """Why a record holds what has the id `wanted` (its beginning is enough), in plain words with passages.

    Raises InputError where the file holds no record, UsageError for an id that it does not hold.
    """
    from twosource.formats.explain import explain as explained

    return explained(load(record, holding=f'"{wanted}'), wanted)


def stories(inputs: Iterable[PathLike], options: Options | None = None) -> Iterator[Outcome[Placement]]:
    """The story of each article, and those it was of before, in the order of the inputs, which is that of arrival."""
    from twosource.pipeline import assign_stories, read_to_sort

    options = options or Options()
    done = list(_all_outcomes(inputs, partial(read_to_sort, analyzer=options.analyzer), options))
    placed = assign_stories([x.result for x in done if x.result])
    for x in done:
        yield Outcome(input_id=x.input_id, result=placed[x.result.article.id] if x.result else None, error=x.error)


def origins(inputs: Iterable[PathLike], options: Options | None = None) -> Iterator[Outcome[Derivation]]:
    """The origin of each article and the article it was derived from (by input id), in the order of the inputs."""
    from dataclasses import replace

    from twosource.origins import derivations
    from twosource.pipeline import read_article

    done = list(_all_outcomes(inputs, read_article, options or Options()))
    readings = {x.result.article.id: x.result for x in done if x.result}
    _, rows = derivations([r.page for r in readings.values()], [r.article for r in readings.values()])
    row = {r.article: r for r in rows}
    first_input = {x.result.article.id: x.input_id for x in reversed(done) if x.result}
    for x in done:
        if x.result is None:
            yield Outcome(input_id=x.input_id, error=x.error)
            continue
        found = row[x.result.article.id]
        parent = first_input[found.derived_from] if found.derived_from else None
        yield Outcome(input_id=x.input_id, result=replace(found, derived_from=parent))


def annotate(lines: Iterable[str], analyzer: str = DEFAULT_ANALYZER) -> Iterator[str]:
    """CoNLL-U lines with UPOS, HEAD, DEPREL and NER filled in; tokens and sentences are taken as given.

    Raises UsageError where the analyzer labels articles only.
    """
    from twosource.nlp import load_analyzer
    from twosource.nlp.base import WordLabeller
    from twosource.nlp.conllu import annotate as annotate_lines

    labeller = load_analyzer(analyzer)
    if not isinstance(labeller, WordLabeller):
        raise UsageError(
            f"the analyzer {analyzer!r} labels whole articles, not given words: take shipped, rules or spacy:NAME"
        )
    return annotate_lines(lines, labeller)
