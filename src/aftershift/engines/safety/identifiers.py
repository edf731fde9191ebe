"""National numbers of patients: their shapes and check digits, each with its source.

Every rule reads a number without blanks and marks, letters in capitals. A label beside a number
counts for more than its check digit, because people mistype; without a label the digit decides.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
PPS_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV"
NHI_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # without I and O
HETU_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
MBI_LETTER, MBI_EITHER = "[AC-HJKMNP-RT-Y]", "[AC-HJKMNP-RT-Y0-9]"
VERHOEFF_TURN = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 5, 7, 6, 2, 8, 3, 0, 9, 4),
    (5, 8, 0, 3, 7, 9, 6, 1, 4, 2),
    (8, 9, 1, 6, 0, 4, 3, 5, 2, 7),
    (9, 4, 5, 3, 1, 2, 6, 8, 7, 0),
    (4, 2, 8, 6, 5, 7, 3, 9, 0, 1),
    (2, 7, 9, 3, 8, 0, 6, 4, 1, 5),
    (7, 0, 4, 6, 9, 1, 3, 2, 5, 8),
)


def luhn(number: str) -> bool:
    """Check the last digit by Luhn's formula (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0


def verhoeff(number: str) -> bool:
    """Check the last digit by Verhoeff's dihedral scheme (1969)."""
    check = 0
    for place, digit in enumerate(reversed(number)):
        check = _turned(check, VERHOEFF_TURN[place % 8][int(digit)])
    return check == 0


def _turned(one: int, other: int) -> int:
    """Multiply in the dihedral group of order ten."""
    if one < 5:
        return (one + other) % 5 if other < 5 else 5 + (one + other) % 5
    return 5 + (one - other) % 5 if other < 5 else (one - other) % 5


def _weighed(number: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))


def nhs(number: str) -> bool:
    """Check an NHS, CHI or H&C number: modulus 11 (NHS Data Dictionary, NHS NUMBER)."""
    check = (11 - _weighed(number, range(10, 1, -1)) % 11) % 11
    return check == int(number[9]) and len(set(number)) > 1


def ssn(number: str) -> bool:
    """Check the three groups of an SSN (SSA, randomization of 2011): no 000, 666, 9xx; no zeros."""
    area, group, serial = number[:3], number[3:5], number[5:]
    return area not in ("000", "666") and area < "900" and group != "00" and serial != "0000"


def medicare_au(number: str) -> bool:
    """Check an Australian Medicare card: weights 1 3 7 9 (METeOR 270101)."""
    return _weighed(number[:8], (1, 3, 7, 9, 1, 3, 7, 9)) % 10 == int(number[8])


def nhi(number: str) -> bool:
    """Check a New Zealand NHI number, old and new form (HISO 10046)."""
    values = [
        int(letter) if letter.isdigit() else NHI_LETTERS.find(letter) + 1 for letter in number
    ]
    total = _total(values[:6], range(7, 1, -1))
    if number[6].isdigit():
        return total % 11 != 0 and (11 - total % 11) % 10 == values[6]
    return 23 - total % 23 == values[6]


def _total(values: Sequence[int], weights: Sequence[int]) -> int:
    return sum(value * weight for value, weight in zip(values, weights, strict=False))


def pps(number: str) -> bool:
    """Check an Irish PPS number: modulus 23 (Department of Social Protection, 2013 form)."""
    second = ord(number[8]) - 64 if len(number) == 9 and number[8] not in "W" else 0
    return PPS_LETTERS[(_weighed(number, range(8, 1, -1)) + 9 * second) % 23] == number[7]


def dni(number: str) -> bool:
    """Check the letter of a Spanish DNI or NIE (Real Decreto 1553/2005; Interior)."""
    digits = number[:-1].translate(str.maketrans("XYZ", "012"))
    return NIF_LETTERS[int(digits) % 23] == number[-1]


def steuer_id(number: str) -> bool:
    """Check a German tax number: ISO 7064 modulus 11, 10 (BZSt, Pruefziffern der IdNr)."""
    product = 10
    for digit in number[:10]:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == int(number[10])


def kvnr(number: str) -> bool:
    """Check a German health insurance number (GKV, Anlage 1 zu § 290 SGB V)."""
    digits = f"{ord(number[0]) - 64:02}{number[1:9]}"
    total = 0
    for place, digit in enumerate(digits):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == int(number[9])


def nir(number: str) -> bool:
    """Check a French NIR and its key: 97 (INSEE, Repertoire national)."""
    digits = number.replace("2A", "19").replace("2B", "18")
    return 97 - int(digits[:13]) % 97 == int(digits[13:])


