"""The keys against a second writing of them, by hand from the papers' tables, without samples.

Which items a scale counts, and which the other way, is seen by moving one answer at a time; where
a band or a yes begins is seen on both sides of its line.
"""

import pytest

from aftershift.engines.checkins.instruments import Instrument, Rule, Scale
from aftershift.engines.checkins.scoring import score
from aftershift.library.instruments import load_instruments

KEYS = load_instruments()

# key: scale: items as they are, and those the other way; "a-b" is a run
KEYED = {
    "PHQ-9": {"total": ("1-9", "")},
    "PHQ-2": {"total": ("1-2", "")},
    "GAD-2": {"total": ("1-2", "")},
    "GAD-7": {"total": ("1-7", "")},
    "PHQ-4": {"total": ("1-4", ""), "anxiety": ("1-2", ""), "depression": ("3-4", "")},
    "K6": {"total": ("1-6", "")},
    "ONS4": {
        "satisfaction": ("1", ""),
        "worthwhile": ("2", ""),
        "happiness": ("3", ""),
        "anxiety": ("4", ""),
    },
    "WHO-5": {"raw": ("1-5", ""), "index": ("1-5", "")},
    "PSS-10": {"total": ("1-3 6 9-10", "4 5 7 8")},
    "PSS-4": {"total": ("1 4", "2 3")},
    "BURNOUT-1": {"score": ("1", "")},
    "CBI": {"personal": ("1-6", ""), "work": ("7-12", "13"), "client": ("14-19", "")},
    "OLBI": {
        "exhaustion_sum": ("5 10 14 16", "2 4 8 12"),
        "exhaustion_mean": ("5 10 14 16", "2 4 8 12"),
        "disengagement_sum": ("1 7 13 15", "3 6 9 11"),
        "disengagement_mean": ("1 7 13 15", "3 6 9 11"),
        "total": ("1 5 7 10 13-16", "2 3 4 6 8 9 11 12"),
    },
    "BAT-12": {
        "exhaustion": ("1-3", ""),
        "mental_distance": ("4-6", ""),
        "cognitive": ("7-9", ""),
        "emotional": ("10-12", ""),
        "total": ("1-12", ""),
    },
    "ProQOL-5": {
        "CS": ("3 6 12 16 18 20 22 24 27 30", ""),
        "BO": ("8 10 19 21 26", "1 4 15 17 29"),
        "STS": ("2 5 7 9 11 13 14 23 25 28", ""),
    },
    "MISS-HP": {"total": ("1-4 8 9", "5 6 7 10")},
    "CSI-16": {"total": ("1-16", "")},
    "CSI-4": {"total": ("1-4", "")},
    "RAS": {"sum": ("1-3 5 6", "4 7"), "mean": ("1-3 5 6", "4 7")},
    "UCLA-3": {"total": ("1-3", "")},
    "BRS": {"mean": ("1 3 5", "2 4 6")},
    "PSYCH-SAFETY-7": {"mean": ("2 4 6 7", "1 3 5")},
    "HARK": {"total": ("1-4", "")},
    "E-HITS": {"hits": ("1-4", ""), "ehits": ("1-5", "")},
    "HSE-MSIT": {
        "demands": ("", "3 6 9 12 16 18 20 22"),
        "control": ("2 10 15 19 25 30", ""),
        "manager_support": ("8 23 29 33 35", ""),
        "peer_support": ("7 24 27 31", ""),
        "relationships": ("", "5 14 21 34"),
        "role": ("1 4 11 13 17", ""),
        "change": ("26 28 32", ""),
    },
}
NO_SCALES = {"AHRQ-SOPS-composite", "C-SSRS-screener"}  # tested by what they do instead

