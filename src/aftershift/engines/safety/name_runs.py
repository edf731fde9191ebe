"""Which words of a message may be a name at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

NOT_NAMES = (Role.EPONYM, Role.PLACE, Role.BRAND, Role.CALENDAR, Role.STAFF_TITLE, Role.KIN)
CLINIC = (Role.CLINICAL, Role.DIAGNOSIS, Role.UNIT, Role.ROOM, Role.PATIENT_NOUN)
PARTICLES = listed("van de der den von el al bin ibn dos da do la le du di ter ten san st")
SMALL_TITLES = listed("mr mrs mx dhr mevr sra srta mme")
DOUBTFUL_SMALL = listed("ms miss")
NEED_CAPITAL = listed("miss don fr sr lady master chief hr sir")
WEAK_TITLES = listed(
    """
    auntie aunty uncle nana lola lolo tatay nanay mama papa oma opa mémé pépé abuela abuelo tía
    tio chief gogo mzee tante kuya nonna nonno yiayia babcia bibi avó lady master madam missus
    mister oga
    """
)
INITIALS = re.compile(
    r"(?<![\w.])(?:[A-Z]\.(?: ?))?(?:(?:O'|Mc)?[A-Z]\.){1,3}(?:O'[A-Z]\.?)?(?!\w)"
)
BARE_INITIALS = re.compile(r"(?<![\w.-])[A-Z]{2}(?![\w-])")
TURNED = re.compile(r"(?<!\w)[A-ZÀ-Ü]{3,20}, [A-ZÀ-Ü][a-zà-ü]{1,20}(?!\w)")
ABBREVIATIONS = listed(
    """
    U.S U.K P.S R.N E.R I.V O.T A.M P.M D.O.B A.E G.P E.D N.B R.I.P O.K T.V B.P I.D D.J O.R
    """
)
SHORTENED = ("'ve", "'ll", "'re", "'d", "'m", "n't")
LETTERS = re.compile(r"[A-Z]{2,}s")  # "TTOs", "HCAs"
ENDINGS = ("ing", "ed", "ly", "tion", "ness", "ment", "ies", "ous")
LONGEST = 4  # words of a name


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Words that may be one name: from the word `first` up to and with the word `last`.

    `is_titled`: a patient's title stands before. `is_sure`: nothing but a name looks like this;
    otherwise it may be a common word, and only a plain cue will do.
    """

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    is_titled: bool = False
    is_sure: bool = True
    is_initials: bool = False
    is_bare: bool = False  # two capitals without dots
    is_full: bool = False  # two words or more, or a grandmother's title


def runs(talk: Talk) -> Iterator[Run]:
    """Go through a message and give what may be names, from left to right."""
    at = 0
    marks = _marks(talk)
    while at < len(talk.tokens):
        run = marks.get(at) or _titled(talk, at) or _plain(talk, at)
        if run:
            yield run
        at = run.last + 1 if run else at + 1


def _marks(talk: Talk) -> dict[int, Run]:
    """Find names in special dress: initials, and surnames in capitals before the first name."""
    found: dict[int, Run] = {}
    for pattern in (TURNED, INITIALS, BARE_INITIALS):
        for match in pattern.finditer(talk.clean):
            first, last = talk.index(match.start()), talk.index(match.end()) - 1
            if last < first or first in found:
                continue
            tokens = talk.tokens[first : last + 1]
            next_low = talk.tokens[last + 1].low if last + 1 < len(talk.tokens) else ""
            if match.group().rstrip(".").upper() in ABBREVIATIONS or next_low == "coli":
                continue
            found[first] = Run(
                start=match.start(),
                end=match.end(),
                first=first,
                last=last,
                words=(match.group().casefold(),),
                is_titled=pattern is TURNED and not any(token.has(*CLINIC) for token in tokens),
                is_sure=False,
                is_initials=pattern is not TURNED,
                is_bare=pattern is BARE_INITIALS,
            )
    return found


def _titled(talk: Talk, at: int) -> Run | None:
    title = talk.tokens[at]
    if not title.has(Role.PATIENT_TITLE) or at + 1 >= len(talk.tokens) or title.has_genitive:
        return None
    first = at + 1
    while (
        first < len(talk.tokens) - 1
        and talk.tokens[first].low in ("dr", "prof", *PARTICLES)
        and _is_close(talk.tokens[first])
        and _is_close(talk.tokens[first + 1])
        and not (talk.tokens[first].capital and not talk.tokens[first + 1].capital)  # "Mrs Le in"
    ):
        first += 1
    name = talk.tokens[first]
    if (
        not _is_close(name)
        or name.sentence != title.sentence
        or not _may_follow(talk, title, name, first)
    ):
        return None
    last = _run_end(talk, first)
    weak = title.low in WEAK_TITLES
    start = title.start
    words = tuple(token.low for token in talk.tokens[first : last + 1])
    return Run(
        start=start,
        end=talk.tokens[last].end,
        first=at,
        last=last,
        words=words,
        is_titled=not weak,
        is_full=weak,
    )


def _is_close(token: Token) -> bool:
    return token.gap.strip() in ("", ".") and len(token.gap) <= 3 and "\n" not in token.gap


