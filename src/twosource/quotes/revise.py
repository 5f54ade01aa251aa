"""What heads and marks change in what a rule found: how far the speaker's words and the content reach.

Chosen on two hundred documents of PolNeAR's training part, counting where rule and structure differ and one of them is
right. The speaker: all that hangs on the subject 59 times, the rule's words 11 times. A phrase's end before what tells
when: 54 to 13. A clause's end where structure and attribution head agree: 16 to 6; before a verb joined to the cue by
"and": 11 to 3. Its start after what tells of the saying: 3 to 0.
"""

from __future__ import annotations

from twosource.quotes.broken import adds, go_on_by_marks, part_at_colons
from twosource.quotes.clauses import blames_too, comments
from twosource.quotes.cues import Cue, ends_name
from twosource.quotes.found import Found, Span
from twosource.quotes.participles import above, issued
from twosource.quotes.passage import OPENING, Passage
from twosource.quotes.relatives import reach_back
from twosource.quotes.structure import subject_by_heads
from twosource.quotes.syntax import CLAUSE, SUBJECTS, Syntax
from twosource.quotes.words import STOPS, VERBAL, Range
from twosource.vocab.speech import cue_words

PHRASES = frozenset(("phrase_after_cue", "infinitive_after_cue"))
STANCES = frozenset(("noun_cue", "attitude_cue"))
CLAUSES = frozenset(("that_clause", "clause_after_cue", "question_after_cue"))
CONTENT = frozenset(("ccomp", "xcomp", "obj", "obl", "advcl", "parataxis"))
SETTING = frozenset(("obl", "obl:unmarked", "advcl", "advmod"))
WITHIN = frozenset(("acl:relcl", "advcl", "acl", "ccomp", "conj"))
JOINED = frozenset(("conj",))
ASIDES = frozenset(("advcl", "conj", "parataxis", "obl:unmarked", "obl"))
TELLS_WHEN = frozenset(("at", "after", "before", "during", "since", "amid", "when", "while"))
AHEAD, NEXT = frozenset(("predict", "promise", "believe")), frozenset(("next", "tomorrow", "later", "this"))
"""Verbs that tell what is to come, and words that tell when it will: "forecasts growth of 2 percent | next year"."""
GOES_ON = frozenset(("of", "for", "as"))
"""Prepositions that go on with what is said after an aside: "accused him on Sunday | of theft"."""


def revised(found: list[Found]) -> list[Found]:
    """The same attributions, speaker and content reaching as far as structure and attribution head tell."""
    for f in found:
        tree = f.cue_words.passage.tree if f.cue_words else None
        if tree is not None and f.cue is not None and f.rule != "quoted_as":
            if not _borrow_speaker(f, f.cue, tree):
                _revise_speaker(f, f.cue, tree)
            _revise_content(f, f.cue, tree)
            reach_back(f, f.cue, tree)
    part_at_colons(found)
    return found


def _borrow_speaker(f: Found, cue: Cue, tree: Syntax) -> bool:
    """Takes the subject of the verb above a participle ("issued a statement | saying", "left, | saying")."""
    span = f.cue_words
    if span is None or f.speaker is None:
        return False
    p = span.passage
    by_issue = issued(p, cue, tree)
    if by_issue is not None:
        f.speaker, span.first = Span(p, *by_issue[0]), by_issue[1]
        return True
    own = above(p, cue, tree)
    if own is None or any(s.first < own[1] and own[0] < s.last for s in f.content):
        return False
    f.speaker = Span(p, *own)
    return True


def _revise_speaker(f: Found, cue: Cue, tree: Syntax) -> None:
    """Takes all that hangs on the subject where it is more than the rule's words, or where the head marks just that."""
    if f.speaker is None:
        return
    p, own = f.speaker.passage, (f.speaker.first, f.speaker.last)
    if own[1] - own[0] == 1 and p.tags[own[0]] == "PRON":
        return
    if p.tags[own[1] - 1] == "ADV" and ends_name(p, own[1] - 1):
        return
    by_heads = subject_by_heads(p, cue)
    if by_heads is None or by_heads == own:
        return
    first, last = by_heads
    if last < own[1] and _is_name_beside(p, last, own[1]):
        return
    if any(s.first < last and first < s.last for s in f.content):
        return
    marks = p.marks(first, last, "speaker")
    told = any(_bare(p, m) == _bare(p, by_heads) for m in marks)
    denied = any(_bare(p, m) == _bare(p, own) for m in marks)
    wider = first <= own[0] and own[1] <= last and p.tags[tree.below(cue.verb, SUBJECTS)[0]] != "PRON"
    if told or (wider and not denied):
        f.speaker = Span(p, first, last)