# key, scale, what is read from it: the last number of one reading, the reading, the next reading
LINES = [
    ("PHQ-9", "total", "severity", 4, "none-minimal", "mild"),
    ("PHQ-9", "total", "severity", 9, "mild", "moderate"),
    ("PHQ-9", "total", "severity", 14, "moderate", "moderately-severe"),
    ("PHQ-9", "total", "severity", 19, "moderately-severe", "severe"),
    ("GAD-7", "total", "severity", 4, "minimal", "mild"),
    ("GAD-7", "total", "severity", 9, "mild", "moderate"),
    ("GAD-7", "total", "severity", 14, "moderate", "severe"),
    ("GAD-7", "total", "screen_positive", 9, False, True),
    ("PHQ-2", "total", "positive", 2, False, True),
    ("GAD-2", "total", "positive", 2, False, True),
    ("PHQ-4", "total", "band", 2, "normal", "mild"),
    ("PHQ-4", "total", "band", 5, "mild", "moderate"),
    ("PHQ-4", "total", "band", 8, "moderate", "severe"),
    ("K6", "total", "serious", 12, False, True),
    ("WHO-5", "raw", "low_wellbeing", 12, True, False),
    ("WHO-5", "raw", "likely_depression", 7, True, False),
    ("PSS-10", "total", "band", 13, "low", "moderate"),
    ("PSS-10", "total", "band", 26, "moderate", "high"),
    ("BURNOUT-1", "score", "burnout", 2, False, True),
    ("ProQOL-5", "CS", "CS_band", 22, "low", "average"),
    ("ProQOL-5", "BO", "BO_band", 22, "low", "average"),
    ("ProQOL-5", "STS", "STS_band", 41, "average", "high"),
    ("MISS-HP", "total", "positive", 35, False, True),
    ("CSI-16", "total", "distressed", 51, True, False),
    ("CSI-4", "total", "distressed", 13, True, False),
    ("UCLA-3", "total", "lonely_ge6", 5, False, True),
    ("HARK", "total", "positive", 0, False, True),
    ("E-HITS", "hits", "hits_pos", 10, False, True),
    ("E-HITS", "ehits", "ehits_pos", 6, False, True),
    ("ONS4", "satisfaction", "satisfaction", 4, "low", "medium"),
    ("ONS4", "worthwhile", "worthwhile", 6, "medium", "high"),
    ("ONS4", "happiness", "happiness", 8, "high", "very high"),
    ("ONS4", "anxiety", "anxiety", 1, "very low", "low"),
    ("ONS4", "anxiety", "anxiety", 3, "low", "medium"),
    ("ONS4", "anxiety", "anxiety", 5, "medium", "high"),
]


def places(runs: str) -> list[int]:
    """Read "1-3 6" as the places 0, 1, 2 and 5."""
    ends = [(run.partition("-")[0], run.rpartition("-")[2]) for run in runs.split()]
    return [place - 1 for low, high in ends for place in range(int(low), int(high) + 1)]


def lowest(key: Instrument) -> list[int]:
    return [item.answers[0] for item in key.items]


def effects(key: Instrument, scale: Scale) -> dict[int, float]:
    """Give by place what one answer, moved from its lowest to its highest, does to a scale."""
    before = score(key, lowest(key)).scores[scale.id]
    found = {}
    for place, item in enumerate(key.items):
        moved = lowest(key)
        moved[place] = item.answers[-1]
        by = score(key, moved).scores[scale.id] - before
        if by:
            found[place] = by
    return found


def expected(key: Instrument, scale: Scale, *, mean: bool, times: int) -> dict[int, float]:
    straight, turned = (places(one) for one in KEYED[key.id][scale.id])
    share = times / (len(straight) + len(turned) if mean else 1)
    signs = {**dict.fromkeys(straight, 1), **dict.fromkeys(turned, -1)}
    return {
        place: sign * share * (key.items[place].answers[-1] - key.items[place].answers[0])
        for place, sign in signs.items()
    }


def test_every_scale_is_written_here_a_second_time() -> None:
    computed = {key.id: {one.id for one in key.scales if not one.is_given} for key in KEYS.values()}
    assert {name: set(scales) for name, scales in KEYED.items()} == {
        name: scales for name, scales in computed.items() if name not in NO_SCALES
    }
    assert all(computed[name] == set() for name in NO_SCALES)


@pytest.mark.parametrize("name", KEYED)
def test_each_answer_moves_its_scales_and_no_other(name: str) -> None:
    key = KEYS[name]
    for scale in key.scales:
        if scale.is_given:
            continue
        times = 4 if (name, scale.id) == ("WHO-5", "index") else 1
        wanted = expected(key, scale, mean=scale.rule is Rule.MEAN, times=times)
        assert effects(key, scale) == pytest.approx(wanted, abs=0.006), scale.id


@pytest.mark.parametrize("name", KEYED)
def test_the_range_of_a_scale_is_what_answers_can_reach(name: str) -> None:
    key = KEYS[name]
    for scale in key.scales:
        if not scale.is_given:
            reached = [score(key, extreme(key, scale, top=top)).scores[scale.id] for top in (0, 1)]
            assert reached == [scale.low, scale.high], scale.id


