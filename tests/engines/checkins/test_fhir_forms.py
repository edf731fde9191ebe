"""Official forms are read and matched in every style that was seen, and never by a guess."""

import json

import pytest
from tests.engines.checkins.invented_keys import (
    GAD7,
    LA,
    LOINC,
    ORDINAL,
    PHQ9,
    WEIGHT,
    WORDS,
    Json,
    asked,
    key,
    keys,
    nested,
    option,
    phq9_form,
    questionnaire,
)
from tests.shared_material import shared

from aftershift.engines.checkins.fhir_forms import questionnaire_of, read_form
from aftershift.engines.checkins.forms import FormRefused
from aftershift.engines.checkins.matching import (
    Matched,
    NotWhole,
    UnknownInstrument,
    match,
    wording_of,
)

OURS = "https://forms.example/answers"


def matched(form: Json, named: str = "") -> Matched:
    return match(read_form(form), keys(), named)


@pytest.mark.parametrize("name", ["phq9-lforms.json", "phq9-weight.json"])
def test_the_official_forms_that_we_have_are_matched_whole(name: str) -> None:
    text = shared(f"checkins/fhir/{name}").read_text(encoding="utf-8")
    found = match(questionnaire_of(text), keys())
    assert found.instrument is not None
    assert found.instrument.id == "PHQ-9"
    assert found.is_whole
    assert {pair.by for pair in found.pairs} == {"LOINC code"}
    assert {one.link_id for one in found.unmatched} == {"/69722-7", "/44261-6"}
    wording = wording_of(found)
    assert [one.codes[0] for one in wording.items] == list(PHQ9)
    assert all([o.value for o in one.options] == [0, 1, 2, 3] for one in wording.items)
    assert [one.code for one in wording.items[8].options] == list(LA)


def test_a_form_becomes_a_wording_in_its_own_order_with_all_it_says() -> None:
    form = phq9_form()
    form["item"] = [{"linkId": "a", "type": "display", "text": "Lately:"}, *form["item"][::-1]]
    form["item"].append(asked("/69722-7", "69722-7", text="How hard?"))
    wording = wording_of(matched(form), terms_accepted=True)
    assert (wording.instrument, wording.title, wording.language) == ("PHQ-9", "Invented", "en-GB")
    assert (wording.canonical, wording.copyright) == ("https://forms.example/q|2", "Nobody's")
    assert wording.lead == ("Lately:",)
    assert [one.id for one in wording.items] == list("987654321")
    assert [(o.value, o.words) for o in wording.items[0].options] == list(enumerate(WORDS))
    assert [(one.text, one.options) for one in wording.unscored] == [("How hard?", WORDS)]
    assert wording.terms_accepted


def by_link_id() -> Json:
    return questionnaire([asked(f"/44249-1/{code}") for code in PHQ9])


def by_instrument_and_item() -> Json:
    return questionnaire([asked(f"PHQ-9.{place}") for place in range(1, 10)])


def carried_codes(concepts: list[Json], **compose: object) -> list[Json]:
    listed = {"include": [{"system": OURS, **compose}]}
    return [
        {"resourceType": "ValueSet", "id": "how", "compose": listed},
        {"resourceType": "CodeSystem", "url": OURS, "concept": concepts},
    ]


def weights(at: str) -> Json:
    """Style of HL7's SDC example: codes are the words, their worth stands in the CodeSystem."""
    extension = {"extension": [{"url": WEIGHT, "valueDecimal": 0}]}
    concepts: list[Json] = []
    for place, words in enumerate(WORDS):
        as_extension = {"extension": [{**extension["extension"][0], "valueDecimal": place}]}
        as_property = {"property": [{"code": "itemWeight", "valueDecimal": place}]}
        concepts.append(
            {"code": words, "display": words, **(as_extension if at == "here" else as_property)}
        )
    named = [{"code": words, "display": words} for words in WORDS]
    compose = {"concept": named} if at == "here" else {}
    items = [asked(f"Q{at}", code, answerValueSet="#how") for at, code in enumerate(PHQ9)]
    return questionnaire(items, contained=carried_codes(concepts, **compose))


def only_la_codes() -> Json:
    options = [{"valueCoding": option(place)["valueCoding"]} for place in range(4)]
    return questionnaire([asked(f"/{code}", code, answerOption=options) for code in PHQ9])


def ordinals_in_the_value_set() -> Json:
    members = [
        {"code": f"c{place}", "display": words, "extension": option(place)["extension"]}
        for place, words in enumerate(WORDS)
    ]
    items = [asked(f"/{code}", code, answerValueSet="#how") for code in PHQ9]
    return questionnaire(items, contained=carried_codes([], concept=members))


