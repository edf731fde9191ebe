"""MiniLM as torch sees it: the same six layers as `adapters/minilm_graph`, made to learn.

Reference: Devlin et al. 2019 (BERT); Reimers & Gurevych 2019 (the mean over tokens).
"""

from collections.abc import Iterator, Mapping

import numpy as np
import torch
import torch.nn.functional as f
from torch import Tensor, nn

LAYERS, WIDTH, HEADS = 6, 384, 12
LEARNING = range(2, LAYERS)  # the lowest layers know words, and stay as they are
DROPOUT = 0.1
EPSILON = 1e-12
WEIGHT_STEPS, FLOW_STEPS = 63, 255  # of int8, as `adapters/minilm_graph` serves it
SPARE = 8  # directions beyond those kept that a quick look at a change takes along
PARTS = (
    *("attention.self.query", "attention.self.key", "attention.self.value"),
    *("attention.output.dense", "attention.output.LayerNorm"),
    *("intermediate.dense", "output.dense", "output.LayerNorm"),
)


class Trunk(nn.Module):
    """Pieces in, (texts, 384) out: the mean over a text's tokens, at unit length.

    Words, places and the lowest layers stay. While `is_rounded`, the matrices and what flows
    into them are rounded to whole steps, as they are served; what is learnt passes through that.
    """

    words: Tensor
    places: Tensor

    def __init__(self, weights: Mapping[str, Tensor]) -> None:
        super().__init__()
        self.is_rounded = False
        places = weights["embeddings.position_embeddings.weight"]
        kinds = weights["embeddings.token_type_embeddings.weight"]
        self.register_buffer("words", weights["embeddings.word_embeddings.weight"])
        self.register_buffer("places", places + kinds[0])
        self.norm = nn.LayerNorm(WIDTH, EPSILON).requires_grad_(requires_grad=False)
        for one in ("weight", "bias"):
            getattr(self.norm, one).data = weights[f"embeddings.LayerNorm.{one}"].clone()
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
        return f.normalize((self.states(ids, there) * there[:, :, None].float()).sum(1))

    def states(self, ids: Tensor, there: Tensor) -> Tensor:
        """Give what each token became, (texts, tokens, 384)."""
        x = f.embedding(ids, self.words) + self.places[: ids.shape[1]]
        x = self._dropped(self.norm(x))
        for layer in range(LAYERS):
            x = self._layer(x, there, layer)
        return x

    def _layer(self, x: Tensor, there: Tensor, layer: int) -> Tensor:
        part = {one: self.layers[_key(layer, one)] for one in PARTS}
        query, key, value = (
            self._through(part[f"attention.self.{one}"], x, there)
            .unflatten(2, (HEADS, -1))
            .transpose(1, 2)
            for one in ("query", "key", "value")
        )
        seen = f.scaled_dot_product_attention(query, key, value, attn_mask=there[:, None, None, :])
        seen = self._through(part["attention.output.dense"], seen.transpose(1, 2).flatten(2), there)
        x = part["attention.output.LayerNorm"](x + self._dropped(seen))
        inner = f.gelu(self._through(part["intermediate.dense"], x, there))
        inner = self._through(part["output.dense"], inner, there)
        return part["output.LayerNorm"](x + self._dropped(inner))

    def _dropped(self, x: Tensor) -> Tensor:
        return f.dropout(x, DROPOUT, self.training)

    def _through(self, part: nn.Module, x: Tensor, there: Tensor) -> Tensor:
        if not self.is_rounded:
            passed: Tensor = part(x)
            return passed
        return f.linear(_rounded_flow(x, there), _rounded_rows(part.weight), part.bias)

    @torch.no_grad()
    def narrow(self, weights: Mapping[str, Tensor], rank: int) -> None:
        """Cut each change to about the directions that will be kept of it."""
        for name, now in self._learning():
            if now.weight.dim() > 1:
                was = weights[f"{name}.weight"].to(now.weight.device)
                left, sizes, right = torch.svd_lowrank(now.weight - was, q=rank + SPARE, niter=2)
                kept = (left[:, :rank] * sizes[:rank]) @ right[:, :rank].T
                now.weight.copy_(was + kept)

    def _learning(self) -> Iterator[tuple[str, nn.Module]]:
        for layer in LEARNING:
            for part in PARTS:
                yield f"encoder.layer.{layer}.{part}", self.layers[_key(layer, part)]

    def learnt(self, weights: Mapping[str, Tensor], rank: int) -> dict[str, np.ndarray]:
        """Give what differs from the weights: of each matrix the `rank` directions that say most.

        `NAME.down` @ `NAME.up` is (outputs, inputs); norms and biases are given whole.
        """
        found: dict[str, np.ndarray] = {}
        for name, now in self._learning():
            found[f"{name}.bias"] = (now.bias.data.cpu() - weights[f"{name}.bias"]).numpy()
            change = now.weight.data.cpu() - weights[f"{name}.weight"]
            if change.dim() == 1:
                found[f"{name}.weight"] = change.numpy()
                continue
            left, sizes, right = torch.linalg.svd(change, full_matrices=False)
            root = sizes[:rank].sqrt()
            found[f"{name}.down"] = (left[:, :rank] * root).numpy()
            found[f"{name}.up"] = (root[:, None] * right[:rank]).numpy()
        return found


def _rounded_rows(matrix: Tensor) -> Tensor:
    """Round each row to whole steps of its largest number; gradients pass as if it were not."""
    step = matrix.detach().abs().amax(1, keepdim=True) / WEIGHT_STEPS
    step = torch.where(step == 0, torch.ones_like(step), step)
    return matrix + (torch.round(matrix / step) * step - matrix).detach()


def _rounded_flow(x: Tensor, there: Tensor) -> Tensor:
    """Round what flows of each text to whole steps between its least, its most and zero."""
    seen = x.detach().float() * there[:, :, None]
    most, least = seen.amax((1, 2), keepdim=True), seen.amin((1, 2), keepdim=True)
    step = (most - least) / FLOW_STEPS
    step = torch.where(step == 0, torch.ones_like(step), step)
    zero = torch.clamp(torch.round(-least / step), 0, FLOW_STEPS)
    whole = torch.clamp(torch.round(x.detach().float() / step) + zero, 0, FLOW_STEPS)
    return x + (((whole - zero) * step).to(x.dtype) - x).detach()


def _key(layer: int, part: str) -> str:
    return f"{layer}_{part.replace('.', '_')}"
