"""Tune MiniLM's layers by gists and by wants, and write down how they changed.

    python -m training.tune_coach

MiniLM knows what a text is about. A gist is what somebody does in it, whatever it is about, and a
want is what they would have us do; both its vectors hardly show: heads on MiniLM as it is were
right in a third of messages of another hand (docs/coach.md). So its layers are tuned by the gists
of `content/coach`, and by what readers marked in its `wants`. The differences are kept in
`learnt/coach.safetensors`, with both heads. It needs what `tune_ear` needs; two cores take half an
hour.
"""

from collections.abc import Iterator

import torch.nn.functional as f
from torch import Tensor

from aftershift.adapters.choices import digest_of
from aftershift.engines.coach.lessons import Lessons
from aftershift.engines.language.cleaning import clean
from aftershift.library.coach_lessons import TUNED, gist_lessons, want_lessons
from training.tune_ear import in_windows, made_ready, write_down
from training.tuning import Example, Plan, Tuning, as_written

RANK = 32  # directions of each change that are kept: two megabytes, and little lost
EPOCHS = 2  # with five, gists were right less often on talks of another hand
SMOOTHED = 0.01  # how far a want that is marked is from certain
GISTS, WANTS = "gists", "wants"


def gist_examples(lessons: Lessons) -> Iterator[Example]:
    """Give what teaches gists; the shares of its right names, "none" last, by its weight."""
    places = {name: place for place, name in enumerate(lessons.names)}
    for one in lessons.taught:
        answers = [0.0] * (len(places) + 1)
        for name in one.names:
            answers[places[name]] = one.weight / len(one.names)
        answers[-1] = 0.0 if one.names else one.weight
        if text := clean(one.text).text:
            yield Example(text, tuple(answers))


def want_examples(lessons: Lessons) -> Iterator[Example]:
    """Give what teaches wants; a message may want several things."""
    for one in lessons.taught:
        if text := clean(one.text).text:
            yield Example(text, tuple(float(name in one.names) for name in lessons.names))


def loss_of(odds: Tensor, right: Tensor, task: str) -> Tensor:
    """Take what a batch got wrong: one gist of all is right, and each want by itself."""
    if task == GISTS:
        return -(right * f.log_softmax(odds, 1)).sum(1).mean()
    smooth = right * (1 - 2 * SMOOTHED) + SMOOTHED
    return f.binary_cross_entropy_with_logits(odds, smooth, reduction="none").sum(1).mean()


def main() -> None:
    """Tune, and write down what changed."""
    weights, tokenizer = made_ready()
    gists, wants = gist_lessons(), want_lessons()
    given = {GISTS: list(gist_examples(gists)), WANTS: list(want_examples(wants))}
    # people are many in it already, so nothing is dressed
    plan = Plan(epochs=EPOCHS, loss=loss_of, dress=as_written, parts=in_windows)
    tuning = Tuning(given, weights, tokenizer, plan)
    tuning.run()
    learnt = tuning.learnt(RANK, GISTS) | tuning.learnt(RANK, WANTS)
    write_down(learnt, TUNED, {GISTS: digest_of(gists), WANTS: digest_of(wants)})


if __name__ == "__main__":
    main()
