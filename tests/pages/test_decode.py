"""Encodings are found, and every character leads back to its bytes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twosource.pages.decode import clean, decode
from twosource.vocab.encodings import encoding_of

ENGLISH = "“It’s over,” the mayor said at the café. The strike had lasted nine days and cost the port dearly. " * 3
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl mluvčí hasičů v úterý odpoledne. "
RUSSIAN = "Спасатели нашли троих рыбаков живыми, сообщил во вторник представитель порта. " * 4


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (b"\xef\xbb\xbf" + ENGLISH.encode(), "utf-8"),
        (ENGLISH.encode(), "utf-8"),
        (b"plain", "utf-8"),
        (ENGLISH.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + ENGLISH.encode("utf-16-be"), "utf-16-be"),
        (ENGLISH.encode("utf-16-le"), "utf-16-le"),
        (ENGLISH.encode("utf-16-be"), "utf-16-be"),
        (ENGLISH.encode("cp1252"), "windows-1252"),
        (b'<meta charset="iso-8859-2">' + CZECH.encode("iso8859_2"), "iso-8859-2"),
        (b"<meta http-equiv=x content='text/html; charset=windows-1251'>" + RUSSIAN.encode("cp1251"), "windows-1251"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>' + ENGLISH.encode("cp1252"), "windows-1252"),
        (b"<meta charset=latin1>" + ENGLISH.encode(), "utf-8"),  # wrongly declared, as often
        (b"<meta charset=no-such-thing>" + ENGLISH.encode("cp1252"), "windows-1252"),
        (b"<meta charset=utf-16>" + ENGLISH.encode("cp1252"), "windows-1252"),
        (b"<meta charset=shift_jis>" + "港で火災、三人けが。\n".encode("cp932") * 3, "shift_jis"),
        (b"<meta charset=iso-2022-jp>" + "港で火災\n".encode("iso2022_jp"), "iso-2022-jp"),
        (ENGLISH.encode()[:-2] + b"\xff broken \xe2\x80", "utf-8"),
    ],
)
def test_the_encoding_is_found(raw: bytes, encoding: str) -> None:
    assert decode(raw).encoding == encoding


def test_an_undeclared_encoding_is_guessed_from_its_letters() -> None:
    assert decode(RUSSIAN.encode("cp1251")).text == RUSSIAN


def test_what_the_sender_declared_counts_where_the_bytes_are_not_utf8() -> None:
    assert decode(CZECH.encode("cp1250"), "windows-1250").text == CZECH


def test_a_codec_that_is_no_character_encoding_is_never_used() -> None:
    assert [encoding_of(label) for label in ("zip", "rot13", "unicode_escape", "utf-7", "idna")] == [None] * 5


def test_broken_bytes_become_replacement_characters() -> None:
    text = "naïve — façade".encode() + b"\xc3(\xe2\x82\x00"
    assert decode(text).text == "naïve — façade\ufffd(\ufffd\ufffd"


def test_zero_characters_and_surrogates_are_replaced_one_for_one() -> None:
    assert clean("a\x00b\ud800c\udfff") == "a\ufffdb\ufffdc\ufffd"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@given(text=st.text())
@example(text="a\x00é\ufffd😀")
def test_utf8_leads_back_to_its_bytes(mark: bytes, text: str) -> None:
    raw = mark + text.encode()
    found = decode(raw, "utf-8")
    if found.encoding == "utf-8" and found.offsets.to_raw(0) == len(mark):
        for i, character in enumerate(text):
            at, after = found.offsets.to_raw(i), found.offsets.to_raw(i + 1)
            assert raw[at:after].decode() == character


@given(st.text(min_size=1), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf16_leads_back_to_its_bytes(text: str, codec: str) -> None:
    raw = ("\ufeff" + text).encode(codec)
    found = decode(raw)
    assert found.text == clean(text)
    for i, character in enumerate(text):
        assert raw[found.offsets.to_raw(i) : found.offsets.to_raw(i + 1)].decode(codec) == character


@given(
    st.text(st.sampled_from("港で火災aé 한국 中文 \n.Ж"), min_size=1),
    st.sampled_from(["gb18030", "euc-kr", "shift_jis", "big5"]),
)
def test_encodings_of_several_bytes_lead_back_to_their_bytes(text: str, label: str) -> None:
    encoding = encoding_of(label)
    assert encoding is not None
    raw = text.encode(encoding.codec, "ignore") + b"\x80\x81\xff"
    found = decode(raw, label)
    if found.encoding == label:
        kept = raw[:-3].decode(encoding.codec)
        assert found.text.startswith(kept)
        for i, character in enumerate(kept):
            assert raw[found.offsets.to_raw(i) : found.offsets.to_raw(i + 1)].decode(encoding.codec) == character


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16-le", "gbk", "iso-2022-jp", "shift_jis", "cp1252"])
)
@example(b"\xff\xfe\x00\xd8\x41", None)
@example(b"\xe2\x82\xe2\x82\xac\xf0\x9f", "utf-8")
def test_any_bytes_decode_and_offsets_ascend_to_their_end(raw: bytes, declared: str | None) -> None:
    found = decode(raw, declared)
    found.text.encode()
    origins = [found.offsets.to_raw(i) for i in range(len(found.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] == len(raw)
