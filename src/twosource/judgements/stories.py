"""Which articles make a story when people have joined and parted stories: the machine's sorting, and what they said.

A report that comes later goes where the machine puts it: into the whole that people made of that story, and to those
that stayed where others left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.judgements.outcomes import Outcome, applied, refused
from twosource.model import Judgement, Record, content_id

KINDS = frozenset({"merge_stories", "split_story"})


@dataclass(frozen=True, slots=True)
class Membership:
    """`left`: article to the label of those it left with; `whole`: label, or story of the machine, to what it is of."""

    left: Mapping[str, str]
    whole: Mapping[str, str]

    def label(self, article: str, story: str) -> str:
        """The story that an article counts as, before stories are joined."""
        return self.left.get(article, story)

    def whole_of(self, label: str) -> str:
        """What all labels of one story have in common."""
        return self.whole.get(label, label)


def membership(judgements: Iterable[Judgement], placed: Mapping[str, str]) -> Membership:
    """What the judgements of stories mean while the machine has `placed` these articles (id to its story)."""
    left: dict[str, str] = {}
    whole: dict[str, str] = {}
    for judgement in judgements:
        if judgement.kind == "split_story":
            _part(judgement, placed, left, whole)
        elif judgement.kind == "merge_stories":
            articles = (a for a in (*judgement.articles, *judgement.ruling.articles) if a in placed)
            _join([left.get(a, placed[a]) for a in articles], whole)
    return Membership(left, whole)


def _join(labels: Sequence[str], whole: dict[str, str]) -> None:
    for label in labels:
        whole.setdefault(label, label)
    wholes = dict.fromkeys(whole[label] for label in labels)
    root = next(iter(wholes), "")
    whole.update({label: root for label, of in whole.items() if of in wholes})


def _part(judgement: Judgement, placed: Mapping[str, str], left: dict[str, str], whole: dict[str, str]) -> None:
    """Those that leave have a label of their own; stories of the machine that hold none of those that stay go whole."""
    own = content_id("story", judgement.id)
    leaving = [a for a in judgement.articles if a in placed]
    staying = {placed[a] for a in judgement.ruling.articles if a in placed}
    left.update(dict.fromkeys(leaving, own))
    whole.update({label: own for label in (own, *(placed[a] for a in leaving)) if label not in staying})


def merge_stories(record: Record, judgement: Judgement) -> Outcome:
    """What a record of a story says of stories that were joined to make it."""
    here = {a.id for a in record.articles}
    one, other = ([a for a in side if a in here] for side in (judgement.articles, judgement.ruling.articles))
    if not one or not other:
        return refused(record, judgement, "some of these reports are in another story by a later judgement")
    return applied(record, judgement, "two stories", "one story", (), ())


def split_story(record: Record, judgement: Judgement) -> Outcome:
    """What a record of a story says of reports that left it, or left others to make it."""
    here = {a.id for a in record.articles}
    leaving = sum(a in here for a in judgement.articles)
    staying = sum(a in here for a in judgement.ruling.articles)
    if leaving and staying:
        return refused(record, judgement, "these reports are one story by a later judgement")
    count = f"{len(judgement.articles)} report{'s' if len(judgement.articles) > 1 else ''}"
    after = f"{count} in a story of {'its' if len(judgement.articles) == 1 else 'their'} own"
    return applied(record, judgement, "one story", after, (), ())
