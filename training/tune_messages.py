"""Tune MiniLM by messages about to be sent: what may go wrong in them, and who is a patient.

    python -m training.tune_messages

MiniLM knows what a text is about. Whether "as you wish" is an edge, and whether Winifred is the one
in the bed or the one at home, its vectors hardly show. So its layers are tuned by both together:
by the marked messages of `content/patterns`, whole and clause by clause, and, word by word, by the
sentences in tests/sets/phi beside ordinary talk. Half of those sentences are read with other first
names, so that how people speak of patients is learnt, and not whom they name.

One message in seven is kept back (`kept_back`): it teaches nothing, and the thresholds are chosen
by it. The differences are kept in `learnt/messages.safetensors`, with both heads. It needs what
`tune_ear` needs; two cores take half an hour.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence

import torch
import torch.nn.functional as f
from benchmarks.phi import Sentence, lessons_checksum, sentences
from benchmarks.phi_names import talk
from torch import Tensor

from aftershift.adapters.encoders import LONGEST_PIECES, tokens_of
from aftershift.adapters.learnt import kept_back
from aftershift.adapters.reading import TUNED, examples_of
from aftershift.engines.language.heads import DENSE_SCALE
from aftershift.engines.language.kinds import KINDS
from aftershift.engines.language.sentences import Stretch
from aftershift.engines.safety.name_meaning import MEANT, kinds_of, words_of
from aftershift.engines.safety.phi_text import read
from aftershift.engines.safety.phi_words import Role
from aftershift.library.patterns import load_marked, patterns_digest
from aftershift.library.phi import word_lists
from training.tune_ear import made_ready, write_down
from training.tuning import Example, Plan, Tuning, as_written, pieces

PATTERNS, PATIENTS = "patterns", "patients"
RANK = 48  # directions of each change that are kept
EPOCHS = 3
SMOOTHED = 0.01
FOUND = 3.0  # what a patient's word counts beside any other
BY_THE_WAY = 0.3  # what a message of ordinary talk counts: of a few the names are patients'
RENAMED = 0.5  # share of the sentences
TALK, LONGEST_TALK = 2500, 300  # messages of ordinary talk with a capital in them; their letters
CAPITAL = re.compile(r"[a-z,] [A-Z][a-z]+")


def pattern_examples() -> Iterator[Example]:
    """Give each message that teaches patterns, whole and clause by clause."""
    for marked in load_marked():
        if not kept_back(marked.text):
            for one in examples_of(marked):
                if one.text:
                    yield Example(one.text, tuple(float(kind in one.kinds) for kind in KINDS))


def marked_sentences(dice: random.Random) -> Iterator[tuple[Sentence, float]]:
    """Give what teaches patients' names with what it counts: half with other names, and talk."""
    names = next(one.words for one in word_lists() if one.role is Role.FIRST_NAME)
    for one in sentences():
        if one.part == "teaching":
            yield renamed(one, names, dice) if dice.random() < RENAMED else one, 1.0
    some = [text for _path, text in talk() if len(text) < LONGEST_TALK and CAPITAL.search(text)]
    for text in dice.sample(some, TALK):
        yield Sentence(text=text, spans=(), part="teaching", stem="talk"), BY_THE_WAY


def renamed(one: Sentence, names: Sequence[str], dice: random.Random) -> Sentence:
    """Give a sentence in which each known or marked name is another, the same one each time."""
    known = set(names)
    marked = [span for span in one.spans if span[2] == "patient_name"]
    others: dict[str, str] = {}
    text, moved, ended = "", dict[int, int](), 0
    for start, end in words_of(one.text):
        word = one.text[start:end]
        in_mark = any(a <= start and end <= b for a, b, _kind in marked)
        text += one.text[ended:start]
        moved[start] = len(text)
        if word.isalpha() and (in_mark or (word[:1].isupper() and word.casefold() in known)):
            other = others.setdefault(word.casefold(), dice.choice(names))
            word = other.title() if word[:1].isupper() else other
        text += word
        moved[end] = len(text)
        ended = end
    moved[len(one.text)] = len(text) + len(one.text) - ended
    places = sorted(moved)

    def place(at: int) -> int:
        before = max((one for one in places if one <= at), default=0)
        return moved.get(before, 0) + at - before

    spans = tuple((place(start), place(end), kind) for start, end, kind in one.spans)
    return Sentence(text=text + one.text[ended:], spans=spans, part=one.part, stem=one.stem)


