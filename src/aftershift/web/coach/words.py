"""What the suggested answers say."""

from django.utils.translation import gettext_lazy as _

from aftershift.engines.coach.moves import Move

ANSWERS = {
    Move.STEP: _("One small step"),
    Move.WORDS: _("Words to say"),
    Move.LISTEN: _("Only listen"),
    Move.YES: _("Yes, that"),
    Move.NOT_THAT: _("Not that"),
    Move.NOTHING_TODAY: _("Nothing today"),
    Move.MORE: _("Another way"),
    Move.DID: _("I did it"),
    Move.NOT_DONE: _("I did not"),
    Move.WORSE: _("It made it worse"),
}
