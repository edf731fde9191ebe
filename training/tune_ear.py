"""Tune MiniLM's layers by our own messages, and write down how they changed.

    python -m training.tune_ear [further]

What the ear is made of at set-up is MiniLM's weights, from their package, and a small difference to
them that is ours: `learnt/ear.safetensors`. This writes that file anew from `content/triage`. It
needs torch, which nothing else here does: make an environment of its own, install this package with
its extra `encoder`, and torch 2.13. A graphics card takes minutes; two cores take most of a day.

Each message is read twice, as it was written and in another dress: with slips of the thumb, beside
a harmless one, or after a sentence about oneself. Its level must not depend on that, so the two
readings are held together (R-drop: Wu et al. 2021, eq. 2). A long message is taught by its gravest
window of a sentence or two, as it is heard. In the last epochs the layers are rounded to int8, as
they are served, and each change is cut to as many directions as are kept.

`further` goes on from the file that is there: once more over the messages that came later, beside
some of those that tuned it first, each alone and as it is heard behind other turns, and then back a
part of the way (the weights of before and after are mixed: Wortsman et al. 2022). Two cores take an
hour.

The file that is there was begun on a card (H200, torch 2.11) in nine minutes: the best of three
seeds on the half of the test set that chooses, the last of its twelve epochs left out. It went on
over what came later several times, and states were mixed: docs/safety.md tells how.

The file names the state of the messages that tuned it. Messages that came later teach the heads
only, until somebody runs this again.
"""

import random
import string
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as f
from safetensors.numpy import load_file as load_numbers
from safetensors.numpy import save_file
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from aftershift.adapters import encoder_files
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.sentences import windows
from aftershift.engines.safety.lessons import Labelled, Lesson, is_plain, messages_of
from aftershift.engines.safety.risk import Category, Level
from aftershift.engines.safety.triage import LEVEL_HEADS
from aftershift.library.triage import (
    LEARNT,
    LESSONS,
    all_lessons,
    lessons_digest,
    load_lessons,
    told_turns,
)
from training.trunk import Trunk
from training.tuning import Example, Narrow, Plan, Tuning, as_written
from training.turns import behind

LONGEST = 96  # pieces of a window
RANK = 96  # directions of each change that are kept
KIND_SAY = 0.3  # of a category in the loss, beside 1 for a level
SMOOTHED = 0.01  # how far a right answer is from certain
VARIED = 0.6  # share of messages whose other reading is not as they were written
SHORT = 140  # characters of a harmless message that may stand beside another
PREFACES = Path(__file__).parent / "prefaces.txt"  # what people say of themselves, whatever follows
WHOLE_STEPS = 127


def triage_examples() -> Iterator[Example]:
    """Give every message that teaches triage."""
    yield from examples_of(all_lessons())


def examples_of(lessons: Sequence[Lesson]) -> Iterator[Example]:
    """Give the messages of some lessons, each with its levels and categories."""
    for labelled, text in messages_of(lessons):
        yield Example(clean(text).text, answers_of(labelled))


def answers_of(labelled: Labelled) -> tuple[float, ...]:
    """Say which levels and categories something has, in the order of the heads."""
    levels = [float(labelled.grave >= level) for level in LEVEL_HEADS]
    risky = labelled.grave > Level.NONE
    return (*levels, *(float(risky and kind in labelled.categories) for kind in Category))


