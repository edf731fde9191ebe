"""Verbs as people write them in blame -> the plain verb of a request.

"told" -> "tell", "stopped" -> "stop", "shared" -> "share", "asking" -> "ask". A short table for the
irregular ones, spelling rules for the others; it errs where a word is no verb.
"""

import re
from collections.abc import Mapping

from aftershift.engines.wording.tenses import NO_VERB

_PAIRS = """
ate eat|eaten eat|began begin|begun begin|broke break|broken break|brought bring|built build|
bought buy|caught catch|came come|cut cut|chose choose|chosen choose|did do|done do|drank drink|
drove drive|driven drive|fed feed|fell fall|felt feel|fought fight|found find|forgot forget|
forgotten forget|gave give|given give|went go|gone go|got get|gotten get|had have|heard hear|
held hold|hid hide|hidden hide|hung hang|hurt hurt|kept keep|knew know|known know|laid lay|
led lead|left leave|lent lend|let let|lost lose|made make|meant mean|met meet|paid pay|put put|
ran run|rang ring|rung ring|read read|said say|sat sit|saw see|seen see|sent send|set set|
shook shake|showed show|shown show|shut shut|slept sleep|sold sell|spent spend|spoke speak|
spoken speak|stood stand|stuck stick|stole steal|swapped swap|took take|taken take|taught teach|
thought think|threw throw|thrown throw|told tell|understood understand|woke wake|woken wake|
wore wear|worn wear|won win|wrote write|written write|been be
"""
IRREGULAR: Mapping[str, str] = {
    pair.split()[0]: pair.split()[1] for pair in "".join(_PAIRS.split("\n")).split("|")
}
_KEPT_DOUBLE = ("ll", "ss", "ff", "zz")
_ONE_SYLLABLE = re.compile(r"[^aeiouy]*(?:qu)?[aeiouy][bcdgklmnprstvz]")
_WANTS_E = re.compile(
    r"(?:[^aeiou]at|ag|[^s]is|iz|ic|nc|rc|[dlr]g|v|u|[aeiou]ng(?<=ang)|"
    r"[aeiou]rs|ns|eas|aus|ous|oos|ur|ir|[^n]gu|ac|id)"
)
_REGULAR = frozenset({"visit", "edit", "credit", "avoid", "exhibit", "focus", "benefit", "limit"})


def plain_verb(word: str) -> str:
    """Give the plain form of a verb in the past, a participle or one in -ing; others as they are.

    "need" and "ring" stay, for what is left of them without their end would be no verb.
    """
    if word in IRREGULAR or word in NO_VERB:
        return IRREGULAR.get(word, word)
    for end in ("ed", "ing"):
        stem = word.removesuffix(end)
        if stem != word and len(stem) > 1 and re.search(r"[aeiouy]", stem):
            return _stem(stem, end)
    return word


def _stem(stem: str, end: str) -> str:
    if stem.endswith("i") and end == "ed":
        return f"{stem[:-1]}y"
    if stem in _REGULAR:
        return stem
    if _is_doubled(stem):
        return stem[:-1]
    wants_e = _ONE_SYLLABLE.fullmatch(stem) or re.search(rf"{_WANTS_E.pattern}$", stem)
    return f"{stem}e" if wants_e else stem


def _is_doubled(stem: str) -> bool:
    """Say whether the last letter was doubled before the end: "stopped", "labelled"."""
    if re.search(r"[aeiou][^aeiou]+ell$", stem):
        return True
    is_twice = stem[-1] == stem[-2] and stem[-1] not in "aeiou"
    return is_twice and not stem.endswith(_KEPT_DOUBLE)
