"""How a roster is broken: bytes, lines, numbers and words of its trade, a few at a time."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.parsers import Parser

_NUMBER = re.compile(rb"\d+")
NUMBERS = (b"0", b"-1", b"00", b"99", b"2147483648", b"9" * 40, b"20261025", b"0001", b"9999")
LONGEST = 40_000
STRANGE = (b"\0", b"\xff", b"\xef\xbb\xbf", "\u2028".encode(), "٣".encode(), b"\r", b'"', b"\x85")


def mutated(data: bytes, pool: Sequence[bytes], random: Random, parser: Parser) -> bytes:
    """Break a roster one to six times; of a workbook often a part inside the archive."""
    if data.startswith(b"PK") and random.random() < 0.85:
        return _inside_archive(data, random, parser)
    for _ in range(random.randint(1, 6)):
        data = random.choice(_WAYS)(data, pool, random, parser.words)
    return data[:LONGEST]


def _inside_archive(data: bytes, random: Random, parser: Parser) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {one.filename: archive.read(one) for one in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, EOFError, zlib.error):
        return data[: random.randint(0, len(data))]
    for _ in range(random.randint(1, 4)):
        name = random.choice([*parts])
        if random.random() < 0.05:
            del parts[name]
            break
        way = random.choice(_WAYS)
        parts[name] = way(parts[name], [*parts.values()], random, parser.words)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


_Words = Sequence[bytes]
_Way = Callable[[bytes, Sequence[bytes], Random, _Words], bytes]


def _flip(data: bytes, _pool: Sequence[bytes], random: Random, _words: _Words) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, _pool: Sequence[bytes], random: Random, _words: _Words) -> bytes:
    starts, ends = _stretch(data, random)
    return data[:starts] + data[ends:]


def _repeat(data: bytes, _pool: Sequence[bytes], random: Random, _words: _Words) -> bytes:
    starts, ends = _stretch(data, random)
    return data[:starts] + data[starts:ends] * random.choice((2, 3, 50)) + data[ends:]


def _say(data: bytes, _pool: Sequence[bytes], random: Random, words: _Words) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice((*words, *STRANGE)) + data[at:]


def _count(data: bytes, _pool: Sequence[bytes], random: Random, _words: _Words) -> bytes:
    numbers = [found.span() for found in _NUMBER.finditer(data)]
    if not numbers:
        return data
    starts, ends = random.choice(numbers)
    near = b"%d" % (int(data[starts : min(ends, starts + 18)]) + random.choice((-1, 1, 60)))
    return data[:starts] + random.choice((*NUMBERS, near, near)) + data[ends:]


def _line(data: bytes, pool: Sequence[bytes], random: Random, words: _Words) -> bytes:
    lines = data.splitlines(keepends=True)
    others = random.choice(pool).splitlines(keepends=True)
    at = random.randrange(len(lines) + 1)
    new = random.choice(others or [b"\n"]) if random.random() < 0.5 else random.choice(words)
    return b"".join([*lines[:at], new, *lines[at + random.randint(0, 1) :]])


def _splice(data: bytes, pool: Sequence[bytes], random: Random, _words: _Words) -> bytes:
    other = random.choice(pool)
    return data[: random.randrange(len(data) + 1)] + other[random.randrange(len(other) + 1) :]


def _stretch(data: bytes, random: Random) -> tuple[int, int]:
    starts = random.randrange(len(data) + 1)
    return starts, starts + random.choice((1, 2, 8, 40, 300))


_WAYS: tuple[_Way, ...] = (_flip, _cut, _repeat, _say, _say, _count, _count, _line, _line, _splice)
