"""What the doctor looks at in the authored content."""

from datetime import date
from pathlib import Path

from aftershift.cli.parts import Part
from aftershift.engines.safety.resources import RELEASE_DAYS, must_be_checked
from aftershift.library.dialects import load_dialects
from aftershift.library.pack import differences, read_seal, this_pack
from aftershift.library.resources import countries
from aftershift.library.understanding import load_taxonomy
from aftershift.library.wordings import folder_of, installed
from aftershift.wiring import fingerprint, is_signed_by


def dialects() -> Part:
    """Do the wards' codes load, and do their examples hold?"""
    return Part(part="shift codes", says=f"{len(load_dialects())} dialects load")


def situations() -> Part:
    """Do the situations, feelings and needs load, with all that teaches them?"""
    known = load_taxonomy()
    says = f"{len(known.situations)} situations, {len(known.emotions)} feelings load"
    return Part(part="situations", says=says)


def pack() -> Part:
    """Is the content as its release sealed it, and who signed that?"""
    here, seal = this_pack(), read_seal()
    says = f"evidence of {here.evidence:%d %b %Y}"
    if seal is None:
        return Part(part="content", version=here.version, says=f"{says}; no release, so no seal")
    changed = differences(seal.pack, here)
    if changed:
        says = f"{len(changed)} files are not as they were sealed: {', '.join(changed[:3])}"
        return Part(part="content", version=here.version, works=False, says=says)
    if not is_signed_by(seal.pack.signed, key=seal.key, signature=seal.signature):
        says = "the seal is not signed by the key it names; take the release again"
        return Part(part="content", version=here.version, works=False, says=says)
    says = f"{says}; sealed by {fingerprint(seal.key)}, compare it with where you took it from"
    return Part(part="content", version=here.version, says=says)


def telephone_lines(today: date) -> Part:
    """Do the lines to call load, and was each checked lately?"""
    known = countries()
    old = must_be_checked(known, today)
    says = f"{sum(len(country.lines) for country in known)} lines of {len(known)} countries"
    if old:
        named = ", ".join(line.id for line in old[:3])
        says = f"{len(old)} of {says} not checked for {RELEASE_DAYS} days: {named}"
    return Part(part="help lines", stale=bool(old), says=says)


def questionnaires(data: Path) -> Part:
    """Can the wordings that were imported be read?"""
    here = installed(folder_of(data))
    return Part(part="questionnaires", says=f"{len(here)} imported: {', '.join(here) or 'none'}")
