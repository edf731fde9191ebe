"""What a person at risk is answered: authored, fixed, never made up.

This is the one place where this wing meets the protocols. It knows a text for each level only;
`answer_to` and `after` are what an engine of protocols replaces. The rows are those of the
decision table of docs/safety.md.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.safety.risk import Category, Level, Risk


class Own(StrEnum):
    """What a person answers by a button."""

    TIRED = "tired"
    BOTH = "both"
    DYING = "dying"
    HOME = "home"
    UNAFRAID = "unafraid"
    UNSAID = "unsaid"
    OTHERWISE = "otherwise"  # it was not meant like that


LOWERS = frozenset({Own.TIRED, Own.UNAFRAID, Own.UNSAID})
RAISES = {
    Own.BOTH: Category.SUICIDE_PASSIVE,
    Own.DYING: Category.SUICIDE_PASSIVE,
    Own.HOME: Category.PARTNER_VIOLENCE,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One button of a question."""

    own: Own
    words: Promise


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One answer: what is said, one idea each, and the buttons under it.

    `safe` stands behind a question whether it is safe to read it here. Every button carries the
    message along: where that must not come back to the screen, there are no `choices`.
    `may_soften` is False where no words towards the other may be offered.
    """

    level: Level
    title: Promise
    said: tuple[Promise, ...] = ()
    safe: tuple[Promise, ...] = ()
    choices: tuple[Choice, ...] = ()
    may_soften: bool = False

    @property
    def is_alone(self) -> bool:
        """Say whether nothing but help may stand on the page."""
        return self.level >= Level.ELEVATED

    @property
    def is_emergency(self) -> bool:
        """Say whether the emergency number comes before every word."""
        return self.level is Level.EMERGENCY


PROGRAM = _("I am a program. I alert nobody, and nobody is watching.")
OTHERWISE = Choice(own=Own.OTHERWISE, words=_("That is not what I meant"))

TIRED_OR_MORE = Answer(
    level=Level.CHECK_IN,
    title=_("First, a question about you"),
    said=(
        _(
            "Some of this sounds heavy. When people write like that, some mean tired, and some "
            "mean they would rather not be alive. Which is closer?"
        ),
    ),
    choices=(
        Choice(own=Own.TIRED, words=_("Tired")),
        Choice(own=Own.BOTH, words=_("Both")),
        Choice(own=Own.DYING, words=_("Thoughts of dying")),
        Choice(own=Own.HOME, words=_("Something at home")),
        Choice(own=Own.UNSAID, words=_("Rather not say")),
    ),
    may_soften=True,
)
AFRAID_AT_HOME = Answer(
    level=Level.CHECK_IN,
    title=_("First, a question about you"),
    said=(_("Are you ever afraid of somebody at home?"),),
    choices=(
        Choice(own=Own.HOME, words=_("Yes, or I am not sure")),
        Choice(own=Own.UNAFRAID, words=_("No")),
        Choice(own=Own.UNSAID, words=_("Rather not say")),
    ),
)
THOUGHTS = Answer(
    level=Level.ELEVATED,
    title=_("The message can wait. You first."),
    said=(
        _("Thank you for saying it. It sounds hard to carry."),
        PROGRAM,
        _(
            "Are you thinking of dying, or of hurting yourself or somebody? You may say it "
            "straight out, to one of the people below."
        ),
        _(
            "Call one of the lines, at any hour. And tell one person whom you trust: “I am not "
            "all right. Please stay with me.”"
        ),
        _("Asking for help is not the same as reporting yourself."),
    ),
    choices=(OTHERWISE,),
)
NOW = Answer(
    level=Level.EMERGENCY,
    title=_("Call now, please"),
    said=(
        _(
            "Call the emergency number, even if you know medicine yourself. Today you are not the"
            " one on duty."
        ),
        _(
            "Put distance between yourself and what could do harm: leave the room, hand over keys"
            " or medicines."
        ),
        _("Who can be with you in the next ten minutes? Call them, or knock at a door."),
        _("Stay on the line and unlock the door."),
        PROGRAM,
    ),
    choices=(OTHERWISE,),
)
_SAFE_TO_READ = _("Is it safe to read this here?")
_LEAVE = _("“Quick exit” at the top locks this and shows a page of kitchen measures.")
AT_HOME = Answer(
    level=Level.ELEVATED,
    title=_SAFE_TO_READ,
    said=(_LEAVE,),
    safe=(
        _("I believe you. It is not your fault, and you do not have to be sure what to call it."),
        _(
            "You owe nobody an answer to this today. Nothing here asks you to talk to them about "
            "it."
        ),
        _(
            "Messages and the history on this phone may be seen. A friend’s phone, or one at "
            "work, is safer for a call."
        ),
        _(
            "The lines below listen to people who only wonder. They know how to do the next step "
            "safely."
        ),
        _("Nothing of this was kept here."),
        PROGRAM,
    ),
)
AT_HOME_NOW = replace(
    AT_HOME,
    level=Level.EMERGENCY,
    safe=(
        _("If you can leave now, leave. Things can be replaced."),
        _(
            "If you cannot speak, call and stay silent. In the United Kingdom call 999 and press "
            "55 when you are asked."
        ),
        _("Hands around your neck, even once: see a doctor, also when nothing hurts."),
        *AT_HOME.safe,
    ),
)


def after(heard: Risk, own: Own | None) -> Risk:
    """Count a person's own answer: it lowers by one step at most, and it may raise at once."""
    if own is None:
        return heard
    if own in RAISES:
        kinds = dict.fromkeys((RAISES[own], *heard.categories))
        return replace(heard, level=max(heard.level, Level.ELEVATED), categories=tuple(kinds))
    if own is Own.OTHERWISE:  # a question stays, whatever was heard
        return replace(heard, level=Level(max(Level.CHECK_IN, heard.level - 1)))
    is_answered = own in LOWERS and heard.level is Level.CHECK_IN
    return replace(heard, level=Level.NONE) if is_answered else heard


def answer_to(risk: Risk) -> Answer | None:
    """Choose the answer for a risk; None where there is none to answer."""
    if risk.level is Level.NONE:
        return None
    is_home = Category.PARTNER_VIOLENCE in risk.categories
    return {
        Level.CHECK_IN: (TIRED_OR_MORE, AFRAID_AT_HOME),
        Level.ELEVATED: (THOUGHTS, AT_HOME),
        Level.EMERGENCY: (NOW, AT_HOME_NOW),
    }[risk.level][is_home]
