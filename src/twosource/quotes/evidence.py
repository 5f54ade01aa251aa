"""The rules by which quotes are found, each explained in the words that a user is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from twosource.model import Evidence, Selector
from twosource.quotes.found import Found, Rule
from twosource.quotes.witnesses import marked_parts, ties


def content_before_cue(found: Found) -> float:
    """The words stand before a verb of speech with its speaker: "..., the minister said"."""
    return 0.95 if found.holds_quotation() else 0.85


def content_around_cue(found: Found) -> float:
    """A verb of speech with its speaker stands amid the words: "The plan, she said, was dead"."""
    return 0.9 if found.holds_quotation() else 0.75


def quotation_after_cue(found: Found) -> float:
    """Words in quotation marks follow a verb of speech: `The minister said: "..."`."""
    return 0.95


def words_after_colon(found: Found) -> float:
    """Words without quotation marks follow a verb of speech and a colon."""
    return 0.7


def that_clause(found: Found) -> float:
    """A clause that opens with "that" follows a verb of speech: "The minister said that ..."."""
    return _strength(found) * 0.95


def clause_after_cue(found: Found) -> float:
    """A clause without "that" follows a verb of speech: "The minister said he would ..."."""
    return _strength(found) * 0.9


def question_after_cue(found: Found) -> float:
    """An indirect question follows a verb of speech: "asked whether ...", "explained how ..."."""
    return _strength(found) * 0.85


def infinitive_after_cue(found: Found) -> float:
    """What was promised, refused or asked for follows as an infinitive: "vowed to ..."."""
    return _strength(found) * 0.85


def phrase_after_cue(found: Found) -> float:
    """What was praised, called for or warned of follows as a noun phrase: "praised the rescuers"."""
    return _strength(found) * 0.8


def according_to(found: Found) -> float:
    """The sentence is ascribed by "according to"."""
    return 0.9


def passive_cue(found: Found) -> float:
    """A passive tells what is said, expected or believed, and nobody or "by ..." who does: "is expected to ..."."""
    return 0.7


def noun_cue(found: Found) -> float:
    """A noun says that somebody claims, promises or fears something, which follows: "the minister's claim that ..."."""
    return 0.7


def attitude_cue(found: Found) -> float:
    """An adjective says what somebody thinks or feels of something: "was critical of", "is convinced that ..."."""
    return 0.6


def quoted_as(found: Found) -> float:
    """Another passes on what somebody said: "state radio quoted the minister as saying ..."."""
    return 0.85


def count_put(found: Found) -> float:
    """Somebody puts a figure on something: "police put the crowd at 4,000, the organisers at 9,000"."""
    return 0.9


def name_and_colon(found: Found) -> float:
    """A speaker's name and a colon open the line, as in headlines and transcripts: "Mayor: ..."."""
    return 0.7


def name_after_dash(found: Found) -> float:
    """A dash and a speaker stand after the words, as at the end of a headline or below a quotation: "... - police"."""
    return 0.7


def quotation_and_colon(found: Found) -> float:
    """Words in quotation marks and a colon open the headline, and it goes on with who says them: "'...': farmer"."""
    return 0.6


def quotation_alone(found: Found) -> float:
    """A paragraph stands in quotation marks, and no words near it tell who speaks."""
    return 0.5


def attribution_head(found: Found) -> float:
    """The language model, which reads for speakers, cues and what they say, marks these words too."""
    marked = marked_parts(found)
    return 0.5 + 0.15 * marked if marked else 0.0


def sentence_structure(found: Found) -> float:
    """By the structure of the sentence the speaker, or what is said, hangs on the cue."""
    tied = ties(found)
    return 0.6 + 0.1 * tied if tied else 0.0


def running_quotation(found: Found) -> float:
    """Further words in quotation marks, without a speaker of their own, go on with this quote."""
    return 0.85


RULES: Mapping[Rule, Callable[[Found], float]] = MappingProxyType(
    {
        "content_before_cue": content_before_cue,
        "content_around_cue": content_around_cue,
        "quotation_after_cue": quotation_after_cue,
        "words_after_colon": words_after_colon,
        "that_clause": that_clause,
        "clause_after_cue": clause_after_cue,
        "question_after_cue": question_after_cue,
        "infinitive_after_cue": infinitive_after_cue,
        "phrase_after_cue": phrase_after_cue,
        "according_to": according_to,
        "passive_cue": passive_cue,
        "noun_cue": noun_cue,
        "attitude_cue": attitude_cue,
        "name_and_colon": name_and_colon,
        "name_after_dash": name_after_dash,
        "quotation_and_colon": quotation_and_colon,
        "count_put": count_put,
        "quoted_as": quoted_as,
        "quotation_alone": quotation_alone,
    }
)
"""Every rule by its name; its docstring is the explanation that a user is shown."""


def evidence_of(found: Found, cue: Selector | None) -> tuple[Evidence, ...]:
    """Which rule made this quote, whether head and structure support it, and the cue they rest on."""
    rules = (RULES[found.rule], *((running_quotation,) if found.joined else ()), attribution_head, sentence_structure)
    where = (cue,) if cue else ()
    return tuple(
        Evidence(function=rule.__name__, score=round(score, 3), detail=str(rule.__doc__), selectors=where)
        for rule in rules
        if (score := rule(found)) > 0
    )


def _strength(found: Found) -> float:
    return found.cue.word.strength if found.cue else 0.7
