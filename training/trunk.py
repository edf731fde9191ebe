"""MiniLM as torch sees it: the same six layers as `adapters/minilm_graph`, made to learn.

Reference: Devlin et al. 2019 (BERT); Reimers & Gurevych 2019 (the mean over tokens).
"""

from collections.abc import Mapping

import numpy as np
import torch
import torch.nn.functional as f
from torch import Tensor, nn

LAYERS, WIDTH, HEADS = 6, 384, 12
LEARNING = range(2, LAYERS)  # the lowest layers know words, and stay as they are
DROPOUT = 0.1
EPSILON = 1e-12
PARTS = (
    *("attention.self.query", "attention.self.key", "attention.self.value"),
    *("attention.output.dense", "attention.output.LayerNorm"),
    *("intermediate.dense", "output.dense", "output.LayerNorm"),
)


class Trunk(nn.Module):
    """Pieces in, (texts, 384) out: the mean over a text's tokens, at unit length.

    Words, places and the lowest layers stay as they are.
    """

    def __init__(self, weights: Mapping[str, Tensor]) -> None:
        super().__init__()
        self.words = weights["embeddings.word_embeddings.weight"]
        self.places = (
            weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self.norm = [weights[f"embeddings.LayerNorm.{one}"] for one in ("weight", "bias")]
        self.layers = nn.ModuleDict()
        for layer in range(LAYERS):
            for part in PARTS:
                name = f"encoder.layer.{layer}.{part}"
                matrix, bias = weights[f"{name}.weight"], weights[f"{name}.bias"]
                made = (
                    nn.LayerNorm(WIDTH, EPSILON)
                    if matrix.dim() == 1
                    else nn.Linear(*matrix.T.shape)
                )
                made.weight.data, made.bias.data = matrix.clone(), bias.clone()
                self.layers[_key(layer, part)] = made.requires_grad_(layer in LEARNING)

    def forward(self, ids: Tensor, there: Tensor) -> Tensor:
        """`ids` and `there` are (texts, tokens); `there` is false where a text has ended."""
        x = f.embedding(ids, self.words) + self.places[: ids.shape[1]]
        x = self._dropped(f.layer_norm(x, (WIDTH,), *self.norm, EPSILON))
        for layer in range(LAYERS):
            x = self._layer(x, there, layer)
        held = there[:, :, None].float()
        return f.normalize((x * held).sum(1))

    def _layer(self, x: Tensor, there: Tensor, layer: int) -> Tensor:
        part = {one: self.layers[_key(layer, one)] for one in PARTS}
        query, key, value = (
            part[f"attention.self.{one}"](x).unflatten(2, (HEADS, -1)).transpose(1, 2)
            for one in ("query", "key", "value")
        )
        seen = f.scaled_dot_product_attention(query, key, value, attn_mask=there[:, None, None, :])
        seen = part["attention.output.dense"](seen.transpose(1, 2).flatten(2))
        x = part["attention.output.LayerNorm"](x + self._dropped(seen))
        inner = part["output.dense"](f.gelu(part["intermediate.dense"](x)))
        return part["output.LayerNorm"](x + self._dropped(inner))

    def _dropped(self, x: Tensor) -> Tensor:
        return f.dropout(x, DROPOUT, self.training)

    def learnt(self, weights: Mapping[str, Tensor], rank: int) -> dict[str, np.ndarray]:
        """Give what differs from the weights: of each matrix the `rank` directions that say most.

        `NAME.down` @ `NAME.up` is (outputs, inputs); norms and biases are given whole.
        """
        found: dict[str, np.ndarray] = {}
        for layer in LEARNING:
            for part in PARTS:
                name, now = f"encoder.layer.{layer}.{part}", self.layers[_key(layer, part)]
                found[f"{name}.bias"] = (now.bias.data - weights[f"{name}.bias"]).numpy()
                change = now.weight.data - weights[f"{name}.weight"]
                if change.dim() == 1:
                    found[f"{name}.weight"] = change.numpy()
                    continue
                left, sizes, right = torch.linalg.svd(change, full_matrices=False)
                root = sizes[:rank].sqrt()
                found[f"{name}.down"] = (left[:, :rank] * root).numpy()
                found[f"{name}.up"] = (root[:, None] * right[:rank]).numpy()
        return found


def _key(layer: int, part: str) -> str:
    return f"{layer}_{part.replace('.', '_')}"
