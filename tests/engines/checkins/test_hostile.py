"""Whatever a file holds: it is read, or refused with our own word, and nothing else happens."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.engines.checkins.invented_keys import LA, PHQ9, Json, keys, phq9_form, questionnaire
from tests.engines.checkins.test_fhir_answers import HERE, PHQ, filled
from tests.engines.checkins.test_flat import csi_rows
from tests.engines.checkins.test_redcap import data, dictionary, installed, nine

from aftershift.engines.checkins.fhir_answers import bundle_of, response_of
from aftershift.engines.checkins.fhir_back import ReadBack, read_responses
from aftershift.engines.checkins.flat import answers_csv, read_answers
from aftershift.engines.checkins.form_files import forms_of
from aftershift.engines.checkins.forms import Form, FormRefused
from aftershift.engines.checkins.matching import UnknownInstrument, match, wording_of
from aftershift.engines.checkins.redcap import read_data
from aftershift.engines.checkins.wordings import BadWording, Wording

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
NAMES = st.sampled_from(
    [
        "item",
        "linkId",
        "type",
        "code",
        "answer",
        "answerOption",
        "valueCoding",
        "extension",
        "url",
        "contained",
        "compose",
        "include",
        "concept",
        "valueDecimal",
        "status",
        "authored",
        "text",
        "resourceType",
        "entry",
        "resource",
        "questionnaire",
        "identifier",
        "derivedFrom",
        "system",
    ]
)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["Questionnaire", "choice", "group", "", LA[0], PHQ9[0]])
)
ANYTHING = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


def places(within: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List every place in a JSON value."""
    inner = within.items() if isinstance(within, dict) else enumerate(within)
    return [
        place
        for name, value in inner
        for place in [
            (*at, name),
            *(places(value, (*at, name)) if isinstance(value, dict | list) else []),
        ]
    ]


@st.composite
def broken(draw: st.DrawFn, whole: Json) -> Json:
    """Put anything in a few places of a resource."""
    changed = json.loads(json.dumps(whole))
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(places(changed)))
        inside = changed
        for name in path:
            inside = inside[name]
        inside[last] = draw(ANYTHING)
    return changed


def forms_or_nothing(text: str) -> tuple[Form, ...]:
    with suppress(FormRefused):
        return forms_of(text)
    return ()


def wordings_in(text: str) -> list[Wording]:
    """Read, match and make a wording as the command does; only our own refusals are let pass."""
    made = []
    for form in forms_or_nothing(text):
        with suppress(UnknownInstrument, BadWording):
            found = match(form, keys())
            if found.is_whole:
                made.append(wording_of(found))
    return made


@given(resource=broken(phq9_form()) | broken(questionnaire([], contained=[{"item": []}])))
def test_a_broken_form_is_read_or_refused(resource: Json) -> None:
    for wording in wordings_in(json.dumps(resource)):
        allowed = [len(one.answers) for one in keys()[wording.instrument].items]
        assert [len(one.options) for one in wording.items] == allowed


@given(
    resource=broken(response_of(filled(), PHQ)) | broken(bundle_of([(filled(), PHQ)])),
)
def test_a_broken_answer_is_read_or_refused(resource: Json) -> None:
    read: tuple[ReadBack, ...] = ()
    with suppress(FormRefused):
        read = read_responses(resource, HERE)
    for one in read:
        assert set(one.filled.answers.values()) <= {0, 1, 2, 3}


@st.composite
def cut(draw: st.DrawFn, whole: str) -> str:
    """Put some letters in the place of others."""
    first = draw(st.integers(0, len(whole)))
    last = draw(st.integers(first, min(len(whole), first + 40)))
    return whole[:first] + draw(st.text(alphabet='a0-,|"\n\r=\x00é', max_size=8)) + whole[last:]


@given(text=cut(csi_rows()) | cut(dictionary(*nine())) | st.text())
def test_a_broken_table_is_read_or_refused(text: str) -> None:
    for wording in wordings_in(text):
        assert wording.instrument in keys()


@given(text=cut(answers_csv([filled(), filled(id="r2", answers={})])))
def test_broken_answers_in_a_table_are_read_or_refused(text: str) -> None:
    with suppress(FormRefused):
        assert all(one.authored.tzinfo for one in read_answers(text))


ROW = ["7", "one", "2026-10-01 22:15", *"120311110", "13", "2", "0"]


@given(text=cut(data(ROW, ROW)))
def test_broken_rows_of_redcap_are_read_or_refused(text: str) -> None:
    with suppress(FormRefused):
        for one in read_data(text, installed(), UTC, NOON):
            assert set(one.answers.values()) <= {0, 1, 2, 3}
