"""Tune MiniLM's layers by the gists of messages, and write down how they changed.

    python -m training.tune_coach

MiniLM knows what a text is about. A gist is what somebody does in it, whatever it is about, and
that its vectors hardly show: heads on MiniLM as it is were right in a third of messages of another
hand (docs/coach.md). So its layers are tuned by the gists of `content/coach`, and the difference is
kept in `learnt/coach.safetensors`, with the head. It needs what `tune_ear` needs.
"""

import random
from collections.abc import Callable, Sequence

import torch.nn.functional as f
from torch import Tensor, tensor

from aftershift.adapters.choices import digest_of
from aftershift.engines.coach.lessons import Lessons
from aftershift.engines.language.cleaning import clean
from aftershift.library.coach_lessons import TUNED, gist_lessons
from training.trunk import Trunk
from training.tune_ear import RANK, Example, Plan, head_of, made_ready, tune, write_down

EPOCHS = 2  # with five it was right less often on talks of another hand


def examples_of(lessons: Lessons) -> list[Example]:
    """Give what teaches a choice; the shares of its right names, "none" last, by its weight."""
    places = {name: place for place, name in enumerate(lessons.names)}
    examples = []
    for one in lessons.taught:
        answers = [0.0] * (len(places) + 1)
        for name in one.names:
            answers[places[name]] = one.weight / len(one.names)
        answers[-1] = 0.0 if one.names else one.weight
        if text := clean(one.text).text:
            examples.append(Example(text, tuple(answers)))
    return examples


def of_one(odds: Tensor, some: Sequence[Example], _task: str) -> Tensor:
    """Take what a batch got wrong where one name of all is right (cross entropy)."""
    right = tensor([one.answers for one in some])
    return -(right * f.log_softmax(odds, 1)).sum(1).mean()


def as_written(_some: Sequence[Example], _dice: random.Random) -> Callable[[Example], Example]:
    """Dress nothing: people are many in what is authored already."""
    return lambda one: one


def main() -> None:
    """Tune, and write down what changed."""
    weights, tokenizer = made_ready()
    trunk, lessons = Trunk(weights), gist_lessons()
    plan = Plan(epochs=EPOCHS, loss=of_one, dress=as_written)
    heads = tune({"gists": examples_of(lessons)}, trunk, tokenizer, plan)
    learnt = trunk.learnt(weights, RANK) | head_of(heads, "gists")
    write_down(learnt, TUNED, {"gists": digest_of(lessons)})


if __name__ == "__main__":
    main()