def _is_name_beside(p: Passage, i: int, last: int) -> bool:
    """Whether a name and nothing else stands behind a comma: "A patient waiting outside|, Ann Roe"."""
    return p.words[i] == "," and i + 1 < last and all(p.tags[k] == "PROPN" for k in range(i + 1, last))


def _bare(p: Passage, words: Range) -> Range:
    """A range without the marks at its ends, so that `Low ,` and `Low` are the same words."""
    first, last = words
    while first < last and not p.words[first][0].isalnum():
        first += 1
    while last > first and not p.words[last - 1][0].isalnum():
        last -= 1
    return first, last


def _revise_content(f: Found, cue: Cue, tree: Syntax) -> None:
    if f.rule == "content_before_cue" and not f.holds_quotation():
        _go_on(f, cue, tree)
    if f.rule == "content_before_cue" and not f.is_direct():
        go_on_by_marks(f, cue)
    span = f.content[0]
    if len(f.content) != 1 or span.first < cue.last:
        return
    if tree.relation(cue.verb) in WITHIN:
        span.last = _clause_limit(cue, tree, span)
    if f.rule in PHRASES or (f.rule in STANCES and span.first == cue.last + 1):
        last = _phrase_end(cue, tree, span)
        laid = cue.word.takes("~to") or cue.word.takes("~on")
        span.last = _before_description(tree, span, last) if laid else last
    elif f.rule in CLAUSES:
        span.first = _clause_start(cue, tree, span)
        joined = _joined(cue, tree, span)
        span.last = _clause_end(cue, tree, span) if joined is None else joined


def _clause_limit(cue: Cue, tree: Syntax, span: Span) -> int:
    """The end of the relative or adverbial clause in which a cue stands: "those who want to vote | must register"."""
    last = tree.whole(cue.verb)[1]
    said = any(span.first <= k < min(span.last, last) for k in tree.below(cue.verb, CONTENT))
    return min(span.last, last) if said and _may_break(span.passage, last) else span.last


def _may_break(p: Passage, i: int) -> bool:
    return i >= len(p) or (p.outside(i) and (p.words[i] in STOPS or p.tags[i] in VERBAL or p.tags[i] == "ADV"))


def _go_on(f: Found, cue: Cue, tree: Syntax) -> None:
    """Adds the second half of a clause that "she said" breaks: "It is the mayor's job, she said, | to open the dam"."""
    span = f.content[-1]
    p = span.passage
    heads = [k for k in tree.below(cue.verb, CLAUSE) if span.first <= k < span.last]
    above = tree.heads[cue.verb]
    if tree.relation(cue.verb) in ("parataxis", "ccomp") and span.first <= above < span.last:
        heads.append(above)
    right = max(cue.last, f.speaker.last if f.speaker else 0)
    last = max((tree.whole(k)[1] for k in heads), default=0)
    turns = p.lower[right + 1 : right + 2] in (["and"], ["but"]) and p.quoted[right + 2 : right + 3] != [OPENING]
    apart = turns and any(p.quoted[k] >= 0 for k in range(right + 1, last))
    if not apart and last > right + 1 and p.words[right] == "," and p.outside(right) and p.tags[right + 1] != "VERB":
        f.content.append(Span(p, right + 1, last))
        f.rule = "content_around_cue"


def _clause_start(cue: Cue, tree: Syntax, span: Span) -> int:
    """Where the clause begins if what stands before it tells of the saying: "said in a letter to Low | that"."""
    heads = [k for k in tree.below(cue.verb, CLAUSE) if span.first < k < span.last]
    first = tree.whole(heads[0])[0] if heads else span.first
    if first <= span.first or span.passage.is_mark(first - 1):
        return span.first
    asides = [tree.whole(k) for k in tree.below(cue.verb, SETTING)]
    return first if any(a <= span.first < b <= first for a, b in asides) else span.first