def bsn(number: str) -> bool:
    """Check a Dutch BSN: the test of eleven (Logisch ontwerp BSN, 2.1)."""
    return _weighed(number, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0 and int(number) > 0


def south_african(number: str) -> bool:
    """Check a South African ID: a date, then Luhn (Identification Act 68 of 1997)."""
    return _has_date(number[2:4], number[4:6]) and number[10] in "012" and luhn(number)


def pesel(number: str) -> bool:
    """Check a Polish PESEL: weights 1 3 7 9 (Act of 24 September 2010, art. 15)."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
    return _weighed(number, weights) % 10 == 0 and int(number[4:6]) <= 31


def belgian(number: str) -> bool:
    """Check a Belgian national register number: 97 (KB of 3 April 1984)."""
    check = int(number[9:])
    return check in (97 - int(number[:9]) % 97, 97 - int("2" + number[:9]) % 97)


def cpf(number: str) -> bool:
    """Check a Brazilian CPF: two digits modulus 11 (Receita Federal)."""
    one = _weighed(number[:9], range(10, 1, -1)) * 10 % 11 % 10
    other = _weighed(number[:10], range(11, 1, -1)) * 10 % 11 % 10
    return number[9:] == f"{one}{other}" and len(set(number)) > 1


def ahv(number: str) -> bool:
    """Check a Swiss AHV number: EAN-13 (ZAS, AHVN13)."""
    return _weighed(number, (1, 3) * 6 + (1,)) % 10 == 0


def hetu(number: str) -> bool:
    """Check a Finnish personal identity code: modulus 31 (DVV)."""
    digits = re.sub(r"\D", "", number[:-1])
    return HETU_LETTERS[int(digits) % 31] == number[-1]


def nuss(number: str) -> bool:
    """Check a Spanish social security number: 97 (Tesoreria General)."""
    return int(number[:10]) % 97 == int(number[10:])


def personnummer(number: str) -> bool:
    """Check a Swedish personal number: a date, then Luhn (SKV 704)."""
    last = number[-10:]
    return _has_date(last[2:4], last[4:6]) and luhn(last)


def _has_date(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def iban(number: str) -> bool:
    """Check an international bank account number: modulus 97, 10 (ISO 13616-1, ISO 7064)."""
    turned = number[4:] + number[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def svnr(number: str) -> bool:
    """Check an Austrian insurance number: modulus 11 over all but the check (DVSV, VSNR)."""
    total = _weighed(number[:3] + number[4:], (3, 7, 9, 5, 8, 4, 2, 1, 6))
    return total % 11 == int(number[3]) and _has_date(number[6:8], number[4:6])


def british_columbia(number: str) -> bool:
    """Check a personal health number of British Columbia: modulus 11 (MSP Teleplan, appendix D)."""
    check = 11 - _weighed(number[1:9], (2, 4, 8, 5, 10, 9, 7, 3)) % 11
    return check == int(number[9])


def always(number: str) -> bool:
    """Accept a shape that is a sign by itself."""
    return bool(number)


@dataclass(frozen=True, kw_only=True, slots=True)
class Scheme:
    """A national number: its name, its whole shape, its check."""

    name: str
    shape: re.Pattern[str]
    check: Callable[[str], bool]


def _scheme(name: str, shape: str, check: Callable[[str], bool]) -> Scheme:
    return Scheme(name=name, shape=re.compile(shape), check=check)


SCHEMES = (
    _scheme("NHS, CHI, H&C", r"\d{10}", nhs),
    _scheme("US Medicare", rf"[1-9]{MBI_LETTER}{MBI_EITHER}\d{MBI_LETTER}{MBI_EITHER}\d"
            rf"{MBI_LETTER}{{2}}\d\d", always),  # CMS, MBI format (2017): a shape, no check
    _scheme("Medicare AU", r"[2-6]\d{9}", medicare_au),
    _scheme("IHI AU", r"80036\d{11}", luhn),  # AS 5017: ISO/IEC 7812-1
    _scheme("NHI NZ", r"[A-HJ-NP-Z]{3}(?:\d{4}|\d\d[A-HJ-NP-Z]{2})", nhi),
    _scheme("OHIP", r"[1-9]\d{9}(?:[A-Z]{2})?", lambda number: luhn(number[:10])),  # MOHLTC
    _scheme("Aadhaar", r"[2-9]\d{11}", verhoeff),  # UIDAI
    _scheme("ABHA", r"91\d{12}", always),  # NHA, 14 digits
    _scheme("PAN IN", r"[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]", always),  # Income Tax rule 114
    _scheme("South Africa", r"\d{13}", south_african),
    _scheme("PPS", r"\d{7}[A-W][A-IW]?", pps),
    _scheme("DNI, NIE", r"(?:\d{8}|[XYZ]\d{7})[A-HJ-NP-TV-Z]", dni),
    _scheme("NUSS", r"\d{12}", nuss),
    _scheme("Steuer-ID", r"[1-9]\d{10}", steuer_id),
    _scheme("KVNR", r"[A-Z]\d{9}", kvnr),
    _scheme("NIR", r"[1278]\d{4}(?:\d\d|2A|2B)\d{8}", nir),
    _scheme("PESEL", r"\d{11}", pesel),
    _scheme("Belgium", r"\d{11}", belgian),
    _scheme("CPF", r"\d{11}", cpf),
    _scheme("AHV", r"756\d{10}", ahv),
    _scheme("hetu", r"\d{6}[+A]?\d{3}[A-FHJ-NPR-Y]", hetu),
    _scheme("personnummer", r"(?:19|20)?\d{10}", personnummer),
    _scheme("codice fiscale", r"[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]", always),  # DM 1976
    _scheme("National Insurance", r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]", always),  # HMRC
    _scheme("BSN", r"\d{8,9}", lambda number: bsn(number.zfill(9))),
    _scheme("IBAN", r"[A-Z]{2}\d\d[A-Z0-9]{11,30}", iban),
    _scheme("SVNR AT", r"[1-9]\d{9}", svnr),
    _scheme("PHN BC", r"9\d{9}", british_columbia),
    _scheme("CURP", r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d", always),  # DOF 23 October 1996
    _scheme("RAMQ", r"[A-Z]{4}\d{8}", lambda number: _has_date(
        f"{int(number[6:8]) % 50:02}", number[8:10])),  # RAMQ: a woman's month is raised by 50
    _scheme("SIN CA", r"\d{9}", luhn),  # ESDC
)  # fmt: skip


def national_scheme(number: str) -> str:
    """Name the scheme whose shape and check a bare number keeps, or nothing."""
    bare = re.sub(r"[ ./-]", "", number).upper()
    kept = (one for one in SCHEMES if one.shape.fullmatch(bare) and one.check(bare))
    return next((one.name for one in kept), "")
