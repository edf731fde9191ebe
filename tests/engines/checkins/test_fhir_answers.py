"""Answers go out as FHIR and come back as they were; totals that came along are not trusted."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.checkins.invented_keys import (
    LA,
    LOINC,
    PHQ9,
    WORDS,
    Json,
    asked,
    keys,
    nested,
    phq9_form,
    questionnaire,
)

from aftershift.engines.checkins.fhir_answers import (
    bundle_of,
    observations_of,
    questionnaire_of,
    response_of,
)
from aftershift.engines.checkins.fhir_back import read_responses
from aftershift.engines.checkins.fhir_forms import read_form
from aftershift.engines.checkins.filled import BadFilled, Filled, Mismatch, mismatches
from aftershift.engines.checkins.forms import FormRefused
from aftershift.engines.checkins.matching import match, wording_of
from aftershift.engines.checkins.wordings import Option, Wording

NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


def kept(form: Json, named: str = "") -> Wording:
    return wording_of(match(read_form(form), keys(), named))


def four_items() -> Json:
    """Give a form without codes: its answers go out as numbers."""
    items = [asked(f"CSI-4.{place}") for place in range(1, 5)]
    for item in items:
        item["answerOption"] = [
            {
                "extension": [{"url": one["extension"][0]["url"], "valueDecimal": at}],
                "valueString": w,
            }
            for at, (one, w) in enumerate(zip(item["answerOption"][:3], WORDS, strict=False))
        ]
    return questionnaire(items, url="", version="")


PHQ = kept(phq9_form())
CSI = kept(four_items())
HERE = {one.instrument: one for one in (PHQ, CSI)}


def filled(**changed: object) -> Filled:
    answers = {str(place): value for place, value in enumerate((1, 2, 0, 3, 1, 1, 1, 1, 0), 1)}
    plain = {
        "instrument": "PHQ-9",
        "answers": answers,
        "authored": NOON,
        "subject": "p-7f3a",
        "id": "r1",
        "form": "https://forms.example/q|2",
        "key_version": "3",
        "rule": "sum",
        "scores": {"total": 10},
    }
    return Filled(**{**plain, **changed})


def through_json(resource: Json) -> Json:
    return json.loads(json.dumps(resource))


ANSWERED = {
    name: st.dictionaries(st.sampled_from(ids), st.integers(0, most), max_size=len(ids))
    for name, ids, most in (("PHQ-9", "123456789", 3), ("CSI-4", "1234", 2))
}
WORDS_OF_OURS = st.text(max_size=20)
MOMENTS = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - the zone is drawn beside it
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda at: timezone(timedelta(minutes=at))),
)
NUMBERS = st.integers(-10, 1000) | st.floats(-100, 1000, allow_nan=False)


@st.composite
def many_filled(draw: st.DrawFn) -> list[Filled]:
    names = draw(st.lists(st.sampled_from(sorted(ANSWERED)), min_size=1, max_size=4))
    return [
        Filled(
            instrument=name,
            answers=draw(ANSWERED[name]),
            authored=draw(MOMENTS),
            subject=draw(WORDS_OF_OURS),
            id=f"r{place}",
            form=draw(st.sampled_from(["", HERE[name].canonical, "https://elsewhere.example/x|1"])),
            key_version=draw(WORDS_OF_OURS),
            rule=draw(WORDS_OF_OURS),
            scores=draw(st.dictionaries(st.sampled_from(["total", "a b"]), NUMBERS)),
        )
        for place, name in enumerate(names)
    ]


@given(many=many_filled())
def test_a_file_of_answers_comes_back_without_loss(many: list[Filled]) -> None:
    written = through_json(bundle_of([(one, HERE[one.instrument]) for one in many]))
    back = read_responses(written, HERE)
    assert [one.filled for one in back] == many
    assert not any(one.unknown or one.notes for one in back)


@pytest.mark.parametrize("status", ["in-progress", "amended", "stopped", "entered-in-error"])
def test_what_was_not_completed_has_no_score(status: str) -> None:
    one = filled(status=status)
    assert not one.may_be_scored
    assert observations_of(one) == []
    back = read_responses(through_json(response_of(one, PHQ)), HERE)[0].filled
    assert back.status == status
    assert not back.may_be_scored


def test_a_response_says_what_other_programs_need() -> None:
    response = response_of(filled(), PHQ)
    assert response["questionnaire"] == "https://forms.example/q|2"
    assert response["status"] == "completed"
    assert response["authored"] == "2026-11-27T12:00:00+00:00"
    assert response["subject"]["identifier"]["value"] == "p-7f3a"
    first = response["item"][0]
    assert first["linkId"] == "/44250-9"
    coding = first["answer"][0]["valueCoding"]
    assert (coding["system"], coding["code"], coding["display"]) == (LOINC, LA[1], WORDS[1])
    assert coding["extension"][0]["valueDecimal"] == 1


def test_a_form_without_codes_gives_numbers_and_our_own_name_for_it() -> None:
    one = filled(instrument="CSI-4", answers={"2": 1}, form="", scores={})
    response = response_of(one, CSI)
    assert response["questionnaire"] == "urn:aftershift:instrument:CSI-4"
    assert response["item"] == [
        {"linkId": "CSI-4.2", "text": "Do you CSI-4.2?", "answer": [{"valueInteger": 1}]}
    ]


def test_a_total_is_an_observation_of_a_survey_derived_from_the_response() -> None:
    observation = observations_of(filled())[0]
    codes = [(one["system"], one["code"]) for one in observation["code"]["coding"]]
    assert codes == [(LOINC, "44261-6"), ("urn:aftershift:score", "PHQ-9/total")]
    assert observation["category"][0]["coding"][0]["code"] == "survey"
    assert observation["valueQuantity"]["value"] == 10
    entry = bundle_of([(filled(), PHQ)])["entry"][0]
    assert observation["derivedFrom"] == [{"reference": entry["fullUrl"]}]


def test_a_kept_wording_goes_out_as_a_form_that_comes_in_again() -> None:
    for wording in (PHQ, CSI):
        again = kept(through_json(questionnaire_of(wording)), named=wording.instrument)
        assert again == wording
    written = questionnaire_of(PHQ)
    assert written["url"] == "urn:aftershift:form:PHQ-9"
    assert written["derivedFrom"] == ["https://forms.example/q|2"]


# --- responses of other programs ----------------------------------------------------


def others(items: list[Json], **changed: object) -> Json:
    plain = {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "authored": "2026-11-27",
    }
    return {**plain, "questionnaire": "https://forms.example/q", "item": items, **changed}


def coded(link_id: str, place: int) -> Json:
    return {"linkId": link_id, "answer": [{"valueCoding": {"code": LA[place]}}]}


def test_a_stored_total_of_13_over_answers_of_10_is_flagged() -> None:
    """As in HL7's own example, where answers lie in a group and the stored total is another."""
    answers = [coded(f"Q{at}", value) for at, value in enumerate((1, 2, 0, 3, 1, 1, 1, 1, 0))]
    group = {"linkId": "H1", "item": answers}
    total = {"linkId": "/44261-6", "answer": [{"valueDecimal": 13}]}
    read = read_responses(others([group, total]), {"PHQ-9": kept(nested())})[0]
    assert sum(read.filled.answers.values()) == 10
    assert read.unknown == ()
    computed = {"total": sum(read.filled.answers.values())}
    assert mismatches(read.filled.scores, computed) == (
        Mismatch(scale="total", stored=13, computed=10),
    )


