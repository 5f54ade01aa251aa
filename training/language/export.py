"""From the trained network to the file that ships: an ONNX graph of one sentence, weights in 8-bit integers.

The graph is written node by node, so that it is the same on every machine and holds nothing but what is needed: one
sentence at a time has no padding and no mask, and nothing that stands beside it can change its result.
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

    def linear(self, x: str, *layers: str, bias: bool = True, by_row: bool = False) -> str:
        """Linear layers of one input side by side.

        In integers: a scale for each column of the weights, and one for the input, from its range as it comes: one for
        all of it, or, `by_row`, one for each word piece.
        """
        w = np.concatenate([self.weights[f"{name}.weight"] for name in layers]).T
        given = [self.weights[f"{name}.bias"] for name in layers] if bias else [np.zeros(w.shape[1])]
        b = self.constant(np.concatenate(given).astype(np.float32))
        if not self.quantized:
            return self.op("Add", self.op("MatMul", x, self.constant(w)), b)
        scales = np.maximum(np.abs(w).max(0) / RANGE, 1e-9).astype(np.float32)
        whole = self.constant(np.clip(np.round(w / scales), -RANGE, RANGE).astype(np.int8))
        if by_row:
            return self.op("Add", self._by_row(x, whole, self.constant(scales)), b)
        zeros = self.constant(np.zeros(w.shape[1], dtype=np.int8))
        return self.op("DynamicQuantizeMatMul", x, whole, self.constant(scales), zeros, b, domain=MICROSOFT)

    def _by_row(self, x: str, whole: str, scales: str) -> str:
        """A product in integers in which each row of the input has a scale of its own."""
        largest = self.op("ReduceMax", self.op("Abs", x), self.constant(np.array([-1])), keepdims=1)
        scale = self.op("Div", largest, self.constant(np.float32(127)))  # never 0: a row is 1,536 outputs of GELU
        zero = self.constant(np.uint8(128))
        rounded = self.op("QuantizeLinear", self.op("Div", x, scale), self.constant(np.float32(1)), zero)
        sums = self.op("Cast", self.op("MatMulInteger", rounded, whole, zero), to=TensorProto.FLOAT)
        return self.op("Mul", self.op("Mul", sums, scales), scale)

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
        """The layer norm of a sum."""
        parts = [self.constant(self.weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.op("SkipLayerNormalization", x, y, *parts, domain=MICROSOFT, epsilon=1e-12)


def export(model: Joint, *, quantized: bool = True) -> onnx.ModelProto:
    """The graph of the network.

    In: `ids`, `casing` (pieces), `firsts` (first piece of each word, word 0 the start piece), all int64. Out: `plain`
    (words, classes of all plain heads side by side), `arcs` (words, words), `states` (words, label and link states side
    by side), `vector` (384,), all float32.
    """
    weights = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    g = Graph(weights, quantized=quantized)
    x = _encoder(g)
    words = g.op("Gather", x, "firsts", axis=1)
    rows = g.op("Squeeze", words, g.constant(np.array([0])))
    _heads(g, rows, [weights[f"plain.{name}.bias"].size for name in PLAIN])
    mean = g.op("ReduceMean", x, g.constant(np.array([0, 1])), keepdims=0)
    row = g.op("Unsqueeze", mean, g.constant(np.array([0])))
    vector = g.op("LpNormalization", g.linear(row, "vector"), axis=-1, p=2)
    g.op("Squeeze", vector, g.constant(np.array([0])), name="vector")
    return _model(g)


def _encoder(g: Graph) -> str:
    """States (1, pieces, WIDTH)."""
    axis = g.constant(np.array([0]))
    length = g.op("Unsqueeze", g.op("Size", "ids"), axis)
    places = g.op("Slice", g.constant(g.weights["encoder.positions.weight"]), axis, length)
    casing = g.op("Gather", g.constant(g.weights["encoder.casing.weight"]), "casing")
    sums, words = g.op("Add", places, casing), g.rows("ids", "encoder.words.weight")
    x = g.norm(g.op("Unsqueeze", words, axis), g.op("Unsqueeze", sums, axis), "encoder.norm")
    for i in range(LAYERS):
        own = f"encoder.layers.{i}"
        parts = g.split(g.linear(x, f"{own}.qkv"), [WIDTH] * 3)
        seen = g.op("MultiHeadAttention", *parts, domain=MICROSOFT, num_heads=HEADS)
        x = g.norm(x, g.linear(seen, f"{own}.out"), f"{own}.norm1")
        up = g.op("Gelu", g.linear(x, f"{own}.up"))
        # By row: a few large outputs of GELU would set the scale for all. Without it the model loses up to 0.6 points
        # against 32 bits (LAS of GUM 0.43, names of Worldwide 0.61), with it 0.2; in all layers it gains no more.
        x = g.norm(x, g.linear(up, f"{own}.down", by_row=True), f"{own}.norm2")
    return x


def _heads(g: Graph, rows: str, sizes: list[int]) -> None:
    """All heads of one input are one matrix product, cut apart after it."""
    layers = [*(f"plain.{name}" for name in PLAIN), *STATES, "arc_word", "arc_head"]
    widths = [
        sum(sizes),
        sum(g.weights[f"{name}.bias"].size for name in STATES),
        *[g.weights["arc.weight"].shape[0]] * 2,
    ]
    plain, states, word, head = g.split(g.linear(rows, *layers), widths)
    g.op("Identity", plain, name="plain")
    g.op("Identity", states, name="states")
    word, head = g.op("Gelu", word), g.op("Gelu", head)
    turned = g.op("Transpose", head, perm=[1, 0])
    bias = g.op("Transpose", g.op("MatMul", head, g.constant(g.weights["arc_bias.weight"].T)), perm=[1, 0])
    g.op("Add", g.op("MatMul", g.linear(word, "arc", bias=False), turned), bias, name="arcs")


def _model(g: Graph) -> onnx.ModelProto:
    def whole(name: str, axis: str) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, TensorProto.INT64, [axis])

    def real(name: str, axes: list[str | int]) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, axes)

    graph = helper.make_graph(
        g.nodes,
        "twosource",
        [whole("ids", "pieces"), whole("casing", "pieces"), whole("firsts", "words")],
        [
            real("plain", ["words", "classes"]),
            real("arcs", ["words", "words"]),
            real("states", ["words", "states"]),
            real("vector", [WIDTH]),
        ],
        g.constants,
    )
    domains = [helper.make_opsetid("", 22), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(graph, opset_imports=domains, ir_version=10, producer_name="twosource")
    onnx.checker.check_model(model)
    return model
