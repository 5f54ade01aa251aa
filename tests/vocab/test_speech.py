from __future__ import annotations

from twosource.vocab.rows import rows
from twosource.vocab.speech import cue_words, speech_verbs, unnamed_speakers

FRAMES = {
    "quote",
    "that",
    "bare",
    "wh",
    "inf",
    "np",
    "whom",
    "for",
    "of",
    "on",
    "about",
    "against",
    "to",
    "how",
    "work",
}
SECOND_OBJECT = {"~as", "~for", "~of", "~on", "~to", "~with"}


def test_every_verb_is_listed_once_with_known_frames() -> None:
    table = list(rows("speech_verbs.tsv"))
    assert len({row["lemma"] for row in table}) == len(table) > 200
    for row in table:
        frames = {frame for frame in row["frames"].split("|") if frame}
        assert frames <= FRAMES | SECOND_OBJECT, row["lemma"]
        assert row["polarity"] in {"said", "denied", "not_said"} and bool(frames) == (0 < float(row["strength"]) <= 1)


def test_inflected_forms_lead_to_their_verb() -> None:
    forms = {
        "said": "say",
        "denies": "deny",
        "admitting": "admit",
        "told": "tell",
        "urged": "urge",
        "vowing": "vow",
        "testifies": "testify",
    }
    for form, lemma in forms.items():
        assert lemma in {verb.lemma for verb, _ in speech_verbs()[form]}
    assert "sayed" not in speech_verbs()


def test_phrases_come_before_their_first_word_alone() -> None:
    lengths = [len(verb.rest) for verb, _ in speech_verbs()["called"]]
    assert lengths == sorted(lengths, reverse=True) and speech_verbs()["called"][-1][0].lemma == "call"
    assert [verb.lemma for verb, _ in speech_verbs()["pointed"]][-2:] == ["point out", "point to"]


def test_unnamed_speakers_in_both_numbers() -> None:
    known = unnamed_speakers()
    assert known["witness"].kind == "person" and known["witnesses"].kind == "group"
    assert known["police"].kind == "organization" and known["authorities"].plural


def test_every_kind_of_cue_word_is_explained_and_used() -> None:
    kinds = {row["kind"] for row in rows("cue_words.tsv")}
    assert all(cue_words(kind) for kind in kinds)
    assert {"according", "steps", "time", "day", "aside", "aside_noun", "hearer", "noun_too"} <= kinds
