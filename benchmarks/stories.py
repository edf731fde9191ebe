"""How many of the sixty stories are understood, and how many ordinary ones an alarm interrupts.

    python -m benchmarks.stories

The stories are tests too (tests/conversations/test_stories.py). There only those about risk are
heard for risk; here all are.
"""

import sys
from dataclasses import replace

from benchmarks._timing import say
from tests.conversations.judging import faults_of, missed_in
from tests.conversations.stories import played, stories

from aftershift.engines.coach.state import Act
from aftershift.engines.safety.risk import Level
from aftershift.listening import coach_with


def main() -> None:
    """Print how many are kept, understood and interrupted, and where first."""
    coach = coach_with(lambda line: sys.stderr.write(f"{line}\n"))
    kept = understood = ordinary = turns = alarms = gravest = 0
    interrupted: list[str] = []
    mismarked: list[str] = []
    for story in stories():
        happened = list(played(story, coach))
        kept += not faults_of(story, happened, coach.shelves)
        missed = missed_in(happened, coach.shelves)
        understood += not missed
        if bool(missed) is not bool(story.not_yet):
            mismarked.append(f"{story.id}: {missed[0] if missed else 'is understood now'}")
        if story.hears_risk:
            continue
        heard = list(played(replace(story, hears_risk=True), coach))
        at_risk = [one for one in heard if one.reply and one.reply.act is Act.SAFETY]
        ordinary, alarms = ordinary + 1, alarms + len(at_risk)
        turns += sum(one.turn.opens is None for one in heard)
        gravest += any(one.after.course.level is Level.EMERGENCY for one in at_risk)
        if at_risk:
            interrupted.append(f"{story.id}: {at_risk[0].turn.says}")
    say(f"promises kept in {kept}, understood {understood}, of {len(stories())} stories")
    for line in mismarked:
        say(f"  not_yet is wrong in {line}")
    say(f"interrupted {len(interrupted)} of {ordinary} ordinary ones, {alarms} of {turns} turns;")
    say(f"as an emergency {gravest}; first at:")
    for line in interrupted:
        say(f"  {line}")


if __name__ == "__main__":
    main()
