"""Trees of rhetorical structure in rstWeb's rs4 form, read for one relation: who says (satellite) what (nucleus).

A node is a segment (words) or a group. Its `parent` is the node it hangs on; with `relname` "span", or a relation of
the header's type multinuc under a group of that type, it is a nucleus of its parent; else a satellite beside it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

ATTRIBUTIONS = ("attribution-positive", "attribution-negative")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Indices of words in the document, ascending: who says, and what is said."""

    satellite: tuple[int, ...]
    nucleus: tuple[int, ...]
    beside: tuple[tuple[int, ...], ...]
    """Other satellites of the nucleus: whether they are said too, only syntax tells."""


@dataclass
class Tree:
    """A document's tree; `words` are those of its segments in order, `places` where each segment's words are."""

    words: list[str] = field(default_factory=list)
    places: dict[str, range] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    relations: dict[str, str] = field(default_factory=dict)
    nuclei: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    satellites: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def attributions(self) -> list[Attribution]:
        """Every attribution relation of the tree, in the order of the file."""
        return [self._attribution(node) for node, name in self.relations.items() if name in ATTRIBUTIONS]

    def core(self, node: str) -> list[int]:
        """Words of the node itself and of all below its nuclei; what stands beside it as a satellite is not in it."""
        found = list(self.places.get(node, ()))
        for child in self.nuclei.get(node, ()):
            found += self.whole(child)
        return sorted(found)

    def whole(self, node: str) -> list[int]:
        """Words of the node and of its satellites."""
        found = self.core(node)
        for satellite in self.satellites.get(node, ()):
            found += self.whole(satellite)
        return sorted(found)

    def _attribution(self, node: str) -> Attribution:
        nucleus = self.parents[node]
        said = set(self.core(nucleus))
        # "This, he said, is so" is cut in two; the attribution hangs on the first part or on both.
        while self.relations.get(nucleus) == "same-unit":
            nucleus = self.parents[nucleus]
            said |= set(self.core(nucleus))
        # "According to A, B believes it is so": what B believes is part of what A says.
        outer = self.parents[nucleus] if self.relations.get(nucleus) == "span" else nucleus
        if self.relations.get(outer) in ATTRIBUTIONS:
            said |= set(self.core(self.parents[outer]))
        satellite = self.whole(node)
        others = [other for other in self.satellites[nucleus] if self.relations[other] not in ATTRIBUTIONS]
        beside = tuple(tuple(self.whole(other)) for other in others)
        return Attribution(tuple(satellite), tuple(sorted(said - set(satellite))), beside)


def read(path: Path) -> Tree:
    """The tree of an rs4 file. Raises ElementTree.ParseError where it is no XML."""
    root = ET.parse(path).getroot()
    multinuclear = {rel.get("name") for rel in root.iter("rel") if rel.get("type") == "multinuc"}
    nodes = [node for node in root.iter() if node.tag in {"segment", "group"}]
    groups = {node.get("id") for node in nodes if node.get("type") == "multinuc"}
    tree = Tree()
    for node in nodes:
        name, parent, relation = node.get("id", ""), node.get("parent"), node.get("relname", "span")
        if node.tag == "segment":
            words = (node.text or "").split()
            tree.places[name] = range(len(tree.words), len(tree.words) + len(words))
            tree.words += words
        if parent:
            nuclear = relation == "span" or (relation in multinuclear and parent in groups)
            (tree.nuclei if nuclear else tree.satellites)[parent].append(name)
            tree.parents[name], tree.relations[name] = parent, relation
    return tree
