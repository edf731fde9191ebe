"""Tune MiniLM's layers by gists, wants, weights and lines, and write down how they changed.

    python -m training.tune_coach

MiniLM knows what a text is about. A gist is what somebody does in it, whatever it is about, and a
want is what they would have us do; both its vectors hardly show: heads on MiniLM as it is were
right in a third of messages of another hand (docs/coach.md). So its layers are tuned by the gists
of `content/coach`, by what readers marked in its `wants`, by which part of a message they found to
weigh most, and by which lines of what was told could be sent to somebody: a part or a line is the
mean of what its tokens became within all that is read at once. The differences are kept in
`learnt/coach.safetensors`, with the four heads. It needs what `tune_ear` needs; two cores take an
hour.
"""

from collections.abc import Iterator, Mapping, Sequence

import torch
import torch.nn.functional as f
from torch import Tensor

from aftershift.adapters.choices import digest_of, digest_of_lines, digest_of_marks
from aftershift.adapters.encoders import LONGEST_PIECES, tokens_of
from aftershift.engines.coach.own_words.cutting import clean_parts
from aftershift.engines.coach.own_words.lessons import Lessons
from aftershift.engines.coach.own_words.matter import MOST_LINES, Asked, lines_of, read_together
from aftershift.engines.coach.own_words.weights import MOST_PARTS, Weighed
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.heads import DENSE_SCALE
from aftershift.engines.language.sentences import Stretch
from aftershift.library.coach_lessons import TUNED, gist_lessons, want_lessons
from aftershift.library.coach_sendable import load_sendable
from aftershift.library.coach_weights import load_weights
from training.tune_ear import in_windows, made_ready, write_down
from training.tuning import UNSEEN, Example, Plan, Tuning, as_written, pieces

RANK = 32  # directions of each change that are kept: two megabytes, and little lost
EPOCHS = 2  # with five, gists were right less often on talks of another hand
SMOOTHED = 0.01  # how far a want that is marked is from certain
FIRST = 0.7  # of the heaviest part, where a second weighs nearly as much
GISTS, WANTS, WEIGHTS, LINES = "gists", "wants", "weights", "lines"
AS_OFTEN = 2  # as all else are pieces of talks with lines read: there are fewest of them
ABSENT = -1.0  # instead of whether a line could be sent, where there is none
LINE_SAYS = 0.25  # of a line in the loss, beside 1 for a message


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


def weight_examples(weighed: Sequence[Weighed]) -> Iterator[Example]:
    """Give what teaches weights: the share of each part of a message, "nothing" last."""
    for one in weighed:
        answers = [0.0] * (MOST_PARTS + 1)
        first, *second = one.heavy or (MOST_PARTS,)
        answers[first] = FIRST if second else 1.0
        for place in second[:1]:
            answers[place] = 1.0 - FIRST
        yield Example(clean(one.text).text, tuple(answers))


def line_examples(asked: Sequence[Asked]) -> Iterator[tuple[Example, Sequence[Stretch]]]:
    """Give what teaches lines: whether each could be sent; and where they stand."""
    for one in asked:
        lines = lines_of(one.said)
        text, stretches = read_together(one.said, lines)
        answers = [float(one.could_send(line)) for line in lines]
        answers += [ABSENT] * (MOST_LINES - len(lines))
        if lines:
            yield Example(text, tuple(answers)), stretches


class CoachTuning(Tuning):
    """Tuning in which the parts of a message are weighed beside each other, and "nothing".

    Lines are weighed each by itself. `cut` are the parts, or the lines, of each clean text.
    """

    cut: Mapping[str, Sequence[Stretch]]

    def width_of(self, task: str) -> int:
        """Say how many names a task has; each part has one weight."""
        return 1 if task in (WEIGHTS, LINES) else super().width_of(task)

    def _odds(self, task: str, texts: Sequence[str]) -> Tensor:
        if task not in (WEIGHTS, LINES):
            return super()._odds(task, texts)
        ids, there = pieces(texts, self.tokenizer)
        inside = torch.zeros(len(texts), MOST_PARTS, ids.shape[1])
        for row, text in zip(inside, texts, strict=True):
            for place, tokens in enumerate(tokens_of(self.tokenizer.encode(text), self.cut[text])):
                row[place, tokens] = 1.0
        states = self.trunk.states(ids.to(self.device), there.to(self.device)).float()
        vectors = f.normalize(inside.to(self.device) @ states, dim=2)
        odds: Tensor = self.heads[task](DENSE_SCALE * vectors)[:, :, 0]
        odds = odds.masked_fill(~inside.any(2).to(self.device), UNSEEN)
        return odds if task == LINES else torch.cat((odds, odds.new_zeros(len(texts), 1)), 1)


def loss_of(odds: Tensor, right: Tensor, task: str) -> Tensor:
    """Take what a batch got wrong: one gist or part of all is right; a want or line by itself."""
    if task == LINES:
        known = (right != ABSENT) & (odds > UNSEEN)
        each = f.binary_cross_entropy_with_logits(odds[known], right[known], reduction="sum")
        return LINE_SAYS * each / len(odds)
    if task != WANTS:
        return -(right * f.log_softmax(odds, 1)).sum(1).mean()
    smooth = right * (1 - 2 * SMOOTHED) + SMOOTHED
    return f.binary_cross_entropy_with_logits(odds, smooth, reduction="none").sum(1).mean()


def main() -> None:
    """Tune, and write down what changed."""
    weights, tokenizer = made_ready()
    tokenizer.enable_truncation(LONGEST_PIECES)
    gists, wants, weighed, asked = gist_lessons(), want_lessons(), load_weights(), load_sendable()
    lines = list(line_examples(asked))
    given = {
        GISTS: list(gist_examples(gists)),
        WANTS: list(want_examples(wants)),
        WEIGHTS: list(weight_examples(weighed)),
        LINES: [example for example, _ in lines] * AS_OFTEN,
    }
    # people are many in it already, so nothing is dressed
    plan = Plan(epochs=EPOCHS, loss=loss_of, dress=as_written, parts=in_windows)
    tuning = CoachTuning(given, weights, tokenizer, plan)
    tuning.cut = {example.text: stretches for example, stretches in lines} | {
        cleaned.text: clean_parts(one.text, cleaned)
        for one in weighed
        for cleaned in (clean(one.text),)
    }
    tuning.run()
    states = {
        GISTS: digest_of(gists),
        WANTS: digest_of(wants),
        WEIGHTS: digest_of_marks(weighed),
        LINES: digest_of_lines(asked),
    }
    write_down(tuning.learnt(RANK, *given), TUNED, states)


if __name__ == "__main__":
    main()
