"""The actors of one report: persons, bodies, groups and governments with all that refers to them."""

from __future__ import annotations

from dataclasses import replace

from twosource.actors.aliases import bind_aliases
from twosource.actors.announced import announce
from twosource.actors.bodies import find_bodies, join_same, merge_bodies
from twosource.actors.describe import bind_persons
from twosource.actors.describe_groups import bind_groups, bind_heads
from twosource.actors.drafts import Draft, Pool, Text
from twosource.actors.governments import find_governments, join_governments
from twosource.actors.groups import find_groups
from twosource.actors.held import merge_spellings
from twosource.actors.known_as import bind_known_as
from twosource.actors.letters import split_letters
from twosource.actors.offices import find_fronted, find_offices
from twosource.actors.persons import find_persons
from twosource.actors.pronouns import bind_pronouns
from twosource.actors.remarks import bind_remarks
from twosource.actors.sectors import describe_body
from twosource.model import Actor, Reading


def find_actors(reading: Reading) -> Reading:
    """The reading with its actors, in the order in which they are first mentioned."""
    if reading.analysis is None:
        return reading
    text = Text(reading)
    groups = find_groups(text)
    others = {f"\n{i}": draft for i, draft in enumerate([*find_persons(text), *groups.named])}
    pool = Pool(find_bodies(text) | others)
    join_same(pool)
    announce(text, pool)
    split_letters(text, pool)
    bind_aliases(text, pool)
    bind_known_as(text, pool)
    _describe_bodies(pool)
    bind_remarks(text, pool, groups.described)
    merge_bodies(text, pool)
    merge_spellings(pool)
    _describe_bodies(pool)
    drafts = pool.all()
    persons = [d for d in drafts if d.kind == "person"]
    bodies = join_governments(text, find_governments(text), [d for d in drafts if d.kind != "person"])
    bodies += bind_groups(text, bodies, groups.described)
    bind_heads(text, [d for d in bodies if d.named])
    find_offices(text, persons)
    persons += bind_persons(text, persons, [d for d in bodies if d.named])
    bind_pronouns(text, persons, bodies)
    find_fronted(text, persons)
    return replace(reading, actors=finish(text, [*persons, *bodies]))


def _describe_bodies(pool: Pool) -> None:
    for draft in pool.all():
        if draft.kind != "person" and not draft.group_class:
            describe_body(draft)


def finish(text: Text, drafts: list[Draft]) -> tuple[Actor, ...]:
    """The records of the drafts, by first mention."""
    ordered = sorted((d for d in drafts if d.seen), key=lambda d: (min(x.start for x in d.seen), d.name))
    taken: set[str] = set()
    return tuple(draft.finish(text.page, text.article, taken) for draft in ordered)