@pytest.mark.parametrize(
    ("stored", "computed", "flagged"),
    [
        ({"total": 10}, {"total": 10}, []),
        ({"total": 2.33}, {"total": 2.3333}, []),
        ({"total": 2.3}, {"total": 2.3333}, ["total"]),
        ({"total": 4}, {"total": None}, ["total"]),
        ({"other": 4}, {"total": 3}, []),
        ({}, {"total": 3}, []),
    ],
)
def test_totals_are_held_against_ours(
    stored: dict[str, float], computed: dict[str, object], flagged: list[str]
) -> None:
    assert [one.scale for one in mismatches(stored, computed)] == flagged


def test_a_form_is_known_by_its_address_or_by_its_link_ids() -> None:
    item = coded("/44250-9", 2)
    for address in ("https://forms.example/q|9", "https://elsewhere.example", ""):
        read = read_responses(others([item], questionnaire=address), HERE)[0]
        assert (read.filled.instrument, read.filled.answers) == ("PHQ-9", {"1": 2})


def test_items_that_nobody_knows_are_named_and_answers_that_nobody_offers_too() -> None:
    odd = {"linkId": "/44255-8", "answer": [{"valueCoding": {"code": "LA999-9"}}]}
    big = {"linkId": "/44259-0", "answer": [{"valueInteger": 7}]}
    read = read_responses(others([coded("PHQ.1", 1), odd, big]), HERE)[0]
    assert read.filled.answers == {}
    assert read.unknown == ("PHQ.1",)
    assert read.notes == (
        "/44255-8: its answer is none of the form's",
        "/44259-0: its answer is none of the form's",
    )


