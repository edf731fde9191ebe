"""Tune MiniLM's layers by our own messages, and write down how they changed.

    python -m training.tune_ear

What the ear is made of at set-up is MiniLM's weights, from their package, and a small difference to
them that is ours: `learnt/ear.safetensors`. This writes that file anew from
`content/triage` and `content/patterns`. It needs torch, which nothing else here does: make an
environment of its own, install this package with its extra `encoder`, and torch 2.13 for the
processor. About an hour on two cores. With the same torch on the same processor the
same file comes out.

Each message is read as it was written, or with slips of the thumb, beside a harmless one, or after
a sentence about oneself: its level must not depend on that. Two tasks share the layers: how grave a
message is and of what kind, and which patterns a message to somebody carries; the second one only
helps, and its head is not kept: on the blind set it read patterns worse than the heads on MiniLM as
it is.

The file names the state of the messages that tuned it. Messages that came later teach the head of
the words only, until somebody runs this again.
"""

import random
import string
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import monotonic

import numpy as np
import torch
import torch.nn.functional as f
from safetensors.numpy import save_file
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from aftershift.adapters import encoder_files, reading
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.heads import DENSE_SCALE
from aftershift.engines.language.kinds import KINDS, Marked
from aftershift.engines.safety.lessons import messages_of
from aftershift.engines.safety.risk import Category, Level
from aftershift.engines.safety.triage import LEVEL_HEADS
from aftershift.library.patterns import load_marked, patterns_digest
from aftershift.library.triage import LEARNT, LESSONS, lessons_digest, load_lessons
from training.trunk import WIDTH, Trunk

