"""From the trained network to the file that ships: an ONNX graph, weights in 8-bit integers.

The graph is written node by node, so that it is the same on every machine and holds nothing but what is needed. It
takes sentences of one padded length together; each row of an input has a scale of its own, so that what stands beside a
sentence cannot change its numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.language.network import HEADS, LAYERS, WIDTH, Joint

Array = NDArray[Any]
MICROSOFT = "com.microsoft"
"""The domain of ONNX Runtime's own fused operators."""
RANGE = 63
"""Weights go from -63 to 63: one bit is left unused, so that processors without VNNI, which add two products in 16
bits, cannot overflow and give the same sums as those with it."""
PLAIN = Joint.PLAIN
STATES = ("label_word", "label_head", "link_word", "link_head")


class Graph:
    """Nodes and constants; each method adds to them and returns the name of what comes out."""

    def __init__(self, weights: dict[str, Array], *, quantized: bool) -> None:
        self.weights, self.quantized = weights, quantized
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, values: Array) -> str:
        """A constant."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def op(self, kind: str, *inputs: str, domain: str = "", name: str = "", **settings: Any) -> str:
        """A node with one output."""
        out = name or f"x{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [out], domain=domain, **settings))
        return out

    def split(self, x: str, sizes: list[int]) -> list[str]:
        """`x` cut along its last axis."""
        names = [f"x{len(self.nodes)}_{i}" for i in range(len(sizes))]
        cuts = self.constant(np.array(sizes, dtype=np.int64))
        self.nodes.append(helper.make_node("Split", [x, cuts], names, axis=-1))
        return names

    def linear(self, x: str, *layers: str) -> str:
        """Linear layers of one input side by side."""
        return self.op("Add", self.product(x, *layers), self.biases(*layers))

    def biases(self, *layers: str) -> str:
        """Their biases side by side."""
        return self.constant(np.concatenate([self.weights[f"{name}.bias"] for name in layers]))

    def product(self, x: str, *layers: str) -> str:
        """Linear layers without their biases.

        In integers: a scale for each column of the weights, and one for each row of the input, from its largest number
        as it comes. One scale for all rows would let sentences beside one another change each other's numbers, and a
        few large outputs of GELU would leave too few steps for the rest.
        """
        w = np.concatenate([self.weights[f"{name}.weight"] for name in layers]).T
        if not self.quantized:
            return self.op("MatMul", x, self.constant(w))
        scales = np.maximum(np.abs(w).max(0) / RANGE, 1e-9).astype(np.float32)
        whole = self.constant(np.clip(np.round(w / scales), -RANGE, RANGE).astype(np.int8))
        largest = self.op("ReduceMax", self.op("Abs", x), self.constant(np.array([-1])), keepdims=1)  # is never 0
        step, zero, none = (
            self.constant(np.asarray(value)) for value in (np.float32(1 / 127), np.uint8(128), np.int8(0))
        )
        rounded = self.op("QuantizeLinear", self.op("Mul", x, self.op("Reciprocal", largest)), step, zero)
        given = (rounded, whole, step, self.constant(scales), zero, none)
        return self.op("Mul", self.op("MatMulIntegerToFloat", *given, domain=MICROSOFT), largest)

    def rows(self, indices: str, name: str) -> str:
        """Rows of an embedding; in integers: a scale for each row."""
        table = self.weights[name]
        if not self.quantized:
            return self.op("Gather", self.constant(table), indices)
        scales = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-9).astype(np.float32)
        whole = self.op("Gather", self.constant(np.round(table / scales).astype(np.int8)), indices)
        scale = self.op("Gather", self.constant(scales), indices)
        return self.op("Mul", self.op("Cast", whole, to=TensorProto.FLOAT), scale)

    def norm(self, x: str, y: str, name: str) -> str:
        """The layer norm of a sum. ONNX Runtime's fused operator for both takes twice as long."""
        parts = [self.constant(self.weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.op("LayerNormalization", self.op("Add", x, y), *parts, axis=-1, epsilon=1e-12)


def export(model: Joint, *, quantized: bool = True) -> onnx.ModelProto:
    """The graph of the network, for sentences that are padded to one length.

    In: `ids` and `casing` of the pieces (sentences, pieces) as int64; `lengths` (sentences,) as int32; `shares`
    (sentences, 1, pieces) as float32: one by its sentence's length for each piece that is no padding, else 0. Out, all
    float32, for pieces, of which the first one of each word counts: `plain` (sentences, pieces, classes of all plain
    heads side by side), `arcs` (sentences, pieces, pieces), `states` (sentences, pieces, label and link states side by
    side); and `vector` (sentences, WIDTH).
    """
    weights = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    g = Graph(weights, quantized=quantized)
    x = _encoder(g)
    _heads(g, x, [weights[f"plain.{name}.bias"].size for name in PLAIN])
    mean = g.op("Squeeze", g.op("MatMul", "shares", x), g.constant(np.array([1])))
    g.op("LpNormalization", g.linear(mean, "vector"), axis=-1, p=2, name="vector")
    return _model(g)


def _encoder(g: Graph) -> str:
    """States (sentences, pieces, WIDTH)."""
    longest = g.op("Shape", "ids", start=1, end=2)
    places = g.op("Slice", g.constant(g.weights["encoder.positions.weight"]), g.constant(np.array([0])), longest)
    casing = g.op("Gather", g.constant(g.weights["encoder.casing.weight"]), "casing")
    x = g.norm(g.op("Add", g.rows("ids", "encoder.words.weight"), casing), places, "encoder.norm")
    for i in range(LAYERS):
        own = f"encoder.layers.{i}"
        parts = g.split(g.product(x, f"{own}.qkv"), [WIDTH] * 3)
        given = (*parts, g.biases(f"{own}.qkv"), "lengths")
        seen = g.op("MultiHeadAttention", *given, domain=MICROSOFT, num_heads=HEADS)
        x = g.norm(x, g.linear(seen, f"{own}.out"), f"{own}.norm1")
        x = g.norm(x, g.linear(g.op("Gelu", g.linear(x, f"{own}.up")), f"{own}.down"), f"{own}.norm2")
    return x


def _heads(g: Graph, x: str, sizes: list[int]) -> None:
    """All heads of one input are one matrix product, cut apart after it.

    They are read from all pieces, of which seven in eight are the first ones of words: to gather these costs more.
    """
    layers = [*(f"plain.{name}" for name in PLAIN), *STATES, "arc_word", "arc_head"]
    widths = [
        sum(sizes),
        sum(g.weights[f"{name}.bias"].size for name in STATES),
        *[g.weights["arc.weight"].shape[0]] * 2,
    ]
    plain, states, word, head = g.split(g.linear(x, *layers), widths)
    g.op("Identity", plain, name="plain")
    g.op("Identity", states, name="states")
    word, head = g.op("Gelu", word), g.op("Gelu", head)
    leading = g.op("Add", g.product(word, "arc"), g.constant(g.weights["arc_bias.weight"][0]))
    g.op("MatMul", leading, g.op("Transpose", head, perm=[0, 2, 1]), name="arcs")


def _model(g: Graph) -> onnx.ModelProto:
    pieces: list[str | int] = ["sentences", "pieces"]
    given: dict[str, tuple[int, list[str | int]]] = {
        "ids": (TensorProto.INT64, pieces),
        "casing": (TensorProto.INT64, pieces),
        "lengths": (TensorProto.INT32, pieces[:1]),
        "shares": (TensorProto.FLOAT, ["sentences", 1, "pieces"]),
    }
    found: dict[str, list[str | int]] = {
        "plain": [*pieces, "classes"],
        "arcs": [*pieces, "pieces"],
        "states": [*pieces, "states"],
        "vector": ["sentences", WIDTH],
    }
    graph = helper.make_graph(
        g.nodes,
        "twosource",
        [helper.make_tensor_value_info(name, kind, axes) for name, (kind, axes) in given.items()],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, axes) for name, axes in found.items()],
        g.constants,
    )
    domains = [helper.make_opsetid("", 22), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(graph, opset_imports=domains, ir_version=10, producer_name="twosource")
    onnx.checker.check_model(model)
    return model
