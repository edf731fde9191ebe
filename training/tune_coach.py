"""Tune MiniLM's layers by gists, and write down how they changed.

    python -m training.tune_coach

MiniLM knows what a text is about. A gist is what somebody does in it, whatever it is about, and
that its vectors hardly show: heads on MiniLM as it is were right in a third of messages of another
hand (docs/coach.md). So its layers are tuned by the gists of `content/coach`. The differences are
kept in `learnt/coach.safetensors`, with the head. It needs what `tune_ear` needs; two cores take
five minutes.
"""

import torch.nn.functional as f
from torch import Tensor

from aftershift.adapters.choices import digest_of
from aftershift.engines.coach.lessons import Lessons
from aftershift.engines.language.cleaning import clean
from aftershift.library.coach_lessons import TUNED, gist_lessons
from training.tune_ear import made_ready, write_down
from training.tuning import Example, Plan, Tuning, as_written

RANK = 24  # directions of each change that are kept: two megabytes, and little lost
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


def of_one(odds: Tensor, right: Tensor, _task: str) -> Tensor:
    """Take what a batch got wrong where one name of all is right (cross entropy)."""
    return -(right * f.log_softmax(odds, 1)).sum(1).mean()


def main() -> None:
    """Tune, and write down what changed."""
    weights, tokenizer = made_ready()
    lessons = gist_lessons()
    plan = Plan(epochs=EPOCHS, loss=of_one, dress=as_written)  # people are many in it already
    tuning = Tuning({"gists": examples_of(lessons)}, weights, tokenizer, plan)
    tuning.run()
    write_down(tuning.learnt(RANK, "gists"), TUNED, {"gists": digest_of(lessons)})


if __name__ == "__main__":
    main()