def _clause_end(cue: Cue, tree: Syntax, span: Span) -> int:
    """Where the clause ends by its heads if the attribution head ends it there too, else where the rule ends it."""
    p = span.passage
    heads = [k for k in tree.below(cue.verb, CONTENT) if span.first <= k < span.last]
    marks = p.marks(span.first, span.last, "content")
    if not heads or not marks:
        return span.last
    last = tree.whole(heads[0])[1]
    agreed = _bare(p, (span.first, marks[0][1])) == _bare(p, (span.first, last))
    ends = not _says_more(p, span.last, last) if last > span.last else _may_end(p, last)
    return last if agreed and ends else span.last


def _says_more(p: Passage, i: int, last: int) -> bool:
    """Whether after word `i` stands what the speaker does next ("and praised") or says second ("and that it was …").

    Or what the report says of it: ", a reference to the strike".
    """
    if (
        i + 1 < last
        and p.words[i] == ","
        and (comments(p, i + 1, last) or adds(p, i + 1) or blames_too(p, i + 1, last))
    ):
        return True
    if i < len(p) and p.words[i] == ";":
        return True
    k = i + (p.words[i : i + 1] == [","])
    does = k + 1 < len(p) and p.tags[k] == "CCONJ" and p.tags[k + 1] == "VERB"
    return does or any(p.tags[k - 1] == "CCONJ" and p.lower[k] == "that" for k in range(i + 1, last))


def _may_end(p: Passage, last: int) -> bool:
    """Whether what is said can end before word `last`: at a mark or conjunction, not amid a quotation."""
    if last >= len(p):
        return True
    k = last + 1 if p.words[last] in STOPS else last
    if p.quoted[last] >= 0 or p.tags[min(k, len(p) - 1)] == "SCONJ":
        return False
    return k > last or p.tags[last] == "CCONJ" or p.is_mark(last) or p.is_mark(last - 1)


def _joined(cue: Cue, tree: Syntax, span: Span) -> int | None:
    """Where a second verb of the speaker's begins: "said the dam was full | and left the room"."""
    p = span.passage
    for k in tree.below(cue.verb, JOINED):
        first = tree.whole(k)[0]
        if span.first < first < span.last and p.outside(first) and p.lower[first + 1] != "that":
            return first
    return None


def _phrase_end(cue: Cue, tree: Syntax, span: Span) -> int:
    """The end of a phrase, before what tells when it was said or begins a clause of its own: "praised him | in May"."""
    head = next((k for k in tree.below(cue.verb, CONTENT) if span.first <= k < span.last), None)
    for k in tree.below(cue.verb, ASIDES):
        first, last = tree.whole(k)
        if (head is not None and k < head) or not span.first < first < span.last or not span.passage.outside(first):
            continue
        amid = last < span.last and span.passage.lower[last] in GOES_ON
        second = cue.word.takes(f"~{span.passage.lower[first]}")
        ahead = cue.word.kind in AHEAD and span.passage.lower[first] in NEXT
        if not (amid or second or ahead) and _is_aside(span.passage, tree, k, first):
            return first
    return span.last


def _before_description(tree: Syntax, span: Span, last: int) -> int:
    """Where a deed laid to somebody ends before what only says who that is: "on the Front, | a group of the hills".

    After other verbs PolNeAR keeps such descriptions: "criticized the death of Low, a man of 40".
    """
    p = span.passage
    for k in range(span.first + 1, last):
        first, end = tree.whole(k) if tree.relation(k) == "appos" else (k, k)
        described = first > span.first + 1 and end >= last and p.words[first - 1] == "," and p.tags[first] == "DET"
        if described and p.outside(first - 1) and p.tags[tree.heads[k]] == "PROPN":
            return first - 1
    return last


def _is_aside(p: Passage, tree: Syntax, k: int, first: int) -> bool:
    relation = tree.relation(k)
    if relation == "obl" and p.lower[first] in ("in", "on"):
        return _names_occasion(p, k)
    if relation in ("advcl", "obl"):
        return p.lower[first] in TELLS_WHEN
    return relation == "obl:unmarked" or p.tags[k] in VERBAL


def _names_occasion(p: Passage, k: int) -> bool:
    """Whether word `k` is a day, a year or where somebody spoke ("in May", "in a tweet"), and no place or matter."""
    word = p.lower[k]
    timed = word in cue_words("time") or p.words[k] in cue_words("day") or word.isdecimal()
    return timed or word in cue_words("aside_noun")
