"""The elements open at a point of an HTML page, with the few rules of implied end tags that matter for its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from twosource.text.elements import BLOCKS, CLOSES, PREFORMATTED, UNSEEN

MAX_DEPTH = 512
"""Deeper elements count as their parent's text, as in browsers (Chromium's own limit)."""
_MAX_LABEL = 200

_ATTRIBUTE = re.compile(
    r"""([^\s=/>"']++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""",
)
_UNSHOWN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Element:
    """An open element. `seen`: its text is shown; `link`: it is in a link; `pre`: its white space counts."""

    name: str
    attributes: str
    parent: Element | None
    depth: int
    seen: bool = True
    link: bool = False
    pre: bool = False
    _label: str = ""

    @property
    def label(self) -> str:
        """Tag, id and classes as a CSS selector, `div#main.story.wide`; `[hidden]` follows where the page hides it."""
        if not self._label:
            self._label = _label(self.name, self.attributes) if self.attributes else self.name
        return self._label


def _label(name: str, attributes: str) -> str:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(attributes):
        key = match[1].lower()
        if key in ("id", "class", "hidden", "style"):
            found.setdefault(key, match[2] or match[3] or match[4] or "")
    label = name
    if identity := found.get("id", "").strip():
        label += f"#{identity}"
    label += "".join(f".{one}" for one in found.get("class", "")[:_MAX_LABEL].split())
    hidden = "hidden" in found or _UNSHOWN.search(found.get("style", "")) is not None
    return label[:_MAX_LABEL] + ("[hidden]" if hidden else "")


_ROOT = Element("", "", None, 0)


@dataclass(slots=True)
class OpenElements:
    """A stack on which every question takes constant time, whatever the page's depth or disorder."""

    top: Element = _ROOT
    lowest: int = 0
    """The least depth since the caller last set it."""
    _stack: list[Element] = field(default_factory=list)
    _places: dict[str, list[int]] = field(default_factory=dict)
    _blocks: list[int] = field(default_factory=list)

    def open(self, name: str, attributes: str) -> None:
        """Opens an element, after ending those that its start tag ends."""
        self._end_implied(name)
        if len(self._stack) >= MAX_DEPTH:
            return
        top = self.top
        place = len(self._stack)
        link = top.link or (name == "a" and "href" in attributes.lower())
        seen = top.seen and name not in UNSEEN
        pre = top.pre or name in PREFORMATTED
        self.top = Element(name, attributes, top, place + 1, seen, link, pre)
        self._stack.append(self.top)
        self._places.setdefault(name, []).append(place)
        if name in BLOCKS:
            self._blocks.append(place)

    def close(self, name: str) -> None:
        """Closes the innermost element of that name and all in it; an inline end tag closes no block."""
        place = self._innermost(name)
        if place >= 0 and (name in BLOCKS or not self._blocks or place > self._blocks[-1] or name in UNSEEN):
            self._cut(place)

    def _end_implied(self, name: str) -> None:
        # A paragraph holds no blocks, so an open one is always the innermost block.
        if name in BLOCKS and self._blocks and self._stack[self._blocks[-1]].name == "p":
            self._cut(self._blocks[-1])
        if name in CLOSES:
            ends, barriers = CLOSES[name]
            barrier = max(map(self._innermost, barriers.split()))
            place = max(map(self._innermost, ends))
            if place > barrier:
                self._cut(place)

    def _innermost(self, name: str) -> int:
        places = self._places.get(name)
        return places[-1] if places else -1

    def _cut(self, place: int) -> None:
        for element in reversed(self._stack[place:]):
            self._places[element.name].pop()
        del self._stack[place:]
        while self._blocks and self._blocks[-1] >= place:
            self._blocks.pop()
        self.top = self._stack[-1] if self._stack else _ROOT
        self.lowest = min(self.lowest, place)
