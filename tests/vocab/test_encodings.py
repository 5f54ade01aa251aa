"""The table of encodings names codecs that Python has, one encoding for each label."""

from __future__ import annotations

import codecs

from twosource.vocab.encodings import encoding_of
from twosource.vocab.rows import rows, split


def test_every_codec_decodes_bytes_to_text() -> None:
    for row in rows("encodings.tsv"):
        assert isinstance(codecs.decode(b"ab", row["codec"], "replace"), str), row["name"]


def test_no_label_stands_for_two_encodings() -> None:
    labels = [label for row in rows("encodings.tsv") for label in split(row["labels"])]
    assert len(labels) == len(set(labels))


def test_one_byte_encodings_take_one_byte_a_character() -> None:
    for row in rows("encodings.tsv"):
        if row["bytes"] == "1":
            assert len(bytes(range(256)).decode(row["codec"], "replace")) == 256, row["name"]


def test_pages_that_say_latin_1_mean_windows_1252() -> None:
    found = encoding_of(" ISO-8859-1 ")
    assert found is not None
    assert found.name == "windows-1252"
    assert encoding_of("klingon") is None
