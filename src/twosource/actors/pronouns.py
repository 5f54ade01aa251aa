"""Pronouns outside quotations: he and she by gender, nearness and who was last the subject; left out when unsure."""

from __future__ import annotations

from twosource.actors.clauses import is_subject
from twosource.actors.drafts import Draft, Seen, Text, Words, positions
from twosource.actors.linked import Links
from twosource.actors.quoted import quoted_words
from twosource.model import Evidence

_GENDER = {"he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_GROUP = frozenset(("they", "it"))
_PRONOUNS = _GROUP | _GENDER.keys()
_FURTHEST = 3
_MARGIN = 0.5
_SPEECH_LEMMAS = frozenset(
    [
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
    ]
)


def bind_pronouns(text: Text, persons: list[Draft], groups: list[Draft]) -> None:
    """Adds the pronouns that mean a person; `they` and `it` only where one group alone was named before."""
    quoted = quoted_words(text)
    people, bodies, links = _by_sentence(persons), _by_sentence(groups), Links(text, persons)
    for index, lower in enumerate(text.lower):
        for i in positions(lower, _PRONOUNS):
            word = lower[i]
            if quoted[index][i]:
                continue
            if word in _GENDER and not _is_possessive(text, index, i):
                _bind_person(text, Words(index, i, i + 1), _GENDER[word], people, links)
            elif word in _GROUP and _speaks(text, index, i):
                _bind_group(text, Words(index, i, i + 1), bodies)


Mentions = dict[int, list[tuple[Seen, Draft]]]


def _by_sentence(drafts: list[Draft]) -> Mentions:
    found: Mentions = {}
    for draft in drafts:
        for x in draft.seen:
            found.setdefault(x.words.sentence, []).append((x, draft))
    return found


def _is_possessive(text: Text, index: int, i: int) -> bool:
    """Whether "her" is followed by what is hers."""
    tokens = text.sentences[index].tokens
    return (
        tokens[i].text.lower() == "her"
        and i + 1 < len(tokens)
        and tokens[i + 1].upos in ("NOUN", "ADJ", "PROPN", "NUM")
    )


def _speaks(text: Text, index: int, i: int) -> bool:
    tokens = text.sentences[index].tokens
    return any(t.lemma in _SPEECH_LEMMAS for t in tokens[i + 1 : i + 3]) or (
        i > 0 and tokens[i - 1].lemma in _SPEECH_LEMMAS
    )


def _bind_person(text: Text, words: Words, gender: str, people: Mentions, links: Links) -> None:
    scores: dict[int, tuple[float, Draft]] = {}
    here = text.sentences[words.sentence].tokens[words.first].start
    for back in range(_FURTHEST + 1):
        for x, draft in people.get(words.sentence - back, ()):
            if x.start < here and draft.gender in ("", gender):
                score = 1.2 * _is_subject(text, x) - 0.8 * back + (0.6 if draft.gender == gender else 0.0)
                score += 0.4 * (x.form != "pronoun") * (back == 0) + 1e-6 * x.start
                if score > scores.get(id(draft), (-9.0, draft))[0]:
                    scores[id(draft)] = (score, draft)
    ranked = sorted(scores.values(), key=lambda s: -s[0])
    if not ranked:
        return
    chosen = ranked[0][1]
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        linked = links.meant(words)
        if linked is None or linked.gender != gender or linked is not _last_subject(text, words, people):
            return
        chosen = linked
        chosen.note(_linked(text, words, chosen))
    _add(text, words, chosen, people)
    links.bind(words, chosen)
    chosen.gender = chosen.gender or gender


def _last_subject(text: Text, words: Words, people: Mentions) -> Draft | None:
    """Who was last the subject of a clause, one sentence back at most; nobody for a pronoun that is no subject."""
    here = text.sentences[words.sentence].tokens[words.first].start
    near = [row for back in (0, 1) for row in people.get(words.sentence - back, ()) if row[0].start < here]
    subjects = [(x.start, draft) for x, draft in near if is_subject(text, x.words)] if is_subject(text, words) else []
    return max(subjects, key=lambda s: s[0])[1] if subjects else None


def _linked(text: Text, words: Words, draft: Draft) -> Evidence:
    """The reason for a pronoun that nearness alone would leave open."""
    selector = text.selector(words)
    detail = f"the language model links “{selector.exact}” to “{draft.called}”, the last subject before"
    return Evidence(function="link of the language model", score=0.6, detail=detail, selectors=(selector,))


def _bind_group(text: Text, words: Words, bodies: Mentions) -> None:
    here = text.sentences[words.sentence].tokens[words.first].start
    for back in range(2):
        near = {id(d): d for x, d in bodies.get(words.sentence - back, ()) if x.start < here}
        if near:
            if len(near) == 1:
                _add(text, words, next(iter(near.values())), bodies)
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
    return x.words.first <= 2 and bool(following) and following[0].text == ","
