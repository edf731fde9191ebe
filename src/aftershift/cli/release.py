"""Refuse a release whose telephone lines nobody checked lately; seal the content of one."""

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from aftershift.engines.safety.resources import RELEASE_DAYS, must_be_checked
from aftershift.library.pack import Seal, this_pack, write_seal
from aftershift.library.resources import countries
from aftershift.wiring import NoSigningKey, fingerprint, sign

REFUSED = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = (
        "Say whether a release may go out: every line to call checked lately. With\n"
        "--sign the content gets its seal: a digest of each file, the date of the\n"
        "evidence, a signature."
    )
    parser.add_argument(
        "--sign",
        type=Path,
        metavar="KEYFILE",
        help="an Ed25519 private key in PEM, which stays where it is",
    )
    parser.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="DAY",
        help="the day of the release, such as 2026-11-26; today where none is given",
    )


def run(given: argparse.Namespace) -> int:
    """Name every line that keeps the release from going out; 0 when there is none."""
    day: date = given.on or datetime.now(tz=UTC).date()
    known = countries()
    old = must_be_checked(known, day)
    for line in old:
        age = (day - line.checked).days
        sys.stdout.write(f"{line.id}: checked {age} days before {day}, not {RELEASE_DAYS}\n")
    lines = sum(len(country.lines) for country in known)
    verdict = f"refused, {len(old)} of {lines}" if old else f"may go out, all {lines}"
    sys.stdout.write(f"Release on {day}: {verdict} lines to call.\n")
    if old or given.sign is None:
        return REFUSED if old else 0
    return _seal(given.sign)


def _seal(key_file: Path) -> int:
    """Sign the content as it is now, and say by whom; 1 where the key is none."""
    pack = this_pack()
    try:
        key, signature = sign(pack.signed, key_file)
    except NoSigningKey as error:
        sys.stdout.write(f"Not sealed. {error}\n")
        return REFUSED
    write_seal(Seal(pack=pack, key=key, signature=signature))
    sys.stdout.write(
        f"Content {pack.version}: {len(pack.digests)} files sealed by {fingerprint(key)}.\n"
    )
    return 0
