"""The table of all paths of the API: what each asks for and answers. The document and the page are made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from twosource.codec import exported
from twosource.desk.web.api import keeping, reports, shapes, stories
from twosource.desk.web.api.desk import MOST_PAGE, Desk, Given
from twosource.desk.web.api.parameters import Parameter, Schema
from twosource.desk.web.asked import LONGEST
from twosource.model import Record
from twosource.stores.base import STATUSES
from twosource.vocab.events import event_kinds

MOST_SIZE = 100
PARTS = exported(Record)

_DAYS = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31"
DAY: Schema = {
    "type": "string",
    "pattern": f"^[12][0-9]{{3}}(-(0[1-9]|1[0-2]|{_DAYS}))?$",
    "description": "a day, month or year of the calendar is wanted",
}
TEXT: Schema = {"type": "string", "maxLength": LONGEST}
STATUS = Parameter(
    name="status",
    schema={"type": "string", "enum": list(STATUSES)},
    said="with this status: of a story, that it has such findings (`single_origin`: no others)",
    example="corroborated",
)
SEARCH = (
    Parameter(name="q", schema=TEXT, said="all these words, in any order", example="bridge river"),
    Parameter(name="speaker", schema=TEXT, said="quoting somebody by these words of a name", example="Roe"),
    Parameter(name="place", schema=TEXT, said="naming a place, by words of its name or country", example="Lisbon"),
    Parameter(
        name="type",
        schema={"type": "string", "enum": list(event_kinds())},
        said="telling of an event of this PLOVER type, or an occurrence of this mode",
        example="ASSAULT",
    ),
    Parameter(name="outlet", schema=TEXT, said="in outlets with these words in their names", example="Herald"),
    Parameter(name="from", schema=DAY, said="published on this day, month or year, or later", example="2031-05"),
    Parameter(name="to", schema=DAY, said="published on this day, month or year, or earlier", example="2031-05-31"),
    STATUS,
)
PAGED = (
    Parameter(
        name="page",
        schema={"type": "integer", "minimum": 1, "maximum": MOST_PAGE, "default": 1},
        said="which part of the list",
        example="2",
    ),
    Parameter(
        name="size",
        schema={"type": "integer", "minimum": 1, "maximum": MOST_SIZE, "default": 20},
        said="how many to a part",
        example="50",
    ),
)


def _id(name: str, said: str, example: str) -> Parameter:
    schema = {"type": "string", "minLength": 1}
    return Parameter(name=name, schema=schema, said=said, example=example, place="path", required=True)


STORY = _id("story", "the id of a story", "story:39ca1a48e1d04c55")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A path, what it is for, and the function that answers; `returns` is the shape of its answer."""

    path: str
    name: str
    said: str
    answer: Callable[[Desk, Given], Any]
    returns: type
    parameters: tuple[Parameter, ...] = ()
    partly: bool = False
    """The answer may have some of the fields only."""

    @property
    def example(self) -> str:
        """The path with its ids, and with the first parameter of the query that it has."""
        path = self.path
        for parameter in (p for p in self.parameters if p.place == "path"):
            path = path.replace("{" + parameter.name + "}", parameter.example)
        asked = [(p.name, p.example) for p in self.parameters if p.place == "query"][:1]
        return f"{path}?{urlencode(asked, safe=',')}" if asked else path


TABLE: tuple[Endpoint, ...] = (
    Endpoint(
        path="/api/status", name="status", said="How much the desk holds.", answer=keeping.status,
        returns=shapes.DeskStatus,
    ),
    Endpoint(
        path="/api/stories", name="stories", answer=stories.stories, returns=shapes.StoryList,
        said="The stories, the latest first; with filters those of the first 1,000 reports that agree with all.",
        parameters=(*SEARCH, *PAGED),
    ),
    Endpoint(
        path="/api/stories/{story}", name="story", answer=stories.story, returns=Record, partly=True,
        said="The record of a story, as its page shows it, with what people decided.",
        parameters=(
            STORY,
            Parameter(
                name="parts",
                schema={"type": "array", "items": {"type": "string", "enum": list(PARTS)}, "minItems": 1},
                said="only these fields of the record, a comma between",
                example="stories,brief,findings",
            ),
        ),
    ),
    Endpoint(
        path="/api/stories/{story}/findings", name="findings", answer=stories.findings, returns=shapes.FindingList,
        said="The findings of a story, each with its passages and origins.",
        parameters=(STORY, STATUS, *PAGED),
    ),
    Endpoint(
        path="/api/stories/{story}/findings/{finding}", name="finding", answer=stories.finding,
        returns=shapes.FindingOf, said="One finding with its passages and origins.",
        parameters=(STORY, _id("finding", "the id of a finding of this story", "finding:0859849350b1332f")),
    ),
    Endpoint(
        path="/api/articles/{article}", name="article", answer=reports.article, returns=shapes.ArticleOf,
        said="One report: its text, its blocks and their roles, what is known of it, the texts at its address.",
        parameters=(_id("article", "the id of an article", "article:a3d5bc149ed3f4da"),),
    ),
    Endpoint(
        path="/api/search", name="search", answer=reports.search, returns=shapes.HitList,
        said="The reports that agree with all filters, the best match for the words first.",
        parameters=(*SEARCH, *PAGED),
    ),
    Endpoint(
        path="/api/actors", name="actors", answer=reports.actors, returns=shapes.ActorList,
        said="Whom reports quote by name, those most often quoted first.",
        parameters=(Parameter(name="name", schema=TEXT, said="with these words in the name", example="Roe"), *PAGED),
    ),
    Endpoint(
        path="/api/who", name="who", answer=reports.who, returns=shapes.SaidBy,
        said="What a name is reported to have said, in every story.",
        parameters=(
            Parameter(
                name="name", schema={**TEXT, "minLength": 1}, said="the name", example="Ann Roe", required=True
            ),
            PAGED[0],
        ),
    ),
    Endpoint(
        path="/api/searches", name="searches", answer=keeping.searches, returns=shapes.SavedList,
        said="The saved searches, each with how many reports came since it was read.",
    ),
    Endpoint(
        path="/api/judgements", name="judgements", answer=keeping.judgements, returns=shapes.DecisionList,
        said="What people decided, the oldest first, undone or not.", parameters=PAGED,
    ),
    Endpoint(
        path="/api/quarantine", name="quarantine", answer=keeping.quarantine, returns=shapes.RefusedList,
        said="What could not be read, and why.", parameters=PAGED,
    ),
)  # fmt: skip
