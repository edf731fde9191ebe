"""Structured identifiers as notes and people write them, each beside a look-alike of one's own."""

import pytest

from aftershift.engines.safety.phi import Kind, find_phi
from aftershift.library.phi import load_phi_words

WORDS = load_phi_words()

FOUND = [
    ("IBAN DE95 4821 9935 1819 0937 86 of the widow", "DE95 4821 9935 1819 0937 86", Kind.NATIONAL),
    ("she sent GB82WEST12345698765432 to the ward", "GB82WEST12345698765432", Kind.NATIONAL),
    ("his PAN card BQKPS4417L and forty rupees", "BQKPS4417L", Kind.NATIONAL),
    ("UHID AIG.20418833, the file fell", "AIG.20418833", Kind.RECORD),
    ("dob5-5-55 is easy to remember", "5-5-55", Kind.BIRTH),
    ("she turns ninety on the 2nd of December", "2nd of December", Kind.BIRTH),
    ("dob oh four oh three forty one she said", "oh four oh three forty one", Kind.BIRTH),
    ("her year of birth was 1932", "1932", Kind.BIRTH),
    ("born twelfth of august nineteen fifty eight", "twelfth of august nineteen fifty eight",
     Kind.BIRTH),
    ("They took her off the vent on the 9th of November, which is our anniversary",
     "9th of November", Kind.DATE),
    ("We lost the little lad on Christmas Eve", "Christmas Eve", Kind.DATE),
    ("hospitalisée en janvier, décédée le 19, et moi", "le 19", Kind.DATE),
    ("RIP 14/2 verified", "14/2", Kind.DATE),
    ("The boy in 14 asks for me", "14", Kind.ROOM),
    ("14B told me about his football days", "14B", Kind.ROOM),
    ("the lad in the window bed in bay two", "window bed in bay two", Kind.ROOM),
    ("kamer 17: bloedsuikers 4x", "kamer 17", Kind.ROOM),
    ("Trauma 2 was a boy the age of ours", "Trauma 2", Kind.ROOM),
    ("Rm. 12-2 fell again", "Rm. 12-2", Kind.ROOM),
    ("la 14 m'a fait pleurer", "14", Kind.ROOM),
    ("Bed 3, male ward with two broken legs", "Bed 3", Kind.ROOM),
    ("she'll be 100 in March", "100", Kind.AGE),
    ("at 96 he still shaves for his wife", "96", Kind.AGE),
    ("93 y.o. female, fall at home", "93 y.o.", Kind.AGE),
    ("elle a quatre-vingt-seize ans", "quatre-vingt-seize ans", Kind.AGE),
    ("91, lives alone, found on floor", "91", Kind.AGE),
    ("my lady lives at the old toll house on fenwick lane", "the old toll house on fenwick lane",
     Kind.ADDRESS),
    ("he lives at Rosebank Cottage, Ballyduff", "Rosebank Cottage, Ballyduff", Kind.ADDRESS),
    ("the fire at Old Mill Lane 6", "Old Mill Lane 6", Kind.ADDRESS),
    ("wohnhaft Bahnhofstrasse 7, 8001 Zürich", "Bahnhofstrasse 7, 8001 Zürich", Kind.ADDRESS),
    ("ella vive en Av. Juárez 210", "Av. Juárez 210", Kind.ADDRESS),
    ("The memorial page is www.remember-tobias-h.mailhaven.org",
     "www.remember-tobias-h.mailhaven.org", Kind.URL),
    ("the clip of her drip is on @baldandbossy.lena", "@baldandbossy.lena", Kind.URL),
    ("mail willow underscore tree at inbox dot org", "willow underscore tree at inbox dot org",
     Kind.EMAIL),
    ("its oh seven seven hundred nine hundred six six two",
     "oh seven seven hundred nine hundred six six two", Kind.PHONE),
    ("the car he was cut out of, KDA 931X", "KDA 931X", Kind.DEVICE),
    ("infusion pump #88120 alarmed all night", "88120", Kind.DEVICE),
]  # fmt: skip
SPARED = [
    "my number is 07812 634233 if you call back",
    "My Corsa, LD06 KXA, got clamped in the staff car park",
    "my insta is @scrubs_and_sourdough",
    "email me the worksheet at tired.nightnurse@mailhaven.com",
    "My birthday's the 14th of March and he forgot",
    "our son was born on 2 November and I went back after nine weeks",
    "my scan is on 6 June, come with me?",
    "abx for 5/7, then review",
    "he moved out on 28 Feb",
    "ninety-nine red balloons was playing",
    "I want us to be 95 and bickering on a bench",
    "there are 90 of us on the rota",
    "Room 101 for me would be his mother's voicemails",
    "We had room 214 at the Premier Inn for our anniversary",
    "Half of bay 2 sang happy birthday to me",
    "cried all the way down the A40",
    "i'm a grown man in two fleeces",
    "We've bought the flat, 12B Corran Street, at last",
    "We walk down Fenwick Road every Sunday",
    "The counselling line is 0800 1111",
]


@pytest.mark.parametrize(("text", "span", "kind"), FOUND, ids=[text for text, _, _ in FOUND])
def test_a_format_is_found_and_masked(text: str, span: str, kind: Kind) -> None:
    found = find_phi(text, WORDS)
    touching = [one for one in found.spans if span in text[one.start : one.end] or (
        text[one.start : one.end] in span)]  # fmt: skip
    assert [one.kind for one in touching] == [kind]
    assert text[touching[0].start : touching[0].end] not in found.masked


@pytest.mark.parametrize("text", SPARED)
def test_what_is_ones_own_or_nobodys_is_left_in_peace(text: str) -> None:
    structured = [one.kind for one in find_phi(text, WORDS).spans if one.kind is not Kind.NAME]
    assert structured == []


@pytest.mark.parametrize("text", [
    "the number in my phone, 07812 634418, is her husband's",
    "call me on 07812 634163 she said, on her way out with the walker",
    "my patient's number is 07812 634233",
])  # fmt: skip
def test_a_number_that_the_writer_only_holds_is_not_the_writers(text: str) -> None:
    assert "07812" not in find_phi(text, WORDS).masked
