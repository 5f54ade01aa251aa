"""The shapes of the answers. The OpenAPI document is made of them, as the schema of the record is of the model."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Article, Finding, Judged, Judgement, Page, Quote, Selector, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskStatus:
    """How much the desk holds, and which program answers; `last_arrival` grows with every report that comes."""

    program: str
    format: str
    articles: int
    stories: int
    quarantined: int
    judgements: int
    last_arrival: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many findings have a status."""

    status: Status
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHead:
    """A story as lists show it. `origins` is null, and `counts` empty, where there is one report, or where it is not
    worked out yet: asking for the story works it out. `first` and `last`: ISO days, months or years of publication.
    """

    id: str
    headline: str
    reports: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    where: str | None
    origins: int | None
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which part of a list this is: `count` things in all (`more`: at least), and the path of the next part, if any."""

    page: int
    size: int
    count: int
    more: bool
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryList:
    """Stories, the latest first; of a search in the order in which their first report is found."""

    part: Part
    stories: tuple[StoryHead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginOf:
    """An origin that a finding rests on: the letter under which pages show it, and its reports (ids of articles)."""

    letter: str
    id: str
    wires: tuple[str, ...]
    independence: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageOf:
    """Words that a finding rests on, the report they stand in, and a little of what stands before and after them."""

    label: str
    letter: str
    article: str
    outlet: str
    headline: str
    published: str | None
    before: str
    selector: Selector
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingOf:
    """A finding with all that it rests on, and what people decided on it."""

    finding: Finding
    words: str
    passages: tuple[PassageOf, ...]
    origins: tuple[OriginOf, ...]
    judged: tuple[Judged, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingList:
    """Findings of a story in the order of its page: by status."""

    part: Part
    findings: tuple[FindingOf, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A text that stood at the address of an article, and when it was seen there (null: not known)."""

    article: str
    retrieved: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleOf:
    """One report as it was read by itself, its page with the whole text, its story, and the texts of its address.

    What people decided is applied in the record of its story.
    """

    article: Article
    page: Page
    story: str | None
    versions: tuple[Seen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """A report as lists show it; `published` is an ISO day, month or year."""

    article: str
    story: str | None
    headline: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of a report; `found`: they were looked for."""

    words: str
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that was found: some of its words, and why it was found beside them."""

    report: ReportHead
    excerpt: tuple[Run, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitList:
    """Reports, the best match for the words first; without words the latest first.

    `left_out`: words that were not looked for, because there were so many that are longer.
    """

    part: Part
    left_out: tuple[str, ...]
    reports: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A name whom reports quote: that all who are called so are one person or body, nobody has checked."""

    name: str
    title: str | None
    country: str | None
    reports: int
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorList:
    """Whom reports quote by name, those most often quoted first."""

    part: Part
    actors: tuple[Somebody, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidIn:
    """What one report has somebody say, by the name it gives."""

    report: ReportHead
    called: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBy:
    """What a name is reported to have said, the latest first; `part` counts reports that quote anybody called so."""

    part: Part
    name: str
    offices: tuple[str, ...]
    reports: tuple[SaidIn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A search that a reader keeps; `path` asks it again, `unread` reports came since it was read."""

    id: str
    name: str
    made: str
    path: str
    unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedList:
    """The saved searches, in the order in which they were kept."""

    searches: tuple[Saved, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An entry of the history; `undone` is null for an undo or redo."""

    judgement: Judgement
    undone: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionList:
    """What people decided, the oldest first."""

    part: Part
    judgements: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An input that could not be read, and why."""

    input_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedList:
    """The quarantine, in the order of arrival."""

    part: Part
    inputs: tuple[Refused, ...]
