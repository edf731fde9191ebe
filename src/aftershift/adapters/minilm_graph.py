"""MiniLM's weights -> an ONNX graph, without the framework that they were trained in.

Six layers of a BERT encoder (384 wide, 12 heads, 1536 in between), the mean over all tokens, and
unit length, in one graph: `ids` (texts, tokens) in, `embeddings` (texts, 384) out, and `states`
(texts, tokens, 384), what each token became. All texts of one call have the same number of tokens,
so nothing is padded and there is no mask. In int8 give one text a call: the scale of what flows is
taken over all of them.

In int8 each weight matrix keeps one scale per output and each word one per row, symmetric; what
flows between them is quantised as it comes (uint8). That is 23 MB instead of 90.

Reference: Devlin et al. 2019 (BERT); Wang et al. 2020, MiniLM; Reimers & Gurevych 2019 (the mean).
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Weights: TypeAlias = Mapping[str, NDArray[np.float32]]

LAYERS, WIDTH, HEADS = 6, 384, 12
HEAD_WIDTH = WIDTH // HEADS
NORM_EPSILON = 1e-12
OPSET, IR_VERSION = 17, 8
WEIGHT_STEPS = 127  # int8, symmetric
NARROW_STEPS = 63  # for processors whose int8 sums overflow in 16 bits


def minilm_graph(weights: Weights, *, steps: int | None) -> bytes:
    """Write the graph: in float32 where `steps` is None, else in int8 of so many steps a side."""
    graph = _Graph(steps)
    hidden = graph.embedded(weights)
    for layer in range(LAYERS):
        hidden = graph.layer(hidden, weights, f"encoder.layer.{layer}")
    graph.pooled(hidden)
    return graph.written()


class _Graph:
    """Nodes and constants as they are added; each step gives the name of what it makes."""

    def __init__(self, steps: int | None) -> None:
        self._steps = steps
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    # --- the encoder ----------------------------------------------------------------

    def embedded(self, weights: Weights) -> str:
        """Add up words, positions and the only segment there is."""
        positions = (
            weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        shape = self.node("Shape", "ids", start=1, end=2)
        first, axis = self.whole([0]), self.whole([0])
        places = self.node("Slice", self.constant(positions), first, shape, axis)
        words = self._words(weights["embeddings.word_embeddings.weight"])
        return self._normed(self.node("Add", words, places), weights, "embeddings.LayerNorm")

    def layer(self, hidden: str, weights: Weights, name: str) -> str:
        """Add one layer: attention, then the two dense steps, each beside what came in."""
        attended = self._attended(hidden, weights, f"{name}.attention")
        hidden = self._normed(
            self.node("Add", hidden, attended), weights, f"{name}.attention.output.LayerNorm"
        )
        inner = self._gelu(self._dense(hidden, *_dense_of(weights, f"{name}.intermediate.dense")))
        outer = self._dense(inner, *_dense_of(weights, f"{name}.output.dense"))
        return self._normed(self.node("Add", hidden, outer), weights, f"{name}.output.LayerNorm")

    def pooled(self, hidden: str) -> None:
        """Take the mean over the tokens, at unit length."""
        self._nodes.append(helper.make_node("Identity", [hidden], ["states"]))
        mean = self.node("ReduceMean", hidden, axes=[1], keepdims=0)
        length = self.node("ReduceL2", mean, axes=[1], keepdims=1)
        self._nodes.append(helper.make_node("Div", [mean, length], ["embeddings"]))

    def written(self) -> bytes:
        """Check the graph and give its bytes."""
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "tokens"])
        out = [
            helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, ["texts", WIDTH]),
            helper.make_tensor_value_info("states", TensorProto.FLOAT, ["texts", "tokens", WIDTH]),
        ]
        model = helper.make_model(
            helper.make_graph(self._nodes, "minilm", [ids], out, self._constants),
            opset_imports=[helper.make_opsetid("", OPSET)],
            ir_version=IR_VERSION,
        )
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString(deterministic=True))

    # --- parts of a layer -------------------------------------------------------------

    def _attended(self, hidden: str, weights: Weights, name: str) -> str:
        parts = [_dense_of(weights, f"{name}.self.{one}") for one in ("query", "key", "value")]
        root = np.float32(HEAD_WIDTH**-0.5)
        parts[0] = (parts[0][0] * root, parts[0][1] * root)  # of the dot products, once for all
        joined = self._dense(
            hidden,
            np.concatenate([matrix for matrix, _bias in parts], axis=1),
            np.concatenate([bias for _matrix, bias in parts]),
        )
        split = self.node("Reshape", joined, self.whole([0, 0, 3, HEADS, HEAD_WIDTH]))
        heads = self.node("Transpose", split, perm=[2, 0, 3, 1, 4])
        query, key, value = (
            self.node("Gather", heads, self.scalar(which), axis=0) for which in range(3)
        )
        scores = self.node("MatMul", query, self.node("Transpose", key, perm=[0, 1, 3, 2]))
        mixed = self.node("MatMul", self.node("Softmax", scores, axis=-1), value)
        beside = self.node("Transpose", mixed, perm=[0, 2, 1, 3])
        flat = self.node("Reshape", beside, self.whole([0, 0, WIDTH]))
        return self._dense(flat, *_dense_of(weights, f"{name}.output.dense"))

    def _words(self, table: NDArray[np.float32]) -> str:
        if self._steps is None:
            return self.node("Gather", self.constant(table), "ids", axis=0)
        whole, scales = _quantised(table, axis=1, steps=WEIGHT_STEPS)
        rows = self.node("Gather", self.constant(whole), "ids", axis=0)
        scale = self.node("Gather", self.constant(scales), "ids", axis=0)
        return self.node("Mul", self.node("Cast", rows, to=TensorProto.FLOAT), scale)

    def _dense(self, x: str, matrix: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        if self._steps is None:
            product = self.node("MatMul", x, self.constant(matrix))
        else:
            whole, scales = _quantised(matrix, axis=0, steps=self._steps)
            steps, scale, zero = self.nodes("DynamicQuantizeLinear", x, outputs=3)
            summed = self.node("MatMulInteger", steps, self.constant(whole), zero)
            real = self.node("Cast", summed, to=TensorProto.FLOAT)
            both = self.node("Mul", scale, self.constant(scales[0]))
            product = self.node("Mul", real, both)
        return self.node("Add", product, self.constant(bias))

    def _normed(self, x: str, weights: Weights, name: str) -> str:
        scale, bias = weights[f"{name}.weight"], weights[f"{name}.bias"]
        return self.node(
            "LayerNormalization",
            *(x, self.constant(scale), self.constant(bias)),
            axis=-1,
            epsilon=NORM_EPSILON,
        )

    def _gelu(self, x: str) -> str:
        erf = self.node("Erf", self.node("Div", x, self.number(2**0.5)))
        half = self.node("Mul", x, self.node("Add", erf, self.number(1.0)))
        return self.node("Mul", half, self.number(0.5))

    # --- nodes and constants ----------------------------------------------------------

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        return self.nodes(kind, *inputs, outputs=1, **attributes)[0]

    def nodes(self, kind: str, *inputs: str, outputs: int, **attributes: Any) -> list[str]:
        made = [f"{kind}_{len(self._nodes)}_{n}" for n in range(outputs)]
        self._nodes.append(helper.make_node(kind, list(inputs), made, **attributes))
        return made

    def constant(self, values: NDArray[np.generic]) -> str:
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.asarray(values, order="C"), name))
        return name

    def number(self, value: float) -> str:
        return self.constant(np.array(value, dtype=np.float32))

    def scalar(self, value: int) -> str:
        return self.constant(np.array(value, dtype=np.int64))

    def whole(self, values: list[int]) -> str:
        return self.constant(np.array(values, dtype=np.int64))


def _dense_of(weights: Weights, name: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Give a dense step's matrix, inputs down and outputs across, and its bias."""
    return weights[f"{name}.weight"].T, weights[f"{name}.bias"]


def _quantised(
    matrix: NDArray[np.float32], *, axis: int, steps: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Round to `steps` a side of zero, with one scale for each line along `axis`."""
    scales = np.abs(matrix).max(axis=axis, keepdims=True).astype(np.float32) / np.float32(steps)
    scales[scales == 0] = 1.0
    return np.rint(matrix / scales).astype(np.int8), scales