def _may_follow(talk: Talk, title: Token, name: Token, at: int) -> bool:
    """Say whether a word after a title is a surname: a capital, or after some titles any word."""
    brands = title.has(Role.BRAND) and name.has(Role.BRAND)
    letter = len(name.low) < 2 and not (name.capital and title.capital)
    if name.low.isdigit() or brands or letter:
        return False
    if name.capital or name.all_capitals:
        behind_article = at >= 2 and talk.tokens[at - 2].low == "el"
        return title.capital or behind_article or title.low not in NEED_CAPITAL
    if title.low in DOUBTFUL_SMALL:
        plain = not name.has(*Role) or name.has(Role.FIRST_NAME)
        return plain and at + 1 < len(talk.tokens) and not _is_wish(talk, at)
    small = title.low in SMALL_TITLES and not name.has(Role.OPENER)
    return name.gap == ". " if title.low == "hr" else small


def _is_wish(talk: Talk, at: int) -> bool:
    """Say whether "miss" is a verb here: "I miss sleep"."""
    before = talk.tokens[at - 2] if at >= 2 else None
    return before is not None and (
        before.low
        in (
            "i",
            "we",
            "you",
            "to",
            "don't",
            "dont",
            "will",
            "really",
            "they",
            "still",
            "just",
            "never",
            "might",
        )
    )


def _plain(talk: Talk, at: int) -> Run | None:
    token = talk.tokens[at]
    sure = _is_sure_name(talk, token)
    if not sure and (talk.is_german or not _may_be_name(token) or _is_short(talk, token)):
        return None
    last = _run_end(talk, at) if token.capital else at
    if _is_place_name(talk, at, last):
        return None
    words = tuple(one.low for one in talk.tokens[at : last + 1])
    return Run(
        start=token.start,
        end=talk.tokens[last].end,
        first=at,
        last=last,
        words=words,
        is_sure=sure or last > at,
        is_full=last > at,
    )


def _is_sure_name(talk: Talk, token: Token) -> bool:
    """Say whether a word is a name by its looks: known, or a capital in mid-sentence."""
    if token.low.isdigit() or len(token.low) < 2 or not token.capital or _is_short(talk, token):
        return False
    known = token.has(Role.FIRST_NAME) and not token.has(Role.WORD_NAME)
    other = token.has(*NOT_NAMES, *CLINIC)
    if talk.is_german or token.all_capitals:
        return known and (talk.is_german or len(token.low) > 3)
    if known or other:
        return known and not (other and token.has(Role.CALENDAR, Role.BRAND, Role.KIN))
    return _is_strange(talk, token)


def _is_short(talk: Talk, token: Token) -> bool:
    """Say whether a word is two in one ("we've") or letters in a plural ("TTOs")."""
    shown = talk.clean[token.start : token.end]
    return token.low.endswith(SHORTENED) or bool(LETTERS.fullmatch(shown))


def _is_strange(talk: Talk, token: Token) -> bool:
    """Say whether a capital in mid-sentence belongs to no word that we know."""
    opens = token.is_first or token.gap.rstrip(" ")[-1:] in ('"', "“", ":", "(")
    if opens:
        return False
    worded = token.has(Role.WORD_NAME)
    return worded or not (token.has(Role.OPENER) or _stands_for_a_place(talk, token))


def _stands_for_a_place(talk: Talk, token: Token) -> bool:
    """Say whether a strange capital is likelier a town: "in Enugu"."""
    before = talk.before(token.start, 1)
    return bool(before) and before[0].low in ("in", "at", "near", "from")


def _may_be_name(token: Token) -> bool:
    if len(token.low) < 2 or token.low.isdigit() or token.all_capitals or token.has(Role.BRAND):
        return False
    if token.has(Role.FIRST_NAME, Role.WORD_NAME):
        other = token.has(Role.WORD_NAME, *NOT_NAMES, Role.OPENER, Role.UNIT)
        return token.capital or not other
    if not token.capital or token.has(Role.OPENER, *NOT_NAMES) or token.low.endswith(ENDINGS):
        return False
    return not token.roles - {Role.SOFT, Role.HOME, Role.STREET, Role.RARE, Role.EMPTY, Role.TALK}


def _run_end(talk: Talk, at: int) -> int:
    last = at
    while last + 1 < len(talk.tokens) and last - at < LONGEST - 1:
        next_one = talk.tokens[last + 1]
        if talk.tokens[last].has_genitive or next_one.gap not in (" ", "-"):
            break
        if (
            next_one.low in PARTICLES
            and last + 2 < len(talk.tokens)
            and talk.tokens[last + 2].capital
        ):
            last += 2
            continue
        if not _continues(next_one):
            break
        last += 1
    return last


def _continues(token: Token) -> bool:
    if len(token.low) == 1:
        return token.capital and token.low != "i"
    if token.low == "amma":
        return True
    return (
        token.capital
        and not token.all_capitals
        and not token.has(Role.CALENDAR, Role.UNIT, Role.CLINICAL, Role.DIAGNOSIS, Role.OPENER)
    )


def _is_place_name(talk: Talk, at: int, last: int) -> bool:
    after = talk.tokens[last + 1] if last + 1 < len(talk.tokens) else None
    words = talk.tokens[at + 1 : last + 1]
    named = (
        after is not None
        and after.gap == " "
        and after.low
        in (
            "unit",
            "ward",
            "wing",
            "hospital",
            "suite",
            "house",
            "centre",
            "center",
            "clinic",
            "report",
            "street",
            "road",
            "syndrome",
            "disease",
            "sign",
            "score",
            "tube",
            "scale",
        )
    )
    return named or any(
        token.has(Role.PLACE, Role.STREET)
        for token in words
        if token.low not in ("st",)
        and not token.has(Role.FIRST_NAME)
        and token.low
        in (
            "hospital",
            "infirmary",
            "street",
            "road",
            "house",
            "general",
            "ward",
            "unit",
            "park",
            "lane",
            "centre",
        )
    )