EPOCHS, BATCH, LONGEST = 3, 32, 96
TRUNK_RATE, HEAD_RATE, DECAY, WARM_STEPS = 1e-4, 2e-3, 0.01, 60
RANK = 24  # directions of each change that are kept: two megabytes, and little lost
KIND_SAY = 0.3  # of a category in the loss, beside 1 for a level
VARIED = 0.4  # share of messages that are not read as they were written
PREFACES = Path(__file__).parent / "prefaces.txt"  # what people say of themselves, whatever follows
SEED = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A clean text and, for each name of its task, whether it is so."""

    text: str
    answers: tuple[float, ...]


def triage_examples() -> Iterator[Example]:
    """Give every message that teaches triage."""
    for labelled, text in messages_of(load_lessons()):
        levels = [float(labelled.grave >= level) for level in LEVEL_HEADS]
        risky = labelled.grave > Level.NONE
        kinds = [float(risky and kind in labelled.categories) for kind in Category]
        yield Example(clean(text).text, (*levels, *kinds))


def pattern_examples() -> Iterator[Example]:
    """Give the messages that teach patterns, as a whole and clause by clause."""
    for marked in load_marked():
        if _is_kept_back(marked):
            continue
        for one in reading.examples_of(marked):
            yield Example(one.text, tuple(float(kind in one.kinds) for kind in KINDS))


def _is_kept_back(marked: Marked) -> bool:
    """Say whether a message is one of the fifth that tests what was tuned."""
    return int(sha256(marked.text.encode()).hexdigest(), 16) % 5 == 0


class Vary:
    """Reads an example as somebody else might have typed it."""

    def __init__(self, examples: Sequence[Example], dice: random.Random) -> None:
        self._dice = dice
        self._calm = [one.text for one in examples if not any(one.answers) and len(one.text) < 140]
        self._about = [clean(line).text for line in PREFACES.read_text("utf-8").splitlines()]

    def __call__(self, one: Example) -> Example:
        """Give an example as it is, or in another dress."""
        if self._dice.random() > VARIED or not one.text:
            return one
        beside, about = self._dice.choice(self._calm), self._dice.choice(self._about)
        ways: Sequence[Callable[[str], str]] = (
            lambda text: f"{beside}. {text}",
            lambda text: f"{text} {beside}",
            lambda text: f"{about} {text}",
            lambda text: f"{about} {text}",
            lambda text: text.translate(str.maketrans("", "", ".,!?;:'")),
            self._slipped,
            self._slipped,
        )
        return Example(self._dice.choice(ways)(one.text), one.answers)

    def _slipped(self, text: str) -> str:
        letters = list(text)
        for _ in range(max(1, len(letters) // 40)):
            at = self._dice.randrange(len(letters))
            letters[at] = self._dice.choice(
                ("", letters[at] * 2, self._dice.choice(string.ascii_lowercase))
            )
        return "".join(letters)


def batches(examples: Sequence[Example], dice: random.Random) -> list[list[Example]]:
    """Put texts of about one length together, in no order."""
    order = sorted(examples, key=lambda one: len(one.text) + 40 * dice.random())
    return [order[at : at + BATCH] for at in range(0, len(order), BATCH)]


def pieces(texts: Sequence[str], tokenizer: Tokenizer) -> tuple[Tensor, Tensor]:
    """Give the ids of some texts, and where each text has one."""
    rows = [tokenizer.encode(text).ids for text in texts]
    longest = max(map(len, rows))
    ids = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
    there = torch.tensor([[at < len(row) for at in range(longest)] for row in rows])
    return ids, there


def loss_of(odds: Tensor, some: Sequence[Example], task: str) -> Tensor:
    """Sum over the names what a batch got wrong, levels before categories."""
    right = torch.tensor([one.answers for one in some])
    wrong = f.binary_cross_entropy_with_logits(odds, right, reduction="none")
    if task == "triage":
        wrong = wrong * torch.tensor([1.0] * len(LEVEL_HEADS) + [KIND_SAY] * len(Category))
    return wrong.sum(1).mean()


@dataclass(frozen=True, slots=True)
class Plan:
    """How tuning goes: over how many epochs, by which loss, and how examples are dressed.

    `after` each epoch somebody may look.
    """

    epochs: int = EPOCHS
    loss: Callable[[Tensor, Sequence[Example], str], Tensor] = loss_of
    dress: Callable[[Sequence[Example], random.Random], Callable[[Example], Example]] = Vary
    after: Callable[[nn.ModuleDict], None] = lambda _heads: None


def tune(
    given: dict[str, list[Example]], trunk: Trunk, tokenizer: Tokenizer, plan: Plan | None = None
) -> nn.ModuleDict:
    """Teach the trunk and a head for each task, of as many names as its examples answer to."""
    plan = plan or Plan()
    epochs = plan.epochs
    dice = random.Random(SEED)  # noqa: S311 - the same dice each time, nothing secret
    heads = nn.ModuleDict(
        {task: nn.Linear(WIDTH, len(some[0].answers)) for task, some in given.items()}
    )
    for head in heads.values():
        nn.init.zeros_(head.weight), nn.init.zeros_(head.bias)
    learning = [one for one in trunk.parameters() if one.requires_grad]
    learner = torch.optim.AdamW(
        [
            {"params": learning, "lr": TRUNK_RATE},
            {"params": list(heads.parameters()), "lr": HEAD_RATE},
        ],
        weight_decay=DECAY,
    )
    steps = epochs * sum(-(-len(some) // BATCH) for some in given.values())
    rate = torch.optim.lr_scheduler.LambdaLR(
        learner, lambda step: min(1, (step + 1) / WARM_STEPS) * max(0.02, 1 - step / steps)
    )
    vary = {task: plan.dress(some, dice) for task, some in given.items()}
    for epoch in range(epochs):
        trunk.train()
        began, total = monotonic(), dict.fromkeys(given, 0.0)
        turns = [
            (task, batch)
            for task, some in given.items()
            for batch in batches([vary[task](one) for one in some], dice)
        ]
        dice.shuffle(turns)
        for task, batch in turns:
            ids, there = pieces([one.text for one in batch], tokenizer)
            odds = heads[task](DENSE_SCALE * trunk(ids, there))
            loss = plan.loss(odds, batch, task)
            learner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learning, 1.0)
            learner.step()
            rate.step()
            total[task] += loss.item() * len(batch) / len(given[task])
        said = ", ".join(f"{task} {wrong:.3f}" for task, wrong in total.items())
        sys.stderr.write(f"epoch {epoch + 1}: {said}; {monotonic() - began:.0f} s\n")
        plan.after(heads)
    return heads


def main() -> None:
    """Tune, and write down what changed."""
    weights, tokenizer = made_ready()
    trunk = Trunk(weights)
    given = {"triage": list(triage_examples()), "patterns": list(pattern_examples())}
    heads = tune(given, trunk, tokenizer)
    learnt = trunk.learnt(weights, RANK) | head_of(heads, "triage")
    write_down(learnt, LEARNT, {"triage": lessons_digest(LESSONS), "patterns": patterns_digest()})


def made_ready() -> tuple[dict[str, Tensor], Tokenizer]:
    """Give MiniLM's weights and its tokenizer, with the dice thrown as each time."""
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    folder = encoder_files.model_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    weights = encoder_files.checked(folder / "model.safetensors", encoder_files.WEIGHTS_SHA256)
    return load_file(weights), tokenizer


def head_of(heads: nn.ModuleDict, task: str) -> dict[str, np.ndarray]:
    """Give the head of a task as arrays, by the names under which it is read again."""
    return {
        f"{task}.{name}": part.detach().numpy() for name, part in heads[task].named_parameters()
    }


def write_down(learnt: dict[str, np.ndarray], to: Path, by: dict[str, str]) -> None:
    """Write what was learnt, half as exact; `by` tells what taught it."""
    to.parent.mkdir(exist_ok=True)
    kept = {name: np.ascontiguousarray(part, dtype=np.float16) for name, part in learnt.items()}
    save_file(kept, to, by)
    to.chmod(0o644)


if __name__ == "__main__":
    main()
