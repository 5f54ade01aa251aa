"""Pronouns: he and she by gender, nearness and who was last the subject; left out when unsure.

Inside quotations a pronoun is only somebody whose gender is known and who does not speak there, by a wider margin.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.actors.clauses import is_beside_subject, is_subject
from twosource.actors.drafts import Draft, Seen, Text, Words, positions
from twosource.actors.linked import Links
from twosource.actors.quoted import quoted_words
from twosource.actors.strangers import Stranger, strangers
from twosource.model import Evidence
from twosource.vocab.speech import speech_verbs

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_GROUP = frozenset(("they", "it"))
_PRONOUNS = _GROUP | _GENDER.keys()
_FURTHEST = 3
_LONGEST = 40
"""Sentences of a paragraph looked back over for who speaks in the one above it."""
_MARGIN, _QUOTED_MARGIN = 0.5, 1.0
_SUBJECT, _FAR, _GENDER_KNOWN = 1.2, 0.8, 0.6
_EITHER = -0.05
"""Of a name and "a doctor", both as near and of neither known whether he or she, the name is meant."""
_EVEN = 0.01
"""Of two as likely, the one without a name is meant: "A boy died, Sergeant Reed said. His bag …"."""
_SPEECH_LEMMAS = frozenset(
    (
        "say",
        "add",
        "tell",
        "ask",
        "reply",
        "note",
        "warn",
        "insist",
        "argue",
        "claim",
        "deny",
        "urge",
        "explain",
        "conclude",
    )
)
_WHY = {
    "name": "named last before that such a pronoun can mean",
    "group": "the only body named before it",
    "quoted": "named last before that such a pronoun can mean, and is not the one who speaks here",
}
Mentions = dict[int, list[tuple[Seen, Draft]]]


def bind_pronouns(text: Text, persons: list[Draft], groups: list[Draft]) -> None:
    """Adds the pronouns that mean a person; `they` and `it` only where one group alone was named before."""
    quoted = quoted_words(text)
    people, bodies, links = _by_sentence(persons), _by_sentence(groups), Links(text, persons)
    others = strangers(text, quoted)
    speakers = _Speakers(text, people, quoted)
    for index, lower in enumerate(text.lower):
        for i in positions(lower, _PRONOUNS):
            words = Words(index, i, i + 1)
            if lower[i] in _GENDER:
                speaking = speakers.of(index) if quoted[index][i] else None
                ranked = _ranked(text, words, _GENDER[lower[i]], people, speaking)
                if ranked and ranked[0][0] > _best_stranger(text, words, others) + _EVEN:
                    _bind_person(text, words, people, links, ranked, quoted=quoted[index][i])
            elif not quoted[index][i] and _speaks(text, index, i):
                _bind_group(text, words, bodies)


def _by_sentence(drafts: list[Draft]) -> Mentions:
    found: Mentions = {}
    for draft in drafts:
        for x in draft.seen:
            found.setdefault(x.words.sentence, []).append((x, draft))
    return found


class _Speakers:
    """Who speaks in each block, else in the one before: a quotation runs on over paragraphs."""

    def __init__(self, text: Text, people: Mentions, quoted: list[list[bool]]) -> None:
        self._text = text
        self._of: dict[int, set[int]] = {}
        for index, mentions in people.items():
            for x, draft in mentions:
                if not quoted[index][x.words.first] and _is_speaking(text, x):
                    self._of.setdefault(text.sentences[index].block, set()).add(id(draft))

    def of(self, sentence: int) -> set[int]:
        """The ids of the drafts who speak where a sentence stands."""
        back = self._text.threads.back(sentence, _LONGEST)
        blocks = list(dict.fromkeys(self._text.sentences[index].block for index in back))
        return next((found for block in blocks[:2] if (found := self._of.get(block))), set())


def _is_speaking(text: Text, x: Seen) -> bool:
    """Whether a verb of saying stands beside a mention, its subject."""
    tokens = text.sentences[x.words.sentence].tokens
    after = tokens[x.words.last : x.words.last + 2]
    before = tokens[max(0, x.words.first - 4) : x.words.first]
    return any(t.text.lower() in speech_verbs() or t.text.lower() == "according" for t in (*after, *before))


def _speaks(text: Text, index: int, i: int) -> bool:
    tokens = text.sentences[index].tokens
    return any(t.lemma in _SPEECH_LEMMAS for t in tokens[i + 1 : i + 3]) or (
        i > 0 and tokens[i - 1].lemma in _SPEECH_LEMMAS
    )


def _bind_person(
    text: Text, words: Words, people: Mentions, links: Links, ranked: list[tuple[float, Draft]], *, quoted: bool
) -> None:
    """Gives a pronoun to whom it means, one of `ranked`; `quoted`: it stands in a quotation."""
    gender = _GENDER[text.lower[words.sentence][words.first]]
    chosen, why = ranked[0][1], "quoted" if quoted else "name"
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < (_QUOTED_MARGIN if quoted else _MARGIN):
        linked = None if quoted else links.meant(words)
        if linked is None or linked.gender != gender or linked is not _last_subject(text, words, people):
            return
        chosen = linked
        chosen.note(_linked(text, words, chosen))
    else:
        chosen.note(_taken(text, words, chosen, why))
    _add(text, words, chosen, people)
    links.bind(words, chosen)
    chosen.gender = chosen.gender or gender


def _ranked(
    text: Text, words: Words, gender: str, people: Mentions, speakers: set[int] | None
) -> list[tuple[float, Draft]]:
    """Whom a pronoun can mean, the likeliest first; `speakers` are those in the quotation around it, None outside."""
    here = text.sentences[words.sentence].tokens[words.first].start
    scores: dict[int, tuple[float, Draft]] = {}
    for x, draft, back in _near(text, words.sentence, people):
        known = speakers is None or (draft.gender == gender and id(draft) not in speakers)
        if x.start < here and draft.gender in ("", gender) and known:
            score = _SUBJECT * _is_subject(text, x) - _FAR * back + (_GENDER_KNOWN if draft.gender == gender else 0.0)
            score += 0.4 * (x.form != "pronoun") * (back == 0) + 1e-6 * x.start
            if score > scores.get(id(draft), (-9.0, draft))[0]:
                scores[id(draft)] = (score, draft)
    return sorted(scores.values(), key=lambda s: -s[0])


def _best_stranger(text: Text, words: Words, others: dict[int, list[Stranger]]) -> float:
    """How likely a pronoun means somebody without a name, as `_ranked` has it; below all where nobody is such."""
    tokens = text.sentences[words.sentence].tokens
    word = text.lower[words.sentence][words.first]
    here, gender, owns = tokens[words.first].start, _GENDER[word], word in ("his", "her")
    scores = (
        _SUBJECT - _FAR * back + (_GENDER_KNOWN if stranger.gender else _EITHER)
        for back, index in enumerate(text.threads.back(words.sentence, _FURTHEST))
        for stranger in others.get(index, ())
        if stranger.start < here and stranger.gender in ("", gender) and not (stranger.own and owns)
    )
    return max(scores, default=-9.0)


def _near(text: Text, sentence: int, people: Mentions) -> Iterator[tuple[Seen, Draft, int]]:
    for back, index in enumerate(text.threads.back(sentence, _FURTHEST)):
        for x, draft in people.get(index, ()):
            yield x, draft, back


def _last_subject(text: Text, words: Words, people: Mentions) -> Draft | None:
    """Who was last the subject of a clause, one sentence back at most; nobody for a pronoun that is no subject."""
    here = text.sentences[words.sentence].tokens[words.first].start
    near = [r for index in text.threads.back(words.sentence, 1) for r in people.get(index, ()) if r[0].start < here]
    subjects = [(x.start, draft) for x, draft in near if is_subject(text, x.words)] if is_subject(text, words) else []
    return max(subjects, key=lambda s: s[0])[1] if subjects else None


def _linked(text: Text, words: Words, draft: Draft) -> Evidence:
    """The reason for a pronoun that nearness alone would leave open."""
    selector = text.selector(words)
    detail = f"the language model links “{selector.exact}” to “{draft.called}”, the last subject before"
    return Evidence(function="link of the language model", score=0.6, detail=detail, selectors=(selector,))


def _taken(text: Text, words: Words, draft: Draft, why: str) -> Evidence:
    """The reason for a pronoun; each wording is kept once for an actor."""
    selector = text.selector(words)
    detail = f"“{selector.exact.lower()}” is taken for “{draft.called}”, {_WHY[why]}"
    return Evidence(function="pronoun", score=0.6, detail=detail, selectors=(selector,))


def _bind_group(text: Text, words: Words, bodies: Mentions) -> None:
    here = text.sentences[words.sentence].tokens[words.first].start
    for index in text.threads.back(words.sentence, 1):
        near = {id(d): d for x, d in bodies.get(index, ()) if x.start < here}
        if near:
            if len(near) == 1:
                draft = next(iter(near.values()))
                draft.note(_taken(text, words, draft, "group"))
                _add(text, words, draft, bodies)
            return


def _add(text: Text, words: Words, draft: Draft, mentions: Mentions) -> None:
    seen = text.seen(words, "pronoun")
    draft.seen.append(seen)
    mentions.setdefault(words.sentence, []).append((seen, draft))


def _is_subject(text: Text, x: Seen) -> bool:
    """Whether a mention looks like a subject: a verb after it, or "said" before it, or a comma and a verb later."""
    tokens = text.sentences[x.words.sentence].tokens
    following = tokens[x.words.last : x.words.last + 2]
    if any(t.upos in ("VERB", "AUX") for t in following[:1]) or (len(following) > 1 and following[0].upos == "ADV"):
        return True
    before = tokens[max(0, x.words.first - 6) : x.words.first]
    if any(t.lemma in _SPEECH_LEMMAS for t in before) and (not following or following[0].upos == "PUNCT"):
        return True
    if x.words.first <= 2 and bool(following) and following[0].text == ",":
        return True
    return any(t.lemma in _SPEECH_LEMMAS for t in following) and is_beside_subject(text, x.words)
