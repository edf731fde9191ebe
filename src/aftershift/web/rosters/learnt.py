"""What corrections taught of somebody's sleep, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from aftershift.engines.sleep.episodes import SleepKind
from aftershift.engines.sleep.learning import Offset

STEP = 5  # minutes; what is learnt is known no finer

WHOSE = {  # of the reader herself, and of somebody else
    SleepKind.NIGHT: (
        gettext_lazy("Your nights before work"),
        gettext_lazy("%(name)s’s nights before work"),
    ),
    SleepKind.AFTER_NIGHT: (
        gettext_lazy("Your day sleeps between nights"),
        gettext_lazy("%(name)s’s day sleeps between nights"),
    ),
    SleepKind.AFTER_LAST_NIGHT: (
        gettext_lazy("Your day sleeps after a last night"),
        gettext_lazy("%(name)s’s day sleeps after a last night"),
    ),
    SleepKind.FREE: (
        gettext_lazy("Your nights before free days"),
        gettext_lazy("%(name)s’s nights before free days"),
    ),
}


def learnt_words(offset: Offset, name: str) -> str:
    """Say how one kind of sleep differs from the average person's; `name` is "" for the reader."""
    own, others = WHOSE[offset.kind]
    said = _differing(_to_step(offset.onset), _to_step(offset.length))
    heard = ngettext("%(n)d correction", "%(n)d corrections", offset.heard) % {"n": offset.heard}
    band = _("A single one may differ by about %(band)d minutes.") % {
        "band": _to_step(offset.band_minutes)
    }
    return f"{others % {'name': name} if name else own} {said}; {heard}. {band}"


def _differing(onset: int, length: int) -> str:
    facts = [_onset_words(onset)] if onset else []
    facts += [_length_words(length)] if length else []
    if not facts:
        return _("are like the average person’s")
    return _("%(differ)s than the average person’s") % {"differ": _(" and ").join(facts)}


def _onset_words(minutes: int) -> str:
    later, earlier = _("start about %(n)d minutes later"), _("start about %(n)d minutes earlier")
    return (later if minutes > 0 else earlier) % {"n": abs(minutes)}


def _length_words(minutes: int) -> str:
    longer, shorter = _("last about %(n)d minutes longer"), _("last about %(n)d minutes shorter")
    return (longer if minutes > 0 else shorter) % {"n": abs(minutes)}


def _to_step(minutes: int) -> int:
    return round(minutes / STEP) * STEP
