"""Sheets for blind judges of whole conversations, and the count of what they marked.

    python -m benchmarks.judging sheets FOLDER [--first N]
    python -m benchmarks.judging replies TALKS.toml OUT.json
    python -m benchmarks.judging pairs FOLDER NEW.json OLD.json
    python -m benchmarks.judging count FOLDER

Every conversation was written apart from the coach's content. Each is held by three voices: the
coach, a generic bot that reflects the feeling and asks (a fair one of its kind: it knows feelings
and turns of phrase, and nothing of the matter), and the coach's own replies of that conversation in
another order. A sheet sets the coach beside one of the others, as A and B by the toss of a seeded
coin; `key.json` says which is which and is not for the judges. `replies` keeps what the coach says
in any talks, and `pairs` sets two states of the coach beside each other. Judges write
`marks-*.jsonl`: one line a sheet,

    {"sheet": "t41.generic", "better": "A", "A": {"miss": [2], "wrong": [], "harm": []}, "B": ...}

with the numbers of the replies, from 1, that miss the point, are confidently wrong (say as a fact,
or offer, what this person's words rule out), or could do harm.
"""

import json
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks._timing import say

from aftershift.engines.coach.state import Reply, State
from aftershift.engines.coach.turn import take_turn
from aftershift.engines.safety.risk import NO_RISK
from aftershift.listening import Coach, coach_with

SET = Path(__file__).parents[1] / "tests" / "sets" / "coach"
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SEED = 5
FLAGS = ("miss", "wrong", "harm")
FEELINGS = {
    "angry": "anger|angry|furious|fuming|raging|annoy|pissed|unfair|sick of",
    "sad": "sad|cry|cried|tears|miss|lost|died|gutted|leaving|grief",
    "worried": "worr|scared|afraid|anxious|nervous|dread|what if",
    "guilty": "guilt|sorry|fault|should have|ashamed|forgot",
    "tired": "tired|exhaust|knackered|drained|shattered|sleep|done in",
    "hurt": "hurt|stung|ignored|left out|laughed|joke|rude",
    "torn": "part of me|don't know|dunno|should i|or just|not sure|whether",
    "happy": "happy|glad|good|great|proud|lovely|nice|haha|lol",
}
REFLECTS = (
    "It sounds like you're feeling {feeling} about this.",
    "I hear that this has left you feeling {feeling}.",
    "That seems really {feeling}-making for you, and it makes sense that it would.",
    "So you're carrying some {feeling} feelings right now.",
    "It seems that being {feeling} is a big part of what's going on.",
    "Thank you for sharing that. I can sense you're {feeling}.",
)
PLAIN = (
    "It sounds like this matters a lot to you.",
    "That sounds like a difficult situation.",
    "I hear you. There is a lot going on here.",
    "So this has been on your mind.",
    "It makes sense that you would want to talk about it.",
    "Thank you for telling me that.",
)
ASKS = (
    "Can you tell me more about that?",
    "How does that make you feel?",
    "What do you think is at the heart of it?",
    "What would you like to be different?",
    "What has that been like for you?",
    "What feels most important about it right now?",
)
WANTS = re.compile(r"\b(what (do|can|should|could|would) (i|you)|how (do|can|should) i|should i)\b")
ADVISES = (
    "It might help to talk to them openly and calmly, using I-statements about how you feel.",
    "One idea is to pick a quiet moment and share honestly what is on your mind.",
    "You could take some time for yourself first, and then decide what feels right for you.",
)


def generic(turns: Sequence[str]) -> list[str]:
    """Answer as a generic reflective bot does."""
    replies = []
    for at, text in enumerate(turns):
        low = text.lower()
        named = [name for name, signs in FEELINGS.items() if re.search(signs, low)]
        says = REFLECTS[at % 6].format(feeling=named[0]) if named else PLAIN[at % 6]
        goes_on = ADVISES[at % 3] if WANTS.search(low) else ASKS[at % 6]
        replies.append(f"{says} {goes_on}")
    return replies


def held(turns: Sequence[str], coach: Coach) -> list[Reply]:
    """Hold a conversation with a fresh person; what triage does is measured elsewhere."""
    state, replies = State(), []
    for text in turns:
        heard = replace(coach.hear(text, state.heard_before), risk=NO_RISK)
        state, reply = take_turn(state, heard, coach.shelves, NOW)
        replies.append(reply)
    return replies