def test_an_answer_is_known_by_its_words_where_it_has_no_code() -> None:
    item = {"linkId": "/44250-9", "answer": [{"valueCoding": {"display": WORDS[3]}}]}
    assert read_responses(others([item]), HERE)[0].filled.answers == {"1": 3}


def test_a_day_alone_begins_in_utc() -> None:
    read = read_responses(others([coded("/44250-9", 1)]), HERE)[0]
    assert read.filled.authored == datetime(2026, 11, 27, tzinfo=UTC)


def test_answers_inside_answers_are_found() -> None:
    outer = coded("other", 0)
    outer["answer"][0]["item"] = [coded("/44250-9", 3)]
    read = read_responses(others([outer]), HERE)[0]
    assert (read.filled.answers, read.unknown) == ({"1": 3}, ("other",))


@pytest.mark.parametrize(
    ("resource", "reason"),
    [
        ({"resourceType": "Patient"}, "a QuestionnaireResponse is needed, and this is Patient"),
        ({"resourceType": "Bundle", "entry": [{"resource": 7}]}, "no QuestionnaireResponse"),
        (others([coded("/44250-9", 1)] * 2), "/44250-9: is answered more than once"),
        (
            others([{"linkId": "/44250-9", "answer": [{"valueInteger": 1}, {"valueInteger": 2}]}]),
            "/44250-9: is answered more than once",
        ),
        (others([coded("/44250-9", 1)], authored="yesterday"), "authored: a moment is needed"),
        (others([coded("x", 1)], questionnaire=""), "import its form first"),
        (
            response_of(filled(instrument="X"), PHQ),
            "an instrument whose wording is not on this host",
        ),
    ],
)
def test_what_cannot_be_read_back_is_refused(resource: Json, reason: str) -> None:
    with pytest.raises(FormRefused, match=reason):
        read_responses(resource, HERE)


def test_answers_that_fit_two_forms_equally_are_not_guessed() -> None:
    twins = {"A": kept(phq9_form(url="https://a.example")), "B": kept(phq9_form(url=""))}
    with pytest.raises(FormRefused, match="fit A and B, and do not say which"):
        read_responses(others([coded(f"/{PHQ9[0]}", 1)]), twins)


def test_a_moment_has_its_offset() -> None:
    with pytest.raises(BadFilled, match="offset"):
        filled(authored=NOON.replace(tzinfo=None))


def test_two_answers_with_one_code_go_out_as_numbers() -> None:
    options = tuple(
        Option(value=one.value, words=one.words, code="same") for one in PHQ.items[0].options
    )
    odd = replace(PHQ, items=(replace(PHQ.items[0], options=options), *PHQ.items[1:]))
    one = filled(answers={"1": 2}, scores={})
    written = response_of(one, odd)
    assert written["item"][0]["answer"] == [{"valueInteger": 2}]
    assert read_responses(written, {"PHQ-9": odd})[0].filled == one