def name_examples(dice: random.Random) -> Iterator[tuple[Example, Sequence[Stretch]]]:
    """Give what teaches patients' names: what it counts, then each word's kinds; and the words."""
    for one, counts in marked_sentences(dice):
        clean = read(one.text).clean
        if len(clean) != len(one.text):
            continue  # its marks would stand elsewhere
        words = words_of(clean)[:LONGEST_PIECES]
        if words:
            answers = [counts, *(odd for kinds in kinds_of(words, one.spans) for odd in kinds)]
            yield Example(clean, tuple(answers)), words


class MessageTuning(Tuning):
    """Tuning in which the words of a message are heard one by one. `words` are those of each."""

    words: Mapping[str, Sequence[Stretch]]

    def width_of(self, task: str) -> int:
        """Say how many names a task has."""
        return len(MEANT) if task == PATIENTS else super().width_of(task)

    def _learn(self, task: str, batch: Sequence[tuple[Example, Example]]) -> Tensor:
        if task != PATIENTS:
            return super()._learn(task, batch)
        odds = self._odds(task, [one.text for one, _ in batch])
        right = [one.answers[1:] for one, _ in batch]
        many = [len(some) // len(MEANT) for some in right]
        counts = torch.tensor([one.answers[0] for one, _ in batch])
        each = torch.repeat_interleave(counts, torch.tensor(many)).to(self.device)
        answers = torch.tensor([odd for some in right for odd in some]).view(-1, len(MEANT))
        wrong = f.binary_cross_entropy_with_logits(
            odds,
            answers.to(self.device),
            reduction="none",
            pos_weight=torch.full((len(MEANT),), FOUND, device=self.device),
        )
        return self._stepped((wrong.sum(1) * each).sum() / len(batch))

    def _odds(self, task: str, texts: Sequence[str]) -> Tensor:
        if task != PATIENTS:
            return super()._odds(task, texts)
        ids, there = pieces(texts, self.tokenizer)
        inside = torch.zeros(len(texts), max(len(self.words[text]) for text in texts), ids.shape[1])
        for row, text in zip(inside, texts, strict=True):
            tokens = tokens_of(self.tokenizer.encode(text), self.words[text])
            for place, some in enumerate(tokens):
                row[place, some] = 1.0
        states = self.trunk.states(ids.to(self.device), there.to(self.device)).float()
        vectors = f.normalize(inside.to(self.device) @ states, dim=2)
        is_word = torch.tensor(
            [[at < len(self.words[text]) for at in range(inside.shape[1])] for text in texts]
        )
        odds: Tensor = self.heads[task](DENSE_SCALE * vectors[is_word.to(self.device)])
        return odds


def loss_of(odds: Tensor, right: Tensor, _task: str) -> Tensor:
    """Sum over the kinds what a batch got wrong."""
    smooth = right * (1 - 2 * SMOOTHED) + SMOOTHED
    return f.binary_cross_entropy_with_logits(odds, smooth, reduction="none").sum(1).mean()


def main() -> None:
    """Tune, and write down what changed."""
    weights, tokenizer = made_ready()
    tokenizer.enable_truncation(LONGEST_PIECES)
    dice = random.Random(1)  # noqa: S311 - the same dice each time, nothing secret
    names = list(name_examples(dice))
    given = {PATTERNS: list(pattern_examples()), PATIENTS: [example for example, _ in names]}
    plan = Plan(loss=loss_of, dress=as_written, epochs=EPOCHS, rounded=1)
    tuning = MessageTuning(given, weights, tokenizer, plan)
    tuning.words = {example.text: words for example, words in names}
    tuning.run()
    states = {PATTERNS: patterns_digest(), PATIENTS: lessons_checksum()}
    write_down(tuning.learnt(RANK, *given), TUNED, states)


if __name__ == "__main__":
    main()