def extreme(key: Instrument, scale: Scale, *, top: int) -> list[int]:
    """Fill a form so that a scale is as low as it goes, or as high."""
    turned = places(KEYED[key.id][scale.id][1])
    return [
        item.answers[-1 if bool(top) != (place in turned) else 0]
        for place, item in enumerate(key.items)
    ]


def reaching(key: Instrument, scale: Scale, number: int) -> list[int]:
    """Fill a form so that a sum comes to a number."""
    answers = extreme(key, scale, top=0)
    straight, turned = (places(one) for one in KEYED[key.id][scale.id])
    missing = number - scale.low
    for place in (*straight, *turned):
        item = key.items[place]
        by = int(min(missing, item.answers[-1] - item.answers[0]))
        answers[place] += -by if place in turned else by
        missing -= by
    return answers


@pytest.mark.parametrize(("name", "scale_id", "read", "last", "reading", "following"), LINES)
def test_a_reading_changes_at_its_line_and_not_beside_it(
    name: str, scale_id: str, read: str, last: int, reading: str | bool, following: str | bool
) -> None:  # fmt: skip
    key = KEYS[name]
    scale = key.scale(scale_id)
    for number, said in ((last, reading), (last + 1, following)):
        scored = score(key, reaching(key, scale, number))
        assert scored.scores[scale_id] == number
        assert scored.bands[read] == said


@pytest.mark.parametrize(
    ("answers", "mean", "band"),
    [
        ([3, 3, 3, 4, 3, 3], 2.83, "low"),  # 3+3+3+2+3+3 = 17, of 6
        ([3, 3, 3, 3, 3, 2], 3.17, "normal"),
        ([5, 2, 4, 2, 4, 1], 4.33, "high"),  # 5+4+4+4+4+5 = 26, of 6
        ([5, 2, 4, 2, None, 2], 4.2, "normal"),  # 5+4+4+4+4 = 21, of 5
    ],
)
def test_the_bands_of_a_mean(answers: list[int | None], mean: float, band: str) -> None:
    scored = score(KEYS["BRS"], answers)
    assert (scored.scores["mean"], scored.bands["band"]) == (mean, band)


def test_how_many_have_to_be_answered_of_each_scale_of_burnout() -> None:
    half = [50, 50, 50, None, None, None, 50, 50, 50, 50, None, None, None, 50, 50, 50] + [None] * 3
    assert score(KEYS["CBI"], half).scores == {"personal": 50, "work": 50, "client": 50}
    for place, scale in ((0, "personal"), (6, "work"), (13, "client")):
        fewer = [*half]
        fewer[place] = None
        assert score(KEYS["CBI"], fewer).scores[scale] is None


def test_only_the_form_whose_vector_asks_for_it_gives_an_estimate() -> None:
    estimating = {key.id for key in KEYS.values() for one in key.scales if one.prorates}
    assert estimating == {"PHQ-9"}  # the rule of the others: nothing below fifteen items
    assert score(KEYS["GAD-7"], [1, 1, 1, None, 1, 1, 1]).scores == {"total": None}


@pytest.mark.parametrize(("last", "said"), [(0, False), (1, True), (3, True), (None, None)])
def test_an_unanswered_last_item_is_not_taken_for_a_no(last: int | None, said: bool | None) -> None:
    assert score(KEYS["PHQ-9"], [0] * 8 + [last]).bands["item9_flag"] is said


@pytest.mark.parametrize(
    ("name", "answers", "is_straight"),
    [
        ("MISS-HP", [1] * 10, True),
        ("OLBI", [1] * 16, True),
        ("BRS", [5] * 5 + [None], True),
        ("CBI", [None] + [100] * 18, True),
        ("CBI", [100] * 12 + [None] + [100] * 6, False),  # the one that says the opposite is empty
        ("CBI", [50] * 18 + [None], False),
        ("BRS", [5, 5, 5, None, None, None], False),
    ],
)
def test_one_answer_to_everything_shows_through_a_gap(
    name: str, answers: list[int | None], is_straight: bool
) -> None:  # fmt: skip
    scored = score(KEYS[name], answers)
    assert scored.is_straight is is_straight
    assert any(one.startswith("straight-lining") for one in scored.warnings) is is_straight