def expanded() -> Json:
    members = [{"system": LOINC, "code": LA[at], "display": WORDS[at]} for at in range(4)]
    carried = {"resourceType": "ValueSet", "url": "https://x.example/l", "expansion": {"contains": members}}  # fmt: skip # noqa: E501
    items = [asked(c, c, answerValueSet="https://x.example/l|1") for c in PHQ9]
    return questionnaire(items, contained=[carried])


STYLES = {
    "link ids": by_link_id,
    "instrument and item": by_instrument_and_item,
    "nested": nested,
    "weight in an extension": lambda: weights("here"),
    "weight in a property": lambda: weights("there"),
    "answer codes alone": only_la_codes,
    "ordinals in the list": ordinals_in_the_value_set,
    "an expanded list": expanded,
}


@pytest.mark.parametrize("style", STYLES)
def test_every_style_comes_to_the_same(style: str) -> None:
    found = matched(STYLES[style]())
    assert found.problems == ()
    wording = wording_of(found)
    assert wording.instrument == "PHQ-9"
    assert [one.id for one in wording.items] == list("123456789")
    for item in wording.items:
        assert [(one.value, one.words) for one in item.options] == list(enumerate(WORDS))


def test_texts_of_groups_lead_the_form() -> None:
    assert read_form(nested()).lead == ("Lately", "And these")


def test_the_ordinal_value_goes_before_the_weight_and_the_answer_code() -> None:
    odd = option(0)
    odd["extension"] = [{"url": WEIGHT, "valueDecimal": 2}, {"url": ORDINAL, "valueInteger": 3}]
    weighed = option(0)
    weighed["extension"] = [{"url": WEIGHT, "valueDecimal": 2}]
    form = read_form(questionnaire([asked("a", answerOption=[odd, weighed, option(0)])]))
    assert [one.value for one in form.items[0].options] == [3, 2, 0]


def test_a_list_known_by_name_gives_worths_but_no_words() -> None:
    items = [asked(code, code, answerValueSet="http://loinc.org/vs/LL358-3") for code in PHQ9]
    found = matched(questionnaire(items))
    assert [one.value for one in found.pairs[0].found.options] == [0, 1, 2, 3]
    assert "item 1: the words of its answers are not in the file" in found.problems
    with pytest.raises(NotWhole, match="words"):
        wording_of(found)


def test_a_list_that_is_elsewhere_is_said() -> None:
    items = [asked(code, code, answerValueSet="https://x.example/vs") for code in PHQ9]
    found = matched(questionnaire(items))
    assert f"{PHQ9[0]}: its list of answers is not in the file" in found.notes
    assert "item 1: the form does not say what its answers are worth" in found.problems


# --- never a guess ------------------------------------------------------------------


def test_the_key_with_more_of_the_form_is_taken() -> None:
    found = matched(phq9_form())
    assert found.instrument is not None
    assert found.instrument.id == "PHQ-9"
    small = matched(questionnaire([asked(code, code) for code in PHQ9[:2]]))
    assert small.instrument is not None
    assert small.instrument.id == "PHQ-2"


def test_a_form_of_two_instruments_is_asked_about_unless_its_own_code_says() -> None:
    both = questionnaire([asked(code, code) for code in (*PHQ9, *GAD7)])
    found = matched(both)
    assert found.instrument is None
    assert found.problems == ("fits GAD-7 and PHQ-9; say which one it is",)
    told = matched(both, named="gad-7")
    assert told.is_whole
    assert len(told.unmatched) == len(PHQ9)
    coded = matched({**both, "code": [{"system": LOINC, "code": "69737-5"}]})
    assert coded.instrument is not None
    assert coded.instrument.id == "GAD-7"


def test_two_keys_that_fit_equally_are_named() -> None:
    twins = {name: key(name, PHQ9[:2]) for name in ("A", "B")}
    form = read_form(questionnaire([asked(code, code) for code in PHQ9[:2]]))
    assert match(form, twins).problems == ("fits A and B; say which one it is",)


def test_missing_items_are_named_and_nothing_is_kept() -> None:
    """Eight of nine items are no shorter questionnaire, although its two are among them."""
    found = matched(questionnaire([asked(code, code) for code in PHQ9[:8]]))
    assert found.missing == ("9",)
    assert found.problems == ("item 9 is not there, or stands there twice",)
    with pytest.raises(NotWhole, match="item 9"):
        wording_of(found)


