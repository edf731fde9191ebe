"""What the doctor looks at on the machine itself."""

import zoneinfo
from datetime import date
from importlib.metadata import version as version_of
from pathlib import Path

from aftershift.cli.parts import Part
from aftershift.wiring import Settings

SWAPS = Path("/proc/swaps")
DEVICES = Path("/sys/block")
CORE_PATTERN = Path("/proc/sys/kernel/core_pattern")


def server_key(data: Path) -> Part:
    """May only its owner read the server's key?"""
    path = data / "server.key"
    if not path.exists():
        if (data / "aftershift.sqlite3").exists():
            says = f"{path} is missing, but there is a database: restore the key from your backup"
            return Part(part="server key", works=False, says=says)
        return Part(part="server key", says="none yet; serve makes it")
    if path.stat().st_mode & 0o077:
        return Part(part="server key", works=False, says=f"others can read it: chmod 600 {path}")
    return Part(part="server key", says="only its owner can read it")


def model(settings: Settings) -> Part:
    """Is a language model set up, and could it be asked? Nobody is asked here."""
    place = settings.model
    if place is None:
        return Part(part="model", says="none: every word is authored")
    place.check()
    where = "this machine" if place.is_here else "another machine"
    return Part(part="model", says=f"{place.name} at {place.host}, {where}; not asked now")


def transcription(settings: Settings) -> Part:
    """Is a server set up that makes text of voice notes, and may it be where it is?"""
    place = settings.transcription
    if place is None:
        return Part(part="transcription", says="none: voice notes stay sound")
    place.check()
    where = "this machine" if place.is_here else "another machine, which TRANSCRIPTION_AWAY allows"
    says = f"{place.name} at {place.host}, {where}; not asked now"
    return Part(part="transcription", says=says)


def time_zones(today: date) -> Part:
    """Does the data know of this year's clock changes? The system's is taken before ours."""
    version, origin = version_of("tzdata"), "from the package tzdata"
    for folder in map(Path, zoneinfo.TZPATH):
        if (folder / "Europe/London").exists():
            version, origin = _system_version(folder), f"the system's, in {folder}"
            break
    year = version[:4]
    stale = year.isdecimal() and int(year) < today.year - 1
    says = f"{origin}; update it" if stale else origin
    return Part(part="time zones", version=version, stale=stale, says=says)


def _system_version(folder: Path) -> str:
    listing = folder / "tzdata.zi"  # "# version 2025b"
    if not listing.exists():
        return "unknown"
    with listing.open(encoding="utf-8") as lines:
        return lines.readline().removeprefix("# version").strip()


def swap(swaps: Path = SWAPS, devices: Path = DEVICES) -> Part:
    """Could an opened key be written to a disk in clear?"""
    if not swaps.exists():
        return Part(part="swap", says="not known on this system; encrypt it")
    entries = [line.split()[0] for line in swaps.read_text(encoding="utf-8").splitlines()[1:]]
    bare = [entry for entry in entries if not _is_safe(Path(entry), devices)]
    if bare:
        says = f"{', '.join(bare)}: not seen to be encrypted; opened keys may reach the disk"
        return Part(part="swap", works=False, says=says)
    return Part(part="swap", says="encrypted or in memory" if entries else "none")


def _is_safe(entry: Path, devices: Path) -> bool:
    """Compressed memory, or a device that the kernel encrypts."""
    name = entry.resolve().name
    if name.startswith("zram"):
        return True
    kind = devices / name / "dm" / "uuid"
    return kind.exists() and kind.read_text(encoding="utf-8").startswith("CRYPT-")


def core_dumps(core_pattern: Path = CORE_PATTERN) -> Part:
    """Where would a dump of memory go, if the server did not switch it off?"""
    pattern = core_pattern.read_text(encoding="utf-8").strip() if core_pattern.exists() else ""
    says = "serve switches them off"
    if pattern.startswith("|"):
        says += f"; this system hands them to {Path(pattern[1:].split()[0]).name}, which must obey"
    return Part(part="core dumps", says=says)
