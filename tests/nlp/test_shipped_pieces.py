"""WordPiece: the same pieces as the library gives that the encoder was made with."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.nlp.shipped.files import shipped_files
from twosource.nlp.shipped.pieces import MOST_PIECES, UNKNOWN, Pieces, casing

VOCABULARY = (shipped_files() / "vocabulary.txt").read_text(encoding="utf-8")
PIECES = Pieces(VOCABULARY)
OLD = st.characters(max_codepoint=0x1FFF, exclude_categories=("Cs", "Cn", "Co"))
"""Characters that stand in the library's older tables of Unicode as well, nearly all."""


@pytest.fixture(scope="module")
def library():  # type: ignore[no-untyped-def]
    tokenizers = pytest.importorskip("tokenizers")
    ids = {piece: i for i, piece in enumerate(VOCABULARY.split("\n"))}
    model = {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
             "max_input_chars_per_word": 100, "vocab": ids}  # fmt: skip
    normalizer = {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None,
                  "lowercase": True}  # fmt: skip
    stages = {"pre_tokenizer": {"type": "BertPreTokenizer"}, "post_processor": None, "decoder": None}
    whole = {"version": "1.0", "truncation": None, "padding": None, "added_tokens": [], "normalizer": normalizer,
             "model": model, **stages}  # fmt: skip
    return tokenizers.Tokenizer.from_str(json.dumps(whole))


WORDS = (
    "Kinshasa", "co-operation", "U.S.", "naïve", "Ökonomie", "İstanbul", "Đắk", "3,000", "don't",
    "'s", "“", "…", "—", "al-Shabaab", "北京", "日本語", "한국어", "Москва", "עברית", "العربية", "हिन्दी",
    "🙂", "👩\u200d🚒", "a\u0301", "ﬁnal", "ß", "x" * 100, "x" * 101, "$5.4m", "@name", "#tag", "C++",
    "\u00ad", "\u200b", "a\u00a0b", "ａｂｃ", "Ⅳ", "½",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_word_has_the_pieces_of_the_library(word: str, library) -> None:  # type: ignore[no-untyped-def]
    expected = library.encode(word).ids[:MOST_PIECES] if len(word) <= 100 else []
    assert list(PIECES.of(word)[0]) == (expected or [UNKNOWN])


@settings(max_examples=300)
@given(word=st.text(OLD, min_size=1, max_size=12))
def test_any_word_has_the_pieces_of_the_library(word: str, library) -> None:  # type: ignore[no-untyped-def]
    newer = [c for c in word if unicodedata.category(c) in ("Mn", "Mc", "Po", "Cf", "So") and ord(c) > 0x500]
    if not newer:
        assert list(PIECES.of(word)[0]) == (library.encode(word).ids[:MOST_PIECES] or [UNKNOWN])


@given(st.text(min_size=1, max_size=300))
def test_any_text_has_a_piece_and_as_many_rows_of_casing(word: str) -> None:
    ids, rows = PIECES.of(word)
    assert 1 <= len(ids) == len(rows) <= MOST_PIECES
    assert all(0 <= i < 30522 for i in ids)
    assert all(2 <= row < 16 for row in rows)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("7", 1),
        ("“", 2),
        ("北京", 2),
        ("said", 3),
        ("state-run", 3),
        ("J.", 4),
        ("A", 4),
        ("UN", 5),
        ("F-16", 4),
        ("Lima", 6),
        ("McKay", 7),
        ("eBay", 7),
        ("3rd", 1),
    ],
)
def test_the_class_of_casing(word: str, expected: int) -> None:
    assert casing(word) == expected
