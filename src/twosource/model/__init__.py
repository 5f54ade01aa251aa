"""The records: frozen dataclasses that refer to one another by id, a hash of their content."""

from twosource.model.actors import Actor, ActorKind, Mention, Office
from twosource.model.analysis import Analysis, Attributed, Mentioned, Name, NameLabel, Sentence, Token
from twosource.model.article import (
    BODY_ROLES,
    Article,
    Basis,
    Block,
    Ground,
    Located,
    Published,
    Role,
    Standing,
    WireCredit,
)
from twosource.model.circumstances import Place, Quantity, Span, Time, Timex, TimexMod, TimexType
from twosource.model.events import Event, EventPlace, EventTime, Party, Realis
from twosource.model.evidence import Evidence, Stamp
from twosource.model.findings import (
    Aspect,
    Claim,
    Derivation,
    Difference,
    Entry,
    Figure,
    FigureRole,
    Finding,
    Origin,
    Statement,
    Status,
    Story,
    Variant,
)
from twosource.model.ids import content_id, page_id
from twosource.model.judgement import Judged, Judgement, JudgementKind, Ruling, Verdict
from twosource.model.page import Given, OffsetMap, Page
from twosource.model.quotes import Quote
from twosource.model.record import FORMAT, Reading, Record
from twosource.model.selector import Selector
from twosource.model.versions import Change, Revision, RevisionKind

__all__ = [
    "BODY_ROLES", "FORMAT", "Actor", "ActorKind", "Analysis", "Article", "Aspect", "Attributed", "Basis", "Block",
    "Change", "Claim", "Derivation", "Difference", "Entry", "Event", "EventPlace", "EventTime", "Evidence", "Figure",
    "FigureRole", "Finding", "Given", "Ground", "Judged", "Judgement", "JudgementKind", "Located", "Mention",
    "Mentioned", "Name", "NameLabel", "Office", "OffsetMap", "Origin", "Page", "Party", "Place", "Published",
    "Quantity", "Quote", "Reading", "Realis", "Record", "Revision", "RevisionKind", "Role", "Ruling", "Selector",
    "Sentence", "Span", "Stamp", "Standing", "Statement", "Status", "Story", "Time", "Timex", "TimexMod", "TimexType",
    "Token", "Variant", "Verdict", "WireCredit", "content_id", "page_id",
]  # fmt: skip
