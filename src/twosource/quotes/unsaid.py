"""What stands after a verb of speech and is none that anybody said: "called 911", "denied him a visa"."""

from __future__ import annotations

from twosource.quotes.cues import MARKED
from twosource.quotes.deeds import is_deed, is_pronoun, names_itself
from twosource.quotes.found import Found, Span
from twosource.quotes.heads import head_of
from twosource.quotes.words import OBJECTS
from twosource.vocab.counts import person_nouns
from twosource.vocab.speech import cue_words, unnamed_speakers

A_NAME = 4
"""Words that name who is telephoned: "the fire brigade"; longer ones hold what somebody is called."""
PAIR = 2
"""Words that may as well be one noun phrase: "justice minister"."""
FIRST_WORDS = 4
"""Words in which what is claimed is named: "at least 40 lives"."""
ARTICLES = frozenset(("a", "an"))
BOTH_OBJECTS = frozenset(("obj", "iobj"))
NAMED_AS = frozenset(("xcomp", "ccomp", "iobj", "advcl", "parataxis", "dep"))
WANTED = frozenset(("infinitive_after_cue", "phrase_after_cue"))


def says_nothing(f: Found) -> bool:
    """Whether the words after a cue are none that anybody said."""
    unquoted = f.cue is not None and f.cue.word.lemma in cue_words("quoted_only") and not _quotes(f)
    return (
        unquoted
        or is_deed(f)
        or is_pronoun(f)
        or names_itself(f)
        or _asks_reader(f)
        or _keeps_name(f)
        or _names_source(f)
        or _rings_up(f)
        or _withholds(f)
        or _waits_beside(f)
        or _interrogates(f)
        or _takes(f)
        or _tells_manner(f)
    )


def _takes(f: Found) -> bool:
    """Whether a disaster or a player claims something that no words win: "claimed nine lives", "claimed gold"."""
    if f.cue is None or f.rule != "phrase_after_cue" or f.holds_quotation():
        return False
    span = f.content[0]
    return f.cue.word.lemma == "claim" and not cue_words("claimed").isdisjoint(
        span.passage.lower[span.first : span.first + FIRST_WORDS]
    )


def _tells_manner(f: Found) -> bool:
    """Whether nothing but adjectives follows a verb of no table: "sounded more hopeful"."""
    span = f.content[0]
    if f.cue is None or f.cue.word is not MARKED or f.rule != "phrase_after_cue" or f.holds_quotation():
        return False
    return set(span.passage.tags[span.first : span.last]) <= {"ADJ", "ADV", "CCONJ", "PUNCT"}


def _asks_reader(f: Found) -> bool:
    """Whether a report talks to its readers ("in case you want to know"), or tells of an answer that was not given."""
    said_by = f.speaker
    you = said_by is not None and said_by.passage.lower[said_by.first : said_by.last] == ["you"]
    silent = f.cue is not None and f.cue.polarity == "not_said" and f.cue.word.lemma in cue_words("answering")
    return (you or silent) and not f.holds_quotation()


def _interrogates(f: Found) -> bool:
    """Whether somebody is only asked questions ("questioned the captain"): what was doubted would be no person."""
    span = f.content[0]
    if f.cue is None or f.cue.word.lemma != "question" or f.rule != "phrase_after_cue":
        return False
    word = span.passage.lower[head_of(span)]
    return not span.holds_quotation() and (word in unnamed_speakers() or word in person_nouns() or word in OBJECTS)


def _withholds(f: Found) -> bool:
    """Whether something is kept from somebody, two objects by the heads: "denied him a visa"."""
    tree = f.content[0].passage.tree
    if tree is None or f.cue is None or f.cue.word.lemma != "deny":
        return False
    return len(tree.below(f.cue.verb, BOTH_OBJECTS)) > 1


def _waits_beside(f: Found) -> bool:
    """Whether what somebody stood by is nothing said: "stood by the river", not "stood by the figure"."""
    if f.cue is None or f.cue.word.lemma != "stand by":
        return False
    span = f.content[0]
    said = cue_words("account") | cue_words("cue_noun") | cue_words("works") | cue_words("view")
    return said.isdisjoint(span.passage.lower[span.first : span.last])


def _rings_up(f: Found) -> bool:
    """Whether somebody is only telephoned ("called 911"): by the heads nothing says what they are called."""
    span = f.content[0]
    tree = span.passage.tree
    if tree is None or f.cue is None or f.cue.word.lemma != "call" or f.rule != "phrase_after_cue":
        return False
    if (
        span.first != f.cue.last
        or span.last - span.first > A_NAME
        or span.holds_quotation()
        or tree.relation(f.cue.verb) == "acl:relcl"
        or _is_judged(span)
    ):
        return False
    return not tree.below(f.cue.verb, NAMED_AS)


def _is_judged(span: Span) -> bool:
    """Whether a thing and what it is called stand side by side: "called | the ban theft", "called | it an insult".

    Parsers take both for one name of whoever is telephoned.
    """
    p = span.passage
    second = any(p.lower[k] in ARTICLES for k in range(span.first + 2, span.last))
    return second or (span.last - span.first > PAIR and p.lower[span.last - 1] in cue_words("verdict"))


def _quotes(f: Found) -> bool:
    return f.holds_quotation() and f.cue is not None and f.cue.form != "ing"


def _keeps_name(f: Found) -> bool:
    """Whether "to be named" or "not to be identified" is all that was wanted: no word on what happened."""
    span = f.content[0]
    asked = f.rule in WANTED or (f.rule == "that_clause" and f.cue is not None and f.cue.word.kind == "ask")
    near = range(span.first, min(span.first + 6, span.last) - 1) if asked else range(0)
    lower, tags = span.passage.lower, span.passage.tags
    named = (k + 1 for k in near if lower[k] == "be" and lower[k + 1] in cue_words("anonymity"))
    # "to be given a seat" has an object of its own
    return any(tags[k + 1 : k + 2] not in (["DET"], ["NOUN"], ["ADJ"], ["NUM"]) for k in named)


def _names_source(f: Found) -> bool:
    """Whether "citing two officials" names whom a report leans on: that is nothing said."""
    span = f.content[0]
    if f.cue is None or span.passage.lower[f.cue.verb] not in ("citing", "quoting"):
        return False
    return span.passage.lower[head_of(span)] in unnamed_speakers()
