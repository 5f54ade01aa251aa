"""The table of steps: what each requires and produces, and where it lives. The pipeline runs it top to bottom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from twosource.model import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step. `run` is `package:function`; `requires` and `produces` are fields of Reading or Record.

    `takes` names the settings that the function has as keyword arguments.
    """

    name: str
    version: str
    requires: tuple[str, ...]
    produces: tuple[str, ...]
    run: str
    takes: tuple[str, ...] = ()

    def stamp(self, settings: str = "") -> Stamp:
        """What a record says of this step."""
        return Stamp(step=self.name, version=self.version, settings=settings)


ARTICLE_STEPS = (
    Step(
        name="times",
        version="1",
        requires=("article", "analysis"),
        produces=("times",),
        run="twosource.circumstances:find_times",
    ),
    Step(
        name="quantities",
        version="1",
        requires=("analysis", "times"),
        produces=("quantities",),
        run="twosource.circumstances:find_quantities",
    ),
    Step(
        name="places",
        version="1",
        requires=("analysis",),
        produces=("places",),
        run="twosource.circumstances:find_places",
    ),
    Step(
        name="actors",
        version="1",
        requires=("analysis", "places"),
        produces=("actors",),
        run="twosource.actors:find_actors",
    ),
    Step(
        name="quotes",
        version="1",
        requires=("analysis", "actors", "times", "places"),
        produces=("quotes", "actors"),
        run="twosource.quotes:find_quotes",
    ),
    Step(
        name="actors coded",
        version="1",
        requires=("actors", "quotes"),
        produces=("actors",),
        run="twosource.actors:code_actors",
    ),
    Step(
        name="events",
        version="1",
        requires=("analysis", "actors", "quotes", "times", "places", "quantities"),
        produces=("events",),
        run="twosource.events:find_events",
    ),
    Step(
        name="claims",
        version="1",
        requires=("analysis", "quotes", "events", "quantities"),
        produces=("claims",),
        run="twosource.findings:find_claims",
    ),
)
"""Reading -> Reading: each adds what it finds in one article alone."""

RECORD_STEPS = (
    Step(
        name="actors across reports",
        version="1",
        requires=("actors", "quotes", "events", "claims"),
        produces=("actors", "quotes", "events", "claims"),
        run="twosource.actors:join_actors",
    ),
    Step(
        name="judgements of words",
        version="1",
        requires=("actors", "quotes", "times", "places", "events", "claims"),
        produces=("actors", "quotes", "times", "places", "events", "claims", "judgements"),
        run="twosource.judgements:judge_words",
        takes=("judgements",),
    ),
    Step(
        name="origins",
        version="1",
        requires=("pages", "articles", "claims"),
        produces=("origins", "claims"),
        run="twosource.origins:find_origins",
    ),
    Step(
        name="findings",
        version="1",
        requires=("claims", "origins", "stories"),
        produces=("findings",),
        run="twosource.findings:find_findings",
    ),
    Step(
        name="judgements of findings",
        version="1",
        requires=("findings", "claims"),
        produces=("findings", "judgements"),
        run="twosource.judgements:judge_findings",
        takes=("judgements",),
    ),
    Step(
        name="stories",
        version="1",
        requires=("stories", "quantities", "events", "origins"),
        produces=("stories",),
        run="twosource.stories:describe_stories",
    ),
    Step(
        name="judgements of figures",
        version="1",
        requires=("stories", "judgements"),
        produces=("stories",),
        run="twosource.judgements:judge_figures",
        takes=("judgements",),
    ),
    Step(
        name="timeline",
        version="1",
        requires=("times", "events", "origins", "findings"),
        produces=("timeline",),
        run="twosource.briefs:find_timeline",
    ),
    Step(
        name="brief",
        version="1",
        requires=("findings", "stories", "timeline"),
        produces=("brief",),
        run="twosource.briefs:write_brief",
        takes=("length",),
    ),
    Step(
        name="changes",
        version="1",
        requires=("claims", "findings", "origins", "stories", "brief"),
        produces=("pages", "articles", "claims", "findings", "origins", "stories", "revisions", "brief"),
        run="twosource.versions:show_changes",
        takes=("changed", "length"),
    ),
)
"""Record -> Record: each adds what only several articles together can tell.

Those that take judgements run where there are any.
"""


@cache
def load(path: str) -> Callable[..., Any]:
    """The function at `package:function`, imported on first use so that the command line starts fast."""
    module, _, name = path.partition(":")
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function