class Vary:
    """Reads an example as somebody else might have typed it."""

    def __init__(self, examples: Sequence[Example], dice: random.Random) -> None:
        self._dice = dice
        self._calm = [one.text for one in examples if not one.answers[0] and len(one.text) < SHORT]
        self._about = [clean(line).text for line in PREFACES.read_text("utf-8").splitlines()]

    def __call__(self, one: Example) -> Example:
        """Give an example as it is, or in another dress."""
        if self._dice.random() > VARIED or not one.text:
            return one
        beside, about = self._dice.choice(self._calm), self._dice.choice(self._about)
        ways: Sequence[Callable[[str], str]] = (
            lambda text: f"{beside}. {text}",
            lambda text: f"{text} {beside}",
            *[lambda text: f"{about} {text}"] * 2,
            lambda text: text.translate(str.maketrans("", "", ".,!?;:'")),
            *[self._slipped] * 2,
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


def in_windows(text: str) -> list[str]:
    """Cut a text into what is heard of it at once."""
    return [text[starts:ends] for starts, ends in windows(text)]


def loss_of(odds: Tensor, right: Tensor, _task: str) -> Tensor:
    """Sum over the names what a batch got wrong, levels before categories."""
    smooth = right * (1 - 2 * SMOOTHED) + SMOOTHED
    return _summed(f.binary_cross_entropy_with_logits(odds, smooth, reduction="none"))


def apart(one: Tensor, other: Tensor, _task: str) -> Tensor:
    """Say how far two readings differ: the two divergences of Kullback and Leibler, halved."""
    return _summed((one.sigmoid() - other.sigmoid()) * (one - other)) / 2


def _summed(each: Tensor) -> Tensor:
    says = [1.0] * len(LEVEL_HEADS) + [KIND_SAY] * len(Category)
    return (each * torch.tensor(says, device=each.device)).sum(1).mean()


PLAN = Plan(
    loss=loss_of,
    dress=Vary,
    epochs=12,
    until=11,
    batch=64,
    trunk_rate=1.5e-4,
    head_rate=3e-3,
    parts=in_windows,
    apart=apart,
    rounded=3,
    narrow=Narrow(since=0.75, rank=RANK),
    seed=4,
)


SEAM = "\x1f"  # between the windows of a turn that stands behind others
FURTHER = Plan(
    loss=loss_of,
    dress=as_written,
    epochs=1,
    trunk_rate=1e-4,
    head_rate=1e-3,
    parts=lambda text: text.split(SEAM),
)
LATER = ("t_",)  # how names of files begin that came later
BESIDE = {True: 3500, False: 5500}  # of the others read beside them, of risk or of none
BEHIND_OTHERS = 2  # times that a risk is told behind turns of another talk
KEPT = 0.5  # share of the weights of before in the mixture


def main() -> None:
    """Tune, or go on tuning, and write down what changed."""
    weights, tokenizer = made_ready()
    if "further" in sys.argv[1:]:
        learnt = tuned_further(weights, tokenizer)
    else:
        tuning = Tuning({"triage": list(triage_examples())}, weights, tokenizer, PLAN)
        tuning.run()
        learnt = tuning.learnt(RANK, "triage")
    write_down(in_whole_numbers(learnt), LEARNT, {"triage": lessons_digest(LESSONS)})


def tuned_further(weights: dict[str, Tensor], tokenizer: Tokenizer) -> dict[str, np.ndarray]:
    """Go on from what was learnt, by what came later, mix both, and say how that is not MiniLM."""
    learnt = load_numbers(LEARNT)
    plain = {name: part.numpy() for name, part in weights.items()}
    before = {name: torch.tensor(part) for name, part in encoder_files.tuned(plain, learnt).items()}
    tuning = Tuning({"triage": _later_beside_others()}, weights | before, tokenizer, FURTHER)
    head = tuning.heads["triage"]
    for name, part in head.named_parameters():
        part.data = torch.tensor(learnt[f"triage.{name}"].astype(np.float32))
    tuning.run()
    after = encoder_files.tuned(plain, tuning.trunk.learnt(weights, RANK))
    mixed = {name: _mixed(before[name].numpy(), part) for name, part in after.items()}
    found = Trunk(weights | {name: torch.tensor(part) for name, part in mixed.items()})
    return found.learnt(weights, RANK) | {
        f"triage.{name}": _mixed(learnt[f"triage.{name}"], part.detach().numpy())
        for name, part in head.named_parameters()
    }


def _mixed(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    return (KEPT * before + (1 - KEPT) * after).astype(np.float32)


def _later_beside_others() -> list[Example]:
    """Give what came later, and some of the rest."""
    dice = random.Random(PLAN.seed)  # noqa: S311 - the same dice each time, nothing secret
    names = [path.stem for path in sorted(LESSONS.glob("*.toml"))]
    named = [*zip(names, load_lessons(), strict=True), ("", told_turns())]
    given = [*in_talks([one for name, one in named if name.startswith(LATER)], dice)]
    others = [*in_talks([one for name, one in named if not name.startswith(LATER)], dice)]
    for risky, many in BESIDE.items():
        alike = [one for one in others if bool(one.answers[0]) is risky]
        given += dice.sample(alike, min(many, len(alike)))
    return given


def in_talks(lessons: Sequence[Lesson], dice: random.Random) -> Iterator[Example]:
    """Give the messages of some lessons alone, and as they are heard behind others.

    Each turn of plain talk stands behind those before it; the end of any other talk does, and like
    each single message behind turns of some plain talk that has nothing to do with it.
    """
    talks = [talk for lesson in lessons for talk in lesson.conversation if is_plain(talk)]
    plain = [talk.turns for talk in talks if len(talk.turns) > 1]
    for labelled, turns in _told(lessons):
        answers = answers_of(labelled)
        yield Example(_told_behind((), turns[-1]), answers)
        if len(turns) > 1:
            yield Example(_told_behind(turns[:-1], turns[-1]), answers)
        for _ in range(BEHIND_OTHERS if labelled.grave or len(turns) == 1 else 0):
            other = dice.choice(plain)
            at = dice.randrange(1, len(other))
            yield Example(_told_behind(other[:at], turns[-1]), answers)


def _told(lessons: Sequence[Lesson]) -> Iterator[tuple[Labelled, Sequence[str]]]:
    """Give each text whose level is known with the turns before it."""
    for lesson in lessons:
        for group in lesson.group:
            yield from ((group, (text,)) for text in group.messages)
        for talk in lesson.conversation:
            ends = range(1, len(talk.turns) + 1) if is_plain(talk) else (len(talk.turns),)
            yield from ((talk, talk.turns[:end]) for end in ends)


def _told_behind(before: Sequence[str], text: str) -> str:
    cleaned = [clean(one).text for one in before]
    return SEAM.join(behind(cleaned, in_windows(clean(text).text)))


def made_ready() -> tuple[dict[str, Tensor], Tokenizer]:
    """Give MiniLM's weights and its tokenizer."""
    torch.set_num_threads(2)
    folder = encoder_files.model_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    weights = encoder_files.checked(folder / "model.safetensors", encoder_files.WEIGHTS_SHA256)
    return load_file(weights), tokenizer


def in_whole_numbers(learnt: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Keep the two factors of each change in int8; `NAME.scale` says what each direction counts."""
    kept = dict(learnt)
    for name in [name for name in learnt if name.endswith(".down")]:
        stem = name.removesuffix(".down")
        down, up = learnt[name], learnt[f"{stem}.up"]
        each_down = np.maximum(np.abs(down).max(0), np.finfo(np.float32).tiny) / WHOLE_STEPS
        each_up = np.maximum(np.abs(up).max(1), np.finfo(np.float32).tiny) / WHOLE_STEPS
        kept[name] = np.rint(down / each_down).astype(np.int8)
        kept[f"{stem}.up"] = np.rint(up / each_up[:, None]).astype(np.int8)
        kept[f"{stem}.scale"] = (each_down * each_up).astype(np.float32)
    return kept


def write_down(learnt: dict[str, np.ndarray], to: Path, by: dict[str, str]) -> None:
    """Write what was learnt, half as exact where it is not whole; `by` tells what taught it."""
    to.parent.mkdir(exist_ok=True)
    save_file(
        {name: np.ascontiguousarray(_halved(name, part)) for name, part in learnt.items()}, to, by
    )
    to.chmod(0o644)


def _halved(name: str, part: np.ndarray) -> np.ndarray:
    is_kept = part.dtype == np.int8 or name.endswith(".scale")
    return part if is_kept else part.astype(np.float16)


if __name__ == "__main__":
    main()
