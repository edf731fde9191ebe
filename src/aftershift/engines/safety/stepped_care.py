"""Which kind of help fits what somebody ticked: on one's own, the coach, a person, or people now.

A table and no diagnosis: it knows only what was ticked, and never says that somebody is well. Its
order is a judgement of ours (people before a program, violence before anything for two), which no
clinician has reviewed. A weightier reason silences a lighter one: "you think of dying" is not told
beside "nothing presses", nor fear of somebody beside words for two.
Reference: Bower & Gilbody 2005, Br J Psychiatry 186:11-17, doi 10.1192/bjp.186.1.11, for the idea
of stepped care; they say that much is still to be shown before it can be called efficient.
"""

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.safety.resources import Purpose


class Sign(StrEnum):
    """What a person may tick of themselves, in the order in which the page asks."""

    DANGER = "danger"
    DYING = "dying"
    AFRAID = "afraid"
    MAY_HURT = "may_hurt"
    UNREAL = "unreal"
    UNSAFE_WORK = "unsafe_work"
    SUBSTANCE = "substance"
    EVENT = "event"
    LOW = "low"
    SLEEPLESS = "sleepless"
    TRIED = "tried"
    QUARREL = "quarrel"
    TALK = "talk"
    GROW = "grow"


class Step(StrEnum):
    """The four kinds of help, the most urgent first."""

    URGENT = "urgent"
    HUMAN = "human"
    COACH = "coach"
    SELF_HELP = "self_help"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One row: where all of `signs` are ticked, this step, and which lines to show at once."""

    name: str
    signs: frozenset[Sign]
    step: Step
    lines: tuple[Purpose, ...] = ()


def _rule(name: str, step: Step, *signs: Sign, lines: tuple[Purpose, ...] = ()) -> Rule:
    return Rule(name=name, signs=frozenset(signs), step=step, lines=lines)


LIGHTER = frozenset({Sign.QUARREL, Sign.TALK, Sign.GROW})  # not told where something presses
CRISIS = (Purpose.CRISIS, Purpose.HEALTH_WORKER)
RULES = (
    _rule("danger", Step.URGENT, Sign.DANGER, lines=(Purpose.CRISIS, Purpose.VIOLENCE)),
    _rule("dying", Step.URGENT, Sign.DYING, lines=CRISIS),
    _rule("afraid", Step.URGENT, Sign.AFRAID, lines=(Purpose.VIOLENCE,)),
    _rule("may_hurt", Step.URGENT, Sign.MAY_HURT, lines=(Purpose.CRISIS,)),
    _rule("unreal", Step.URGENT, Sign.UNREAL, lines=(Purpose.CRISIS,)),
    _rule("unsafe_work", Step.HUMAN, Sign.UNSAFE_WORK, lines=(Purpose.HEALTH_WORKER,)),
    _rule("substance", Step.HUMAN, Sign.SUBSTANCE, lines=(Purpose.SUBSTANCE, *CRISIS)),
    _rule("event", Step.HUMAN, Sign.EVENT, lines=(Purpose.HEALTH_WORKER,)),
    _rule("low", Step.HUMAN, Sign.LOW, lines=CRISIS),
    _rule("sleepless", Step.HUMAN, Sign.SLEEPLESS),
    _rule("quarrel_tried", Step.HUMAN, Sign.QUARREL, Sign.TRIED),
    _rule("tried", Step.HUMAN, Sign.TRIED),
    _rule("quarrel", Step.COACH, Sign.QUARREL),
    _rule("talk", Step.COACH, Sign.TALK),
    _rule("grow", Step.SELF_HELP, Sign.GROW),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Advice:
    """The step of the first rule that fits, and the rules whose reasons are shown with it."""

    step: Step
    rules: tuple[Rule, ...]

    @property
    def lines(self) -> tuple[Purpose, ...]:
        """Name the lines to show, each once, in the order of the rules.

        Who is afraid of somebody meets those for violence first; only a crisis comes before.
        """
        why = {rule.name for rule in self.rules}
        first = [Purpose.CRISIS] if {"afraid", "dying"} <= why else []
        first += [Purpose.VIOLENCE] if "afraid" in why else []
        named = [purpose for rule in self.rules for purpose in rule.lines]
        return tuple(dict.fromkeys([*first, *named]))


def advise(ticked: Set[Sign]) -> Advice | None:
    """Find the step for what was ticked; None where nothing was, for nothing follows from that.

    The reasons are those of the step. Where it is people now, those for a trained person are told
    too, for they say whom else to call; but nothing of a quarrel, a talk ahead or growing.
    """
    fitting = [rule for rule in RULES if rule.signs <= ticked]
    if not fitting:
        return None
    step = fitting[0].step
    return Advice(step=step, rules=tuple(rule for rule in fitting if _is_told(rule, step)))


def _is_told(rule: Rule, step: Step) -> bool:
    if step is Step.URGENT and rule.step is Step.HUMAN:
        return not rule.signs & LIGHTER
    return rule.step is step


def rules_of(step: Step) -> tuple[Rule, ...]:
    """Give the rows that lead to a step, for a page that shows them all."""
    return tuple(rule for rule in RULES if rule.step is step)