def test_an_item_that_stands_there_twice_is_not_chosen_between() -> None:
    form = phq9_form()
    form["item"].append(asked("again", PHQ9[0]))
    assert matched(form, named="PHQ-9").missing == ("1",)


def test_a_form_without_known_items_fits_nothing_until_it_is_named() -> None:
    form = questionnaire([asked(str(place)) for place in range(1, 5)])
    for item in form["item"]:
        item["answerOption"] = item["answerOption"][:3]
    assert matched(form).problems == (
        "no item of this form is known by its LOINC code or its linkId",
    )
    assert matched(form, named="CSI-4").is_whole
    with pytest.raises(UnknownInstrument, match="there are: CSI-4, GAD-7"):
        matched(form, named="CSI-99")


def test_answers_that_the_key_does_not_score_are_a_problem() -> None:
    form = phq9_form()
    form["item"][2]["answerOption"].pop()
    del form["item"][3]["answerOption"][0]["extension"]
    form["item"][3]["answerOption"][0]["valueCoding"].pop("code")
    found = matched(form)
    assert found.problems == (
        "item 3: its answers are not worth 0, 1, 2, 3, as the key has it",
        "item 4: its answers are not worth 0, 1, 2, 3, as the key has it",
    )


def test_half_points_and_words_are_no_worth() -> None:
    for worth in (0.5, "1", True, 1e999):
        one = {"extension": [{"url": ORDINAL, "valueDecimal": worth}], "valueCoding": {"code": "x"}}
        form = read_form(questionnaire([asked("a", answerOption=[one])]))
        assert form.items[0].options[0].value is None


def test_an_answer_without_a_worth_beside_the_others_is_left_out_and_said() -> None:
    form = phq9_form()
    form["item"][0]["answerOption"].append({"valueCoding": {"display": "rather not say"}})
    found = matched(form)
    assert found.is_whole
    assert found.notes == ("item 1: an answer that is worth nothing is left out",)


def test_numbers_that_are_asked_for_become_the_keys_own() -> None:
    items = [
        {"linkId": f"WHO-5.{place}", "type": "integer", "text": "So?"} for place in range(1, 6)
    ]
    found = matched(questionnaire(items))
    assert found.is_whole
    assert "item 1: asks for a number; the key's own are offered" in found.notes
    assert [one.words for one in wording_of(found).items[0].options] == list("012345")


def test_a_condition_that_is_not_kept_is_said() -> None:
    form = phq9_form()
    form["item"][2]["enableWhen"] = [{"question": "/44250-9", "operator": "exists"}]
    reason = "/44259-0: is asked only under a condition, and the condition is not kept"
    assert matched(form).notes == (reason,)


def test_the_wrong_anchor_of_gad_7_is_flagged() -> None:
    words = ("Not at all sure", *WORDS[1:])
    options = [option(place, words) for place in range(4)]
    form = questionnaire([asked(code, code, answerOption=options) for code in GAD7])
    found = matched(form)
    assert found.is_whole
    assert len(found.notes) == len(GAD7)
    assert "Zorowitz 2021" in found.notes[0]
    assert matched(questionnaire([asked(code, code) for code in GAD7])).notes == ()


# --- what is refused ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\ufeff <Questionnaire/>", "this is XML; ask the same place for the form as JSON"),
        ("{", "this is no JSON"),
        ("[" * 100_000, "this is no JSON"),
        ('{"a": NaN}', "this is no JSON"),
        ("[]", "no FHIR resource"),
        ('{"resourceType": "Patient"}', "a Questionnaire is needed, and this is Patient"),
        ('{"resourceType": 7}', "no FHIR resource"),
        ('{"resourceType": "Questionnaire"}', "asks nothing"),
        ('{"resourceType": "Questionnaire", "item": [7, {"type": "choice"}]}', "no linkId"),
        (
            '{"resourceType": "Questionnaire", "item": [{"linkId": "a", "type": "coding"}]}',
            "FHIR R5",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(FormRefused, match=reason):
        questionnaire_of(text)


def test_groups_without_an_end_and_forms_without_measure_are_refused() -> None:
    deep: Json = asked("a")
    for place in range(30):
        deep = {"linkId": str(place), "type": "group", "item": [deep]}
    with pytest.raises(FormRefused, match="more than 20 deep"):
        read_form(questionnaire([deep]))
    many = [{"linkId": str(place), "type": "string"} for place in range(1001)]
    with pytest.raises(FormRefused, match="more than 1000 items"):
        read_form(questionnaire(many))


def test_a_byte_order_mark_does_no_harm() -> None:
    assert len(questionnaire_of("\ufeff" + json.dumps(phq9_form())).items) == len(PHQ9)
