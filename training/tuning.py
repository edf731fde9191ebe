"""Tuning MiniLM's layers by examples: the loop that the ear and the coach share.

With the same torch on the same processor the same numbers come out. On a graphics card, if there
is one, sums are made in half the digits and the numbers are no longer the same each time.
"""

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from aftershift.engines.language.heads import DENSE_SCALE
from training.trunk import WIDTH, Trunk

DECAY, WARM_STEPS, LEAST_RATE = 0.01, 60, 0.02
NARROW_EVERY = 60  # steps
UNSEEN = -1e4  # log odds of a text without a part


@dataclass(frozen=True, slots=True)
class Example:
    """A clean text and, for each name of its task, whether it is so."""

    text: str
    answers: tuple[float, ...]


Loss = Callable[[Tensor, Tensor, str], Tensor]  # log odds, right answers, and the task
Dress = Callable[[Sequence[Example], random.Random], Callable[[Example], Example]]


@dataclass(frozen=True, slots=True)
class Narrow:
    """From which share of the steps on each change is cut to how many directions."""

    since: float
    rank: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How tuning goes: over how many epochs, by which loss, and how examples are dressed.

    A text is read in `parts`, of which the one with most to say counts. Where it is read twice,
    dressed and plain, `apart` says what it costs that the two readings differ. In the last
    `rounded` epochs the trunk is rounded as it is served. After epoch `until` it ends early.
    """

    loss: Loss
    dress: Dress
    epochs: int = 3
    until: int | None = None
    batch: int = 32
    trunk_rate: float = 1e-4
    head_rate: float = 2e-3
    parts: Callable[[str], Sequence[str]] = lambda text: (text,)
    apart: Loss | None = None
    rounded: int = 0
    narrow: Narrow | None = None
    seed: int = 1


Batch = tuple[str, list[tuple[Example, Example]]]  # the task; each example dressed, and plain


class Tuning:
    """A trunk and a head for each task while they learn."""

    def __init__(
        self,
        given: dict[str, list[Example]],
        weights: dict[str, Tensor],
        tokenizer: Tokenizer,
        plan: Plan,
    ) -> None:
        torch.manual_seed(plan.seed)
        self.given, self.weights, self.tokenizer, self.plan = given, weights, tokenizer, plan
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.dice = random.Random(plan.seed)  # noqa: S311 - the same dice each time, nothing secret
        self.trunk = Trunk(weights).to(self.device)
        self.heads = nn.ModuleDict(
            {task: nn.Linear(WIDTH, self.width_of(task)) for task in given}
        ).to(self.device)
        for head in self.heads.values():
            nn.init.zeros_(head.weight), nn.init.zeros_(head.bias)
        self.learning = [one for one in self.trunk.parameters() if one.requires_grad]
        self.learner = torch.optim.AdamW(
            [
                {"params": self.learning, "lr": plan.trunk_rate},
                {"params": list(self.heads.parameters()), "lr": plan.head_rate},
            ],
            weight_decay=DECAY,
        )
        self.steps = plan.epochs * sum(-(-len(some) // plan.batch) for some in given.values())
        self.rate = torch.optim.lr_scheduler.LambdaLR(self.learner, self._rate_at)
        self.step = 0

    def width_of(self, task: str) -> int:
        """Say how many names a task has."""
        return len(self.given[task][0].answers)

    def _rate_at(self, step: int) -> float:
        return min(1, (step + 1) / WARM_STEPS) * max(LEAST_RATE, 1 - step / self.steps)

    def run(self) -> None:
        """Go through all examples as often as planned, and say how it goes."""
        dress = {task: self.plan.dress(some, self.dice) for task, some in self.given.items()}
        for epoch in range(self.plan.until or self.plan.epochs):
            self.trunk.train()
            self.trunk.is_rounded = epoch >= self.plan.epochs - self.plan.rounded
            began = monotonic()
            total = {task: torch.zeros((), device=self.device) for task in self.given}
            for task, batch in self._batches(dress):
                total[task] += self._learn(task, batch) * len(batch) / len(self.given[task])
            said = ", ".join(f"{task} {wrong.item():.3f}" for task, wrong in total.items())
            sys.stderr.write(f"epoch {epoch + 1}: {said}; {monotonic() - began:.0f} s\n")

    def _batches(self, dress: dict[str, Callable[[Example], Example]]) -> list[Batch]:
        """Put texts of about one length together, the batches in no order."""
        batches, size = list[Batch](), self.plan.batch
        for task, some in self.given.items():
            both = [(dress[task](one), one) for one in some]
            both.sort(key=lambda pair: len(pair[0].text) + 40 * self.dice.random())
            batches += [(task, both[at : at + size]) for at in range(0, len(both), size)]
        self.dice.shuffle(batches)
        return batches

    def _learn(self, task: str, batch: Sequence[tuple[Example, Example]]) -> Tensor:
        dressed, plain = ([one.text for one in side] for side in zip(*batch, strict=True))
        right = torch.tensor([one.answers for one, _ in batch], device=self.device)
        if self.plan.apart is None:
            loss = self.plan.loss(self._odds(task, dressed), right, task)
        else:
            one, other = self._odds(task, dressed + plain).split(len(batch))
            loss = (self.plan.loss(one, right, task) + self.plan.loss(other, right, task)) / 2
            loss = loss + self.plan.apart(one, other, task)
        return self._stepped(loss)

    def _stepped(self, loss: Tensor) -> Tensor:
        """Take one step down from what a batch got wrong."""
        self.learner.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.learning, 1.0)
        self.learner.step()
        self.rate.step()
        self.step += 1
        self._narrow()
        return loss.detach()

    def _odds(self, task: str, texts: Sequence[str]) -> Tensor:
        """Give the log odds of each text: for each name those of the part that says most."""
        parts = [self.plan.parts(text) or (text,) for text in texts]
        ids, there = pieces([one for some in parts for one in some], self.tokenizer)
        with torch.autocast(self.device, torch.bfloat16, enabled=self.device == "cuda"):
            vectors = self.trunk(ids.to(self.device), there.to(self.device))
        odds: Tensor = self.heads[task](DENSE_SCALE * vectors.float())
        if len(odds) == len(texts):
            return odds
        owner = [at for at, some in enumerate(parts) for _ in some]
        place = torch.tensor(owner, device=self.device)[:, None].expand_as(odds)
        none = torch.full((len(texts), odds.shape[1]), UNSEEN, device=self.device)
        return none.scatter_reduce(0, place, odds, "amax", include_self=False)

    def _narrow(self) -> None:
        narrow = self.plan.narrow
        if narrow and self.step > narrow.since * self.steps and self.step % NARROW_EVERY == 0:
            self.trunk.narrow(self.weights, narrow.rank)

    def learnt(self, rank: int, *tasks: str) -> dict[str, np.ndarray]:
        """Give what was learnt by the trunk and by the heads of some tasks, by name."""
        return self.trunk.learnt(self.weights, rank) | {
            f"{task}.{name}": part.detach().numpy()
            for task in tasks
            for name, part in self.heads[task].cpu().named_parameters()
        }


def pieces(texts: Sequence[str], tokenizer: Tokenizer) -> tuple[Tensor, Tensor]:
    """Give the ids of some texts, and where each text has one."""
    rows = [one.ids for one in tokenizer.encode_batch(list(texts))]
    longest = max(map(len, rows))
    ids = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
    there = torch.tensor([[at < len(row) for at in range(longest)] for row in rows])
    return ids, there


def as_written(_some: Sequence[Example], _dice: random.Random) -> Callable[[Example], Example]:
    """Dress nothing."""
    return lambda one: one
