"""`aftershift instruments`: the wording of published questionnaires in, matched to our keys."""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from aftershift.cli.batch.files import bytes_of, text_in
from aftershift.cli.batch.printing import printable, table, write_json
from aftershift.cli.refusals import Refusal
from aftershift.engines.checkins.form_files import forms_of
from aftershift.engines.checkins.instruments import Instrument, Licence
from aftershift.engines.checkins.matching import Matched, match, wording_of
from aftershift.library.instruments import load_instruments
from aftershift.library.wordings import folder_of, installed, keep
from aftershift.wiring import fetch_questionnaire, settings_from

NOT_KEPT = 1  # the exit code where nothing could be kept
NEED_TERMS = (Licence.NON_COMMERCIAL, Licence.PROPRIETARY)

HELP = """\
The wording of published questionnaires is never shipped. Import it from the
official form, and it is matched to the key by which we score it:

  aftershift instruments import FILE     or an address, https://...
  aftershift instruments list            which wordings are on this host

FILE is an official FHIR R4 Questionnaire in JSON, a REDCap data dictionary, or
a table in UTF-8 with the columns item, text, value, words (and, where wanted,
code, instrument, title, language, copyright, url, version).

You see which item of the form was matched to which item of the key, and what
was not. A form that is matched whole is kept in AFTERSHIFT_DATA, one file for
each instrument; an older one of the same instrument gives way. A wording under
licence class C or D is kept only with --terms-accepted: read its terms first.
docs/forms.md says more.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of one form: where it is kept, or why it is not."""

    matched: Matched
    kept: Path | None = None
    reason: str = ""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name the arguments of `instruments`."""
    parser.description = HELP
    what = parser.add_subparsers(dest="what", required=True, metavar="import|list")
    bring = what.add_parser("import", help="bring a wording in")
    bring.add_argument("source", metavar="FILE|URL", help="the official form, - for standard input")
    bring.add_argument("--as", dest="named", default="", metavar="KEY", help="which key it is")
    bring.add_argument(
        "--terms-accepted", action="store_true", help="you have read and accept its licence"
    )
    listing = what.add_parser("list", help="say which wordings are here")
    for one in (bring, listing):
        one.add_argument("--into", type=Path, metavar="DIR", help="another folder than the data's")
        one.add_argument("--json", action="store_true", help="one JSON object for machines")


def run(given: argparse.Namespace) -> int:
    """Import, or list."""
    folder = given.into or folder_of(settings_from(os.environ).data)
    keys = load_instruments()
    if given.what == "list":
        return _list(folder, keys, as_json=given.json)
    forms = forms_of(_text_of(given.source))
    if given.named and len(forms) > 1:
        reason = f"--as: this file holds {len(forms)} forms; take one of them out"
        raise Refusal(reason)
    outcomes = [
        _keep(match(form, keys, given.named), folder, accepted=given.terms_accepted)
        for form in forms
    ]
    if given.json:
        write_json({"forms": [shape(one) for one in outcomes]})
    else:
        sys.stdout.write("\n".join(line for one in outcomes for line in words_of(one)) + "\n")
    return 0 if any(one.kept for one in outcomes) else NOT_KEPT


def _text_of(source: str) -> str:
    if "://" in source:
        return text_in(Path("what lies there"), fetch_questionnaire(source))
    return text_in(Path(source), bytes_of(Path(source)))


def _keep(matched: Matched, folder: Path, *, accepted: bool) -> Outcome:
    if not matched.is_whole or matched.instrument is None:
        return Outcome(matched=matched, reason=matched.problems[0])
    licence = matched.instrument.licence
    if licence in NEED_TERMS and not accepted:
        reason = f"licence class {licence}: read its terms, then say --terms-accepted"
        return Outcome(matched=matched, reason=reason)
    wording = wording_of(matched, terms_accepted=accepted)
    try:
        return Outcome(matched=matched, kept=keep(folder, wording))
    except OSError as error:
        reason = f"{folder}: {(error.strerror or 'cannot be written').lower()}"
        raise Refusal(reason) from error


def shape(one: Outcome) -> Mapping[str, object]:
    """Write an outcome for machines."""
    found, key = one.matched, one.matched.instrument
    return {
        "form": found.form.title,
        "instrument": key.id if key else None,
        "matched": [
            {"item": pair.item, "link_id": pair.found.link_id, "by": pair.by}
            for pair in found.pairs
        ],
        "unmatched": [item.link_id for item in found.unmatched],
        "missing": list(found.missing),
        "problems": list(found.problems),
        "notes": list(found.notes),
        "licence": str(key.licence) if key else None,
        "notice": key.notice if key else None,
        "copyright": found.form.copyright,
        "touches": touched(key) if key else {},
        "kept": str(one.kept) if one.kept else None,
        "reason": one.reason,
    }


def touched(key: Instrument) -> Mapping[str, str]:
    """Say which items open the private safety question first, and what they touch."""
    return {item.id: str(item.touches) for item in key.items if item.touches}


def words_of(one: Outcome) -> Iterator[str]:
    """Write an outcome for people."""
    found, key = one.matched, one.matched.instrument
    title = printable(found.form.title or "a form without a title")
    if key is None:
        yield f"{title}: no key was chosen."
    else:
        yield f"{title}: {key.id}, {len(found.pairs)} of {len(key.items)} items matched."
        rows = [(pair.item, pair.found.link_id, pair.by) for pair in found.pairs]
        yield "\n" + table(("key's item", "form's item", "known by"), rows)
    if found.unmatched:
        names = ", ".join(printable(item.link_id) for item in found.unmatched)
        yield f"Not scored by the key: {names}."
    yield from (f"Care: {printable(words)}." for words in (*found.problems, *found.notes))
    if key is not None:
        yield from _terms(key, found.form.copyright)
    yield f"Kept in {one.kept}." if one.kept else f"Not kept: {printable(one.reason)}."


def _terms(key: Instrument, theirs: str) -> Iterator[str]:
    yield f"Licence class {key.licence}. {key.notice}"
    if theirs:
        yield f"The form's own notice: {printable(theirs)}"
    if items := touched(key):
        yield (
            f"Item {', '.join(items)} touches {' and '.join(sorted(set(items.values())))}".replace(
                "_", "-"
            )
            + ": it opens the private safety question first, and where that is missing the "
            "instrument stays off."
        )


def _list(folder: Path, keys: Mapping[str, Instrument], *, as_json: bool) -> int:
    here = installed(folder)
    rows = [
        (name, one.title, one.language, one.version, str(keys[name].licence))
        for name, one in here.items()
        if name in keys
    ]
    if as_json:
        columns = ("instrument", "title", "language", "version", "licence")
        write_json({"wordings": [dict(zip(columns, row, strict=True)) for row in rows]})
    elif rows:
        sys.stdout.write(table(("instrument", "title", "language", "version", "licence"), rows))
    else:
        sys.stdout.write(
            "No wording is on this host. aftershift instruments import --help says how.\n"
        )
    return 0
