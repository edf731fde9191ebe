from zoneinfo import ZoneInfo

import pytest

from aftershift.engines.rosters.codes import SETTLED, Ward, dialects_near, understand
from aftershift.engines.rosters.shifts import Kind
from aftershift.library.dialects import load_dialect, load_dialects, load_legend
from aftershift.library.shelf import ContentError

GOOD = """
name = "A ward"
zones = ["Europe/London"]
source = "made up"
written = 2026-11-22
[[codes."N"]]
meaning = "night"
kind = "work"
hours = ["19:30-07:30"]
certainty = 0.9
[[titles]]
code = "N"
anywhere = ["night shift"]
matches = "Night shift"
refuses = "Good night"
"""


def test_every_dialect_loads_and_its_examples_hold():
    ids = {one.id for one in load_dialects()}
    assert ids >= {"uk-nursing", "uk-medical", "us-nursing", "us-medical", "german", "australian"}


@pytest.mark.parametrize(
    ("dialect", "codes"),
    [
        ("uk-nursing", "E L LD D N OFF A/L"),
        ("uk-medical", "LD N NWD OFF AL"),
        ("us-nursing", "D N E D12 N12 OFF PTO"),
        ("us-medical", "C24 28H NF HC OFF VAC"),
        ("german", "F S N T U frei ZA (/)"),
        ("australian", "E L N AM PM ADO RDO"),
    ],
)
def test_the_usual_codes_of_a_chosen_dialect_are_settled(dialect, codes):
    chosen = tuple(one for one in load_dialects() if one.id == dialect)
    ward = Ward(zone=ZoneInfo("Europe/London"), dialects=chosen)
    assert [code for code in codes.split() if not understand(code, ward).is_settled] == []


def test_codes_that_mean_different_things_in_one_ward_are_asked_about():
    chosen = {one.id: one for one in load_dialects()}
    for dialect, code in (("uk-nursing", "H"), ("us-nursing", "MID"), ("us-medical", "C")):
        ward = Ward(zone=ZoneInfo("Europe/London"), dialects=(chosen[dialect],))
        assert understand(code, ward).certainty < SETTLED


def test_all_dialects_together_agree_on_a_day_off_and_ask_about_a_night():
    ward = Ward(zone=ZoneInfo("Asia/Tokyo"), dialects=dialects_near(load_dialects(), "Asia/Tokyo"))
    assert understand("OFF", ward).is_settled
    assert not understand("N", ward).is_settled
    assert understand("N", ward).is_of_one_kind


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('kind = "work"', 'kind = "play"', "codes.N.0.kind"),
        ("certainty = 0.9", 'certainty = "0.9"', "codes.N.0.certainty"),
        ("certainty = 0.9", "certainty = 1.9", "codes.N.certainty"),
        ('meaning = "night"\n', "", "codes.N.0.meaning"),
        ('source = "made up"', 'source = "made up"\ncolour = "red"', "colour"),
        ('hours = ["19:30-07:30"]', 'hours = ["7-7"]', "codes.N.hours"),
        ('hours = ["19:30-07:30"]\n', "", "codes.N.hours"),
        ('kind = "work"', 'kind = "off"', "codes.N.hours"),
        ('matches = "Night shift"', 'matches = "Nightingale"', "titles.N.matches"),
        ('refuses = "Good night"', 'refuses = "A night shift"', "titles.N.refuses"),
        ('code = "N"', 'code = "Q"', "titles.Q"),
        ('"night shift"', '"Night shift"', "titles.N"),
        ('[[codes."N"]]', "[[codes.ABCDEFGHIJKLM]]", "codes.ABCDEFGHIJKLM"),
        ("written = 2026-11-22", "written = ", ""),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_key(tmp_path, old, new, key):
    assert old in GOOD
    file = tmp_path / "a-ward.toml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        load_dialect(file)
    assert (refusal.value.file, refusal.value.key) == ("a-ward.toml", key)


def test_a_good_file_loads_under_its_name(tmp_path):
    file = tmp_path / "a-ward.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert load_dialect(file).id == "a-ward"


def test_a_persons_own_legend_is_read_with_few_words(tmp_path):
    file = tmp_path / "legend.toml"
    file.write_text('[codes.N]\nhours = ["20:00-08:00"]\n[codes.Z]\nkind = "off"\n', "utf-8")
    legend = load_legend(file)
    assert (legend["N"].kind, legend["N"].hours[0].starts) == (Kind.WORK, 1200)
    assert legend["Z"].kind is Kind.OFF
    file.write_text('[codes.N]\nhuors = ["20:00-08:00"]\n', "utf-8")
    with pytest.raises(ContentError, match=r"codes\.N\.huors"):
        load_legend(file)
