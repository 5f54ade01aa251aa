"""How many bytes each character took: the map from decoded characters to the bytes of a capture."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right

from twosource.model import OffsetMap
from twosource.vocab.encodings import Encoding

# U+FFFD stands alone: it may replace one to three bytes that could not be decoded.
_UTF8_RUN = re.compile("[\x00-\x7f]++|[\x80-\u07ff]++|\ufffd|[\u0800-\ufffc\ufffe\uffff]++|[\U00010000-\U0010ffff]++")
_UTF16_RUN = re.compile("[\x00-\uffff]++|[\U00010000-\U0010ffff]++")


class _Runs:
    """Collects runs of characters of one width."""

    def __init__(self) -> None:
        self.text: list[int] = []
        self.raw: list[int] = []
        self.width: list[int] = []

    def add(self, text: int, raw: int, width: int) -> None:
        """Characters from `text` on begin at byte `raw` and are `width` wide, unless the last run says so already."""
        if self.width and self.width[-1] == width and self.raw[-1] + (text - self.text[-1]) * width == raw:
            return
        self.text.append(text)
        self.raw.append(raw)
        self.width.append(width)

    def map(self, text: int, raw: int) -> OffsetMap:
        """The map, with the ends of text and bytes."""
        self.add(text, raw, 0)
        return OffsetMap(text=tuple(self.text), raw=tuple(self.raw), width=tuple(self.width))


def measure(raw: bytes, mark: int, text: str, encoding: Encoding) -> OffsetMap:
    """The map of `text`, decoded from `raw[mark:]` by a Unicode or a one-byte encoding."""
    runs = _Runs()
    if encoding.bytes == "1" or (encoding.name == "utf-8" and text.isascii()):
        runs.add(0, mark, 1)
        return runs.map(len(text), len(raw))
    utf8 = encoding.name == "utf-8"
    at = mark
    for run in (_UTF8_RUN if utf8 else _UTF16_RUN).finditer(text):
        width = _utf8_width(run[0][0], raw, at) if utf8 else 2 + 2 * (run[0][0] > "\uffff")
        runs.add(run.start(), at, width)
        at += width * (run.end() - run.start())
    return runs.map(len(text), len(raw))


def _utf8_width(character: str, raw: bytes, at: int) -> int:
    if character == "\ufffd":
        try:
            raw[at : at + 4].decode("utf-8")
        except UnicodeDecodeError as error:
            if error.start == 0:
                return error.end
        return 3
    return len(character.encode("utf-8"))


def step_through(raw: bytes, mark: int, codec: str) -> tuple[str, OffsetMap]:
    """Decodes `raw[mark:]` by an encoding of several bytes a character, byte by byte where a line is not ASCII."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    runs, pieces, length, at = _Runs(), list[str](), 0, mark
    plain = not codec.startswith("iso2022")
    for line in raw[mark:].splitlines(keepends=True):
        if plain and line.isascii():
            runs.add(length, at, 1)
            pieces.append(decoder.decode(line))
            length += len(pieces[-1])
            at += len(line)
            continue
        begin = at
        for i in range(len(line)):
            if out := decoder.decode(line[i : i + 1], at + 1 == len(raw)):
                _spread(runs, out, length, begin, at + 1)
                pieces.append(out)
                length, begin = length + len(out), at + 1
            at += 1
    return "".join(pieces), runs.map(length, len(raw))


def _spread(runs: _Runs, out: str, length: int, begin: int, end: int) -> None:
    """Several characters come at once only after broken bytes: each but the last then stands for one byte."""
    for i in range(len(out) - 1):
        runs.add(length + i, min(begin + i, end - 1), 0)
    last = len(out) - 1
    start = begin if last == 0 else end - 1
    runs.add(length + last, start, end - start)


def compose(outer: OffsetMap, inner: OffsetMap) -> OffsetMap:
    """The map that leads through `outer` and then through `inner`."""
    runs = _Runs()
    ends = (*outer.text[1:], outer.text[-1])
    for start, end, at, width in zip(outer.text, ends, outer.raw, outer.width, strict=True):
        if width != 1:
            first = inner.to_raw(at)
            runs.add(start, first, inner.to_raw(at + width) - first)
        else:
            _cut(runs, start, at, end - start, inner)
    return OffsetMap(text=tuple(runs.text), raw=tuple(runs.raw), width=tuple(runs.width))


def _cut(runs: _Runs, start: int, at: int, length: int, inner: OffsetMap) -> None:
    """Adds `length` characters from `start` on of outer width one, cut where the inner width changes."""
    i = max(0, bisect_right(inner.text, at) - 1)
    done = 0
    while done < length:
        here = at + done
        runs.add(start + done, inner.raw[i] + (here - inner.text[i]) * inner.width[i], inner.width[i])
        i += 1
        done = inner.text[i] - at if i < len(inner.text) else length
