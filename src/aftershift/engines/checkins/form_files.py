"""What kind of form a file is, by what it begins with: FHIR, a REDCap dictionary, a plain table."""

from aftershift.engines.checkins.fhir_forms import questionnaire_of
from aftershift.engines.checkins.flat import ASKED, is_form, read_flat, table_of
from aftershift.engines.checkins.forms import Form, FormRefused
from aftershift.engines.checkins.redcap import is_dictionary, read_dictionary

FHIR_BEGINS = ("{", "[", "<")  # and XML, which is refused there with a word of its own


def forms_of(text: str) -> tuple[Form, ...]:
    """Read the forms in the text of a file; most hold one. Raises FormRefused."""
    if text.lstrip("\ufeff \t\r\n").startswith(FHIR_BEGINS):
        return (questionnaire_of(text),)
    header, _ = table_of(text)
    if is_dictionary(header):
        return read_dictionary(text)
    if is_form(header):
        return (read_flat(text),)
    reason = (
        "neither a FHIR Questionnaire in JSON, nor a REDCap data dictionary, nor a table with "
        f"the columns {', '.join(ASKED)}"
    )
    raise FormRefused(reason)
