"""The table of files that are refused: advice for each, and nothing that a page could be taken for."""

from __future__ import annotations

from twosource.vocab.file_kinds import ADVICE, file_kinds, kind_by_bytes, kind_by_extension, kind_by_opening


def test_every_kind_has_advice_and_a_way_to_tell_it() -> None:
    for kind in file_kinds():
        assert kind.what in ADVICE
        assert kind.extensions or kind.signatures or kind.openings
        assert kind.name.startswith(("a ", "an ", "sound"))


def test_no_extension_is_of_two_kinds() -> None:
    extensions = [extension for kind in file_kinds() for extension in kind.extensions]
    assert len(extensions) == len(set(extensions))


def test_pages_are_of_no_refused_kind() -> None:
    for extension in ("html", "htm", "xhtml", "txt", "md", "jsonl", "json", "", "php"):
        assert kind_by_extension(extension) is None
    for text in ("<!DOCTYPE html>", "<html>", "Rescuers reached", "From Monday on", "Received wisdom", "BM", "II"):
        assert kind_by_bytes(text.encode()) is None
        assert kind_by_opening(text) is None


def test_signatures_are_looked_for_at_their_offset() -> None:
    kind = kind_by_bytes(b"\0\0\0\x20ftypisom")
    assert kind is not None
    assert kind.name == "sound or video"
    assert kind_by_bytes(b"RIFF....WEBPVP8 ") == kind_by_extension("webp")