def shuffled(replies: Sequence[str], coin: random.Random) -> list[str]:
    """Put replies into another order in which as few as can be keep their place."""
    orders = [coin.sample(range(len(replies)), len(replies)) for _try in range(50)]
    best = min(orders, key=lambda order: sum(at == place for at, place in enumerate(order)))
    return [replies[at] for at in best]


def talks(first: int | None) -> list[dict[str, Any]]:
    """Give the conversations that nothing was mended by."""
    known = tomllib.loads((SET / "talks.toml").read_text())["talk"][40:]
    unseen = tomllib.loads((SET / "unseen.toml").read_text())["talk"]
    both = [one for pair in zip(unseen, known, strict=True) for one in pair]
    return both[:first]


def write_sheets(folder: Path, given: Iterable[dict[str, Any]], coach: Coach) -> None:
    """Write a sheet for each conversation beside each of the other voices, and the key."""
    coin, key = random.Random(SEED), {}  # noqa: S311 - a fair coin, and no secret
    folder.mkdir(parents=True, exist_ok=True)
    for one in given:
        mine = [reply.text for reply in held(one["turns"], coach)]
        others = {"generic": generic(one["turns"]), "shuffled": shuffled(mine, coin)}
        for name, other in others.items():
            sheet = f"{one['id']}.{name}"
            key[sheet] = coin.choice("AB")
            sides = (mine, other) if key[sheet] == "A" else (other, mine)
            (folder / f"{sheet}.txt").write_text("\n".join(_sheet(one, sides)) + "\n")
    (folder / "key.json").write_text(json.dumps(key))


def write_replies(given: Path, to: Path, coach: Coach) -> None:
    """Keep what the coach says in every talk of a file."""
    told = tomllib.loads(given.read_text(encoding="utf-8"))["talk"]
    said = [one | {"replies": [reply.text for reply in held(one["turns"], coach)]} for one in told]
    to.write_text(json.dumps(said))


def write_pairs(folder: Path, new: Path, old: Path) -> None:
    """Write a sheet for each talk that two states of the coach have held, and the key."""
    coin, key = random.Random(SEED), {}  # noqa: S311 - a fair coin, and no secret
    folder.mkdir(parents=True, exist_ok=True)
    both = zip(json.loads(new.read_text()), json.loads(old.read_text()), strict=True)
    for one, before in both:
        sheet = f"{one['id']}.before"
        key[sheet] = coin.choice("AB")
        sides = (one["replies"], before["replies"])
        given = sides if key[sheet] == "A" else sides[::-1]
        (folder / f"{sheet}.txt").write_text("\n".join(_sheet(one, given)) + "\n")
    (folder / "key.json").write_text(json.dumps(key))


def _sheet(talk: dict[str, Any], sides: tuple[Sequence[str], Sequence[str]]) -> Iterator[str]:
    yield f"About: {talk['about']}"
    for letter, replies in zip("AB", sides, strict=True):
        yield f"\n--- {letter} ---"
        for at, (said, reply) in enumerate(zip(talk["turns"], replies, strict=True), start=1):
            yield f"person: {said}"
            yield f"{letter}{at}: {reply}"


def count(folder: Path) -> dict[str, str]:
    """Count the marks: how often the coach was the better one, and what its replies were."""
    key = json.loads((folder / "key.json").read_text())
    marks = [
        json.loads(line)
        for path in sorted(folder.glob("marks-*.jsonl"))
        for line in path.read_text().splitlines()
        if line.strip()
    ]
    won, held, flagged, replies = Counter[str](), Counter[str](), Counter[str](), 0
    for mark in marks:
        side, other = key[mark["sheet"]], mark["sheet"].partition(".")[2]
        held[other] += 1
        won[other] += mark["better"] == side
        text = (folder / f"{mark['sheet']}.txt").read_text()
        replies += len(re.findall(rf"^{side}\d+: ", text, re.M))
        flagged.update({flag: len(mark[side][flag]) for flag in FLAGS})
    shares = {f"better than {name}": f"{won[name]} of {held[name]}" for name in sorted(held)}
    return shares | {flag: f"{flagged[flag]} of {replies} replies" for flag in FLAGS}


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def main() -> None:
    """Write sheets, or count marks."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "sheets":
        first = int(sys.argv[4]) if len(sys.argv) > 4 else None
        write_sheets(folder, talks(first), coach_with(_tell))
    elif what == "replies":
        write_replies(folder, Path(sys.argv[3]), coach_with(_tell))
    elif what == "pairs":
        write_pairs(folder, *map(Path, sys.argv[3:5]))
    else:
        for name, value in count(folder).items():
            say(f"{name}: {value}")


if __name__ == "__main__":
    main()
