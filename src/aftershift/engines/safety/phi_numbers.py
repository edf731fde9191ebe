"""Numbers and addresses that lead to one person: records, national numbers, phones, e-mail, marks.

Every pattern is anchored at the edge of a word and bounded in length, so that hostile text costs
no more than its length. What is left of six digits or more, and is explained by nothing of daily
life (money, a parcel, an extension), counts as a record: a number that nobody can explain is not
worth the risk.
"""

import re
from collections.abc import Iterator

from aftershift.engines.safety.identifiers import national_scheme
from aftershift.engines.safety.phi_kinds import Found, Kind, Masked
from aftershift.engines.safety.phi_own import is_the_writers_thing
from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@ ?| @ | ?[(\[] ?at ?[)\]] ?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?<![\w.+-])[\w.+-]{2,64}(?: (?:dot|underscore|dash|hyphen) \w{1,30}){0,4}"
    r" at [\w-]{2,63}(?: dot \w{2,12}){1,3}(?!\w)",
    re.I,
)
LINK = re.compile(
    r"(?<![\w@./])(?:https?://[^\s,;<>\"]{3,200}|(?:www\.)?[\w-]{2,63}(?:\.[\w-]{2,63}){0,3}\."
    r"(?:com|org|net|tv|me|co|io|fm|ly|uk|de|fr|es|nl|ie|au|app|blog)/@?[\w./%~=?&-]{2,200})"
    r"|(?<![\w@./])[ur]/[\w-]{3,40}",
    re.I,
)
SITE = re.compile(
    r"(?<![\w@./-])(?:www\.)?[\w-]{3,63}(?:\.[\w-]{2,63}){0,3}\."
    r"(?:com|org|net|tv|me|co|io|uk|de|fr|es|nl|ie|au|nz|ca|in|za|mx|at|ch|be|blog"
    r"|love)(?![\w@.-]\w)",
    re.I,
)
PUBLIC = re.compile(
    r"(?:^|\.)(?:nhs|gov|hse|bbc|google|gmail|amazon|netflix|youtube|facebook|instagram|tiktok|ikea"
    r"|booking|airbnb|wikipedia|nmc|gmc|rcn|bma|ebay|spotify|zoom|outlook|hotmail)\.",
    re.I,
)
SHOWN = listed(
    """
    memorial page site website web blog link fundraiser gofundme wall stream tribute album video
    posts post shop channel obituary gallery
    """
)
HANDLE = re.compile(r"(?<![\w@.+-])@[A-Za-z_][\w.]{2,40}")
NICK = re.compile(r"(?<![\w@.-])[A-Za-z][\w]{1,30}(?:[._][\w]{1,30}){1,4}(?![\w@])")
MARK = re.compile(r"(?<![\w@.,-])[A-Z0-9]{1,24}(?:[ /-][A-Z0-9]{1,20}){0,5}(?![\w@])")
PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{3}[- ]\d{3} ?[A-Z]{2}|\d{2,3}-[A-Z]{1,2}-\d{1,6}"
    r"|[A-Z]{1,3}-[A-Z]{1,2} ?\d{1,4}|\d{4} ?[BCDFGHJKLMNPRSTVWXYZ]{3}|[A-Z]{2}-\d{3}-[A-Z]{2}"
    r"|[A-Z]{3}[- ]\d{3,4}|[A-Z]{3} ?\d{3}[A-Z]|[A-Z]{2,3} ?\d{3}-\d{3}|[A-Z]{3} \d{3} GP"
    r"|[A-Z]{2} ?\d{2} ?[A-Z]{1,2} ?\d{4}|[A-Z]{2}-\d{3}-[A-Z]|\d-[A-Z]{3}-\d{3}"
    r"|[A-Z]{3}-\d{2}-\d{2}|[A-Z]{2} \d{4,6}|[A-Z]{1,2}-\d{3,5} ?[A-Z]{1,2}|\d[A-Z]{3}\d{3}"
    r"|\d[A-Z]\d \d{4}|[A-Z]{3} ?\d{2}[A-Z])(?![\w-])"
)
SURE_PLATE = re.compile(
    r"[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{2} ?\d{2} ?[A-Z]{2} ?\d{4}|\d-[A-Z]{3}-\d{3}"
    r"|\d{2,3}-[A-Z]{1,2}-\d{3,6}"
)
ACCOUNT = re.compile(
    r"(?<![\w-])[A-Z]{2}\d\d ?(?:[A-Z\d]{4} ?){2,7}[A-Z\d]{1,4}(?![\w-])"
    r"|(?<![\w-])[a-z]{2}\d\d(?: ?\d{4}){3,6} ?\d{0,4}(?![\w-])"
)
NAMED_ACCOUNT = re.compile(r"iban(?: \w{2,8}){0,2}[:,]? ?$", re.I)
LETTERED = re.compile(r"(?<![\w@.-])[A-Z]{1,8}[.:/-]?\d{3,12}[A-Z\d]{0,6}(?![\w@])")
CHUNK = r"(?:\d{1,20}[A-Za-z]{0,3}\d{0,8}|[A-Z]{1,4}\d{1,12}[A-Z]{0,2})"
NUMBER = re.compile(
    r"(?<![\w@£$€.,])(?:\+ ?|\()?(?:[A-Za-z]{1,4}[ /-]?)?\d[\dA-Za-z]{0,24}\)?"
    rf"(?:(?: ?[-./] ?|  ?|\) ?){CHUNK}){{0,8}}(?:-[A-Z]{{1,4}}| [A-Z]{{2}})?(?![\w])"
)
HOTLINES = re.compile(
    r"(?:999|911|988|111|112|101|105|116\d{3}|13 ?11 ?14|85258|741741|0800\d{4,7}|1800\d{7}"
    r"|1850\d{6}|1800\d{6}|0845\d{6,7})"
)
CLOCKS = re.compile(r"(?:[012]\d[.:]?|\d[.:])[0-5]\d ?-+ ?(?:[012]\d[.:]?|\d[.:])[0-5]\d")
HOUR = re.compile(r"[012]\d[0-5]\d")
AT = listed("at by from til till to around since about the seen time left arrived opened")
CLOCK = re.compile(r"[012]?\dh[0-5]\d")
PRESSURE = re.compile(r"\d{2,3}/\d{2,3}")
THOUSANDS = re.compile(r",\d{3}(?!\d)|:\d\d|%")
MONEY = re.compile(r"[£$€₦₹] ?$")
CALLED = re.compile(r"^(?:\+|00\d|0\d)")
NANP = re.compile(r"\+?1?[ -]?\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4}|[2-9]\d\d[- ]\d{4}")
YEAR = re.compile(r"\d{3}|(?:19|20)\d\d")  # too few digits, or likelier a year
SSN = re.compile(r"\d{3} ?[-.] ?\d\d ?[-.] ?\d{4}")
SPOKEN = (
    r"(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|dash|hyphen|plus"
    r"|hundred|thousand|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
SPELT = re.compile(
    rf"(?<![\w-])(?:[A-Z],? )?{SPOKEN}(?:[ ,-]{{1,2}}{SPOKEN}){{3,20}}(?![\w-])", re.I
)
DIALLED = ("oh", "zero", "plus")
TENS = listed("hundred thousand ten twenty thirty forty fifty sixty seventy eighty ninety")
COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
BY_LABEL = (
    (Role.NATIONAL_LABEL, Kind.NATIONAL),
    (Role.PHONE_LABEL, Kind.PHONE),
    (Role.RECORD_LABEL, Kind.RECORD),
    (Role.DEVICE_LABEL, Kind.DEVICE),
)
FEWEST = 6  # digits that no label explains
NEAR, NEARBY = 4, 7  # words


def contacts(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find e-mail addresses, links and handles."""
    for pattern, kind in ((MAIL, Kind.EMAIL), (LINK, Kind.URL), (HANDLE, Kind.URL)):
        for match in pattern.finditer(text):
            if not is_the_writers_thing(talk, match.start()):
                yield Found(start=match.start(), end=_trimmed(match), kind=kind)
    for match in SITE.finditer(text):
        if _is_shown(talk, match):
            yield Found(start=match.start(), end=_trimmed(match), kind=Kind.URL)
    for match in NICK.finditer(text):
        labelled = _is_labelled(talk, match.start(), Role.HANDLE_LABEL, 9)
        if labelled and not is_the_writers_thing(talk, match.start()):
            yield Found(start=match.start(), end=match.end(), kind=Kind.URL)


def _is_shown(talk: Talk, match: re.Match[str]) -> bool:
    """Say whether a bare host is a page about somebody, and no public one or the writer's."""
    host = match.group().casefold()
    if PUBLIC.search(host) or is_the_writers_thing(talk, match.start()):
        return False
    told = any(token.low in SHOWN for token in talk.around(match.start(), match.end(), 6))
    return host.startswith("www.") or host.count("-") > 1 or told


def _trimmed(match: re.Match[str]) -> int:
    return match.start() + len(match.group().rstrip(".,;:!?/"))


def plates_and_devices(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find the marks of things: plates by their shape or label, serials by their label."""
    for match in PLATE.finditer(text):
        known = (
            SURE_PLATE.fullmatch(match.group())
            or _is_labelled(talk, match.start(), Role.DEVICE_LABEL, 4)
            or _is_labelled(talk, match.start(), Role.VEHICLE, 9)
        )
        if known and not is_the_writers_thing(talk, match.start()):
            yield Found(start=match.start(), end=match.end(), kind=Kind.DEVICE)
    for match in MARK.finditer(text):
        shown = match.group()
        labelled = _is_labelled(talk, match.start(), Role.DEVICE_LABEL, 3)
        daily = _is_labelled(talk, match.start(), Role.INNOCENT_LABEL, 4)
        if labelled and not daily and sum(map(str.isdigit, shown)) >= 2:
            start = match.start() + len(shown) - len(shown.lstrip(" -/"))
            yield Found(start=start, end=match.end(), kind=Kind.DEVICE)


def accounts(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find bank accounts by modulus 97 or their label."""
    for match in ACCOUNT.finditer(text):
        shown = match.group()
        named = NAMED_ACCOUNT.search(talk.clean[max(0, match.start() - 30) : match.start()])
        known = named or national_scheme(shown) == "IBAN"
        if known and not is_the_writers_thing(talk, match.start()):
            yield Found(start=match.start(), end=match.end(), kind=Kind.NATIONAL)


def marks(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find what letters and digits make together: a tax mark by its shape, a file by its label."""
    for match in LETTERED.finditer(text):
        kind = _kind_of_mark(talk, match)
        if kind and not is_the_writers_thing(talk, match.start()):
            yield Found(start=match.start(), end=match.end(), kind=kind)


def _kind_of_mark(talk: Talk, match: re.Match[str]) -> Kind | None:
    """Say what letters with digits are, by their scheme or by the label right before them."""
    before = talk.before(match.start(), 3)
    if any(token.has(Role.INNOCENT_LABEL) for token in before):
        return None
    shown = match.group()
    labels = {role for token in before for role in token.roles}
    if national_scheme(shown) and len(shown) >= 9:
        return Kind.NATIONAL
    if sum(map(str.isdigit, shown)) < 4:
        return None
    return next((kind for role, kind in BY_LABEL[::2] if role in labels), None)


def numbers(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find numbers that lead to a person, each under the kind that its words and digits say."""
    for match in NUMBER.finditer(text):
        start, end = _without_label(match)
        start = _behind_label(talk, start, end)
        shown = match.string[start:end]
        kind = _kind_of(talk, shown, start, end)
        if kind and not is_the_writers_thing(talk, start):
            yield Found(start=start, end=end, kind=kind)


def spelt_numbers(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find numbers spelt out digit by digit, as over a telephone: "oh seven double oh nine"."""
    for match in SPELT.finditer(text):
        said = re.findall(r"[a-z]+", match.group().casefold())
        counted = said in (list(COUNTED[: len(said)]), list(COUNTED[: len(said)])[::-1])
        labels = _labels(talk, match.start(), match.end())
        kind = next((kind for role, kind in BY_LABEL if role in labels), None)
        rounded = not TENS.isdisjoint(said)  # "two hundred and ten", an amount
        if rounded and (said[0] not in DIALLED or len(said) < FEWEST):
            continue
        if kind is None and len(said) >= FEWEST and not counted:
            kind = Kind.PHONE if said[0] in DIALLED else Kind.RECORD
        if kind:
            yield Found(start=match.start(), end=match.end(), kind=kind)


def _without_label(match: re.Match[str]) -> tuple[int, int]:
    """Leave a word in small letters before the digits outside: "no 753 613 4541"."""
    head = re.match(r"[a-z]{1,4}[ /]|(?:NO|No|ID|Nr|DOB|MR|LN|REF)[ /]", match.group())
    start = match.start() + (head.end() if head else 0)
    shown = match.string[start : match.end()]
    return start, match.end() - (len(shown) - len(shown.rstrip(" -./")))


def _behind_label(talk: Talk, start: int, end: int) -> int:
    """Leave a label in capitals outside too: "MRN 66102935"."""
    first = talk.tokens[talk.index(start)] if talk.index(start) < len(talk.tokens) else None
    labels = (Role.RECORD_LABEL, Role.NATIONAL_LABEL, Role.PHONE_LABEL, Role.DEVICE_LABEL)
    if first is None or first.end >= end or not first.has(*labels) or len(first.low) < 2:
        return start
    return first.end + (talk.clean[first.end] in " -/")


def _kind_of(talk: Talk, shown: str, start: int, end: int) -> Kind | None:
    digits = "".join(filter(str.isdigit, shown))
    if len(digits) < 3 or _is_daily(talk, shown, start, end):
        return None
    labels = _labels(talk, start, end)
    rules = (
        (Role.NATIONAL_LABEL in labels and not YEAR.fullmatch(shown), Kind.NATIONAL),
        (shown[0] in "+(" and len(digits) >= 7, Kind.PHONE),
        (bool(SSN.fullmatch(shown)) or _is_national(shown, digits), Kind.NATIONAL),
        (_is_phone(shown, digits, labels), Kind.PHONE),
        (Role.RECORD_LABEL in labels and _is_record(shown, digits), Kind.RECORD),
        (bool(national_scheme(shown)) and len(digits) >= 7, Kind.NATIONAL),
        (len(digits) >= FEWEST, Kind.RECORD),
        (bool(re.match(r"[A-Z]{1,4}[-/]?\d{5}|[A-Z]-\d{4}", shown)), Kind.RECORD),
    )
    return next((kind for holds, kind in rules if holds), None)


def _is_national(shown: str, digits: str) -> bool:
    """Say whether the digits alone are sure enough: ten or more of them, or letters that fit."""
    return bool(national_scheme(shown)) and (len(digits) >= 10 or len(digits) < len(_bare(shown)))


def _is_phone(shown: str, digits: str, labels: set[Role]) -> bool:
    if re.search("[A-Za-z]", shown) or not 7 <= len(digits) <= 15:
        return False
    if NANP.fullmatch(shown):
        return len(digits) >= 10 or Role.PHONE_LABEL in labels
    if CALLED.match(shown) and 9 <= len(digits) <= 14:
        return Role.PHONE_LABEL in labels or (bool(re.match(r"0[1-9]", digits)) and len(digits) > 9)
    return Role.PHONE_LABEL in labels and Role.RECORD_LABEL not in labels


def _is_record(shown: str, digits: str) -> bool:
    return len(digits) >= 4 or bool(re.search("[A-Z]", shown)) or "/" in shown


def _bare(shown: str) -> str:
    return re.sub(r"[ ./-]", "", shown)


def _is_daily(talk: Talk, shown: str, start: int, end: int) -> bool:
    """Say whether a number is one of daily life: money, hours, a parcel, a hotline, an amount."""
    digits = "".join(filter(str.isdigit, shown))
    before = [token for token in talk.before(start, NEAR) if not token.gap.count("\n")]
    after = talk.after(end, 2)
    counted = bool(after) and after[0].has(Role.UNIT) and _touches(talk, end, after[0])
    daily = (
        bool(HOUR.fullmatch(shown)) and bool(before) and before[-1].low in AT,
        PRESSURE.fullmatch(shown),
        HOTLINES.fullmatch(_bare(shown)),
        CLOCKS.fullmatch(shown) or CLOCK.fullmatch(shown),
        MONEY.search(talk.clean[max(0, start - 2) : start]),
        THOUSANDS.match(talk.clean[end : end + 4]),
        counted and len(digits) < 8,
    )
    return any(daily) or _is_spared(before, after, digits)


def _touches(talk: Talk, end: int, token: Token) -> bool:
    return not talk.clean[end : token.start].strip()


def _is_spared(before: list[Token], after: list[Token], digits: str) -> bool:
    sure = (Role.NATIONAL_LABEL, Role.RECORD_LABEL, Role.PHONE_LABEL, Role.DEVICE_LABEL)
    nearest = next(
        (token for token in reversed(before) if token.has(*sure, Role.INNOCENT_LABEL)), None
    )
    if nearest and nearest.has(Role.INNOCENT_LABEL):
        return True
    if nearest is None and any(token.has(Role.INNOCENT_LABEL) for token in after):
        return len(digits) < 10
    return False


def _labels(talk: Talk, start: int, end: int) -> set[Role]:
    """Gather what the words around say of a number; the nearest decide."""
    wanted = {Role.NATIONAL_LABEL, Role.RECORD_LABEL, Role.PHONE_LABEL, Role.DEVICE_LABEL}
    found: set[Role] = set()
    for token in talk.before(start, NEARBY):
        found |= token.roles & wanted
    for token in talk.after(end, NEAR):
        found |= token.roles & {Role.NATIONAL_LABEL}
    near: set[Role] = set()
    for token in talk.before(start, NEAR):
        near |= token.roles & wanted
    return near or found


def _is_labelled(talk: Talk, start: int, role: Role, count: int) -> bool:
    return any(token.has(role) for token in talk.before(start, count))
