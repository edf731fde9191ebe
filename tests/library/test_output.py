"""The rules on what may leave hold, cover what must not be said, and let our own words pass."""

import json
import re
from pathlib import Path

import pytest
from tests.house.test_guards import ROOT
from tests.shared_material import shared

from aftershift.engines.safety.output_check import check
from aftershift.engines.safety.output_kinds import FaultKind, Speaker
from aftershift.library.explanations import load_explanations
from aftershift.library.landing import load_landing
from aftershift.library.output import CLAIMS, load_ledger, load_output, load_rules, prove_rules
from aftershift.library.patterns import load_frames, load_pairs, load_reasons
from aftershift.library.resources import countries
from aftershift.library.shelf import ContentError

BOOK = load_output()
PAGES = ROOT / "src/aftershift/web"
SCOPE = 'nots = ["not"]\nown = ["can\'t"]\nseeming = ["not only"]\ndoubts = ["nobody knows"]\n'
RULE = """
[[refusal]]
id = "one"
kind = "{kind}"
why = "it is one"
says = ["{says}"]
finds = ["all is well"]
spares = ["{spares}"]
"""
GOOD = {"kind": "promise", "says": "all is well", "spares": "all is not well"}


def test_every_rule_holds_against_its_own_sentences() -> None:
    assert prove_rules() > 35


def test_every_claim_may_be_said_in_its_own_words() -> None:
    for claim in load_ledger().claims:
        assert check(claim.says, BOOK) == (), claim.id


def test_every_claim_names_a_source_of_the_world_or_of_our_own_engines() -> None:
    assert CLAIMS.is_dir()
    for claim in load_ledger().claims:
        assert re.search(r"\d{4}|engines/", claim.source), claim.id
        assert claim.checked == "ours" or not claim.source.startswith("engines"), claim.id


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"kind": "sin"}, "a.toml: refusal.0.kind"),
        ({"says": "all .."}, "a.toml: one: no phrase"),
        ({"says": "all is lost"}, "one: lets through 'all is well'"),
        ({"spares": "all is well"}, "one: stops 'all is well'"),
    ],
)
def test_a_broken_rule_is_refused_with_its_name_and_a_reason(tmp_path, given, reason) -> None:
    (tmp_path / "scope.toml").write_text(SCOPE)
    (tmp_path / "a.toml").write_text(RULE.format(**{**GOOD, **given}))
    with pytest.raises(ContentError, match=reason):
        prove_rules(tmp_path)


def test_two_rules_of_one_name_are_refused(tmp_path) -> None:
    (tmp_path / "scope.toml").write_text(SCOPE)
    (tmp_path / "a.toml").write_text(RULE.format(**GOOD) * 2)
    with pytest.raises(ContentError, match="two rules have one id"):
        load_rules(tmp_path)


def test_a_number_that_is_only_remembered_is_refused(tmp_path) -> None:
    (tmp_path / "a.toml").write_text(
        '[[claim]]\nid = "x"\nsays = "y"\nfigures = ["1 percent"]\nabout = ["y"]\n'
        'source = "z 2001"\nchecked = "memory"\n'
    )
    with pytest.raises(ContentError, match="not checked"):
        load_ledger(tmp_path)


def test_every_saying_that_must_not_be_repeated_has_a_rule_that_finds_it() -> None:
    rows = shared("coach/do_not_say.jsonl").read_text(encoding="utf-8").splitlines()
    finds = [one for rule in load_rules().refusals for one in rule.finds]
    for row in map(json.loads, rows):
        theirs = re.compile(row["pattern"], re.IGNORECASE)
        hit = [one for one in finds if theirs.search(one)]
        assert hit, row["pattern"]
        assert all(check(one, BOOK) for one in hit)


def test_no_good_reply_of_the_craft_is_stopped_and_what_is_bad_by_its_words_is() -> None:
    rows = shared("coach/craft_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(row) for row in rows]
    good = [pair["good"] for pair in pairs if check(pair["good"], BOOK)]
    bad = [pair["bad"] for pair in pairs if check(pair["bad"], BOOK)]
    assert good == []
    assert len(bad) >= 4  # the other six are bad by what they do: lists, praise, plans


# --- our own words ----------------------------------------------------------------


def spoken() -> list[tuple[str, str]]:
    """List what we say to people today: place and words."""
    found = [
        (one.id, words)
        for one in load_explanations()
        for words in (one.title, one.short, one.says, *one.rule, one.model, one.sure, one.judgement)
    ]
    for reason in load_reasons():
        found += [(reason.id, words) for words in (*reason.why, *reason.instead, reason.ok_when)]
    for one in load_landing().lines.values():
        found += [(one.id, words) for words in (*one.says, *one.home, *one.ward)]
    for country in countries():
        found += [
            (line.id, words)
            for line in country.lines
            for words in (line.name, line.audience, line.hours, line.note)
        ]
    return [*found, *(pair for path in sorted(PAGES.rglob("*.html")) for pair in on_page(path))]


TRANSLATED = re.compile(
    r'{%\s*translate\s+"((?:[^"\\]|\\.)*)"|{%\s*blocktranslate[^%]*%}(.*?){%', re.DOTALL
)
TAGS = re.compile(r"<[^>]+>|{{[^}]*}}")


def on_page(path: Path) -> list[tuple[str, str]]:
    """List the words of one template, without its tags."""
    found = TRANSLATED.finditer(path.read_text(encoding="utf-8"))
    return [(path.name, TAGS.sub("", one[1] or one[2] or "")) for one in found]


def test_all_that_we_say_today_may_leave() -> None:
    said = spoken()
    assert len(said) > 800
    assert [(place, words) for place, words in said if check(words, BOOK)] == []


def test_all_words_that_we_offer_to_be_said_may_leave() -> None:
    frames = [words for one in load_frames() for words in (one.after, one.alone) if words]
    offered = [*frames, *(pair.softer for pair in load_pairs())]
    stopped = [words for words in offered if check(words, BOOK, speaker=Speaker.SCRIPT)]
    assert stopped == []


def test_every_kind_of_fault_but_what_the_engine_finds_itself_has_rules() -> None:
    ruled = {one.kind for one in load_rules().refusals}
    assert set(FaultKind) - ruled == {FaultKind.PATIENT, FaultKind.MARKUP, FaultKind.LENGTH}
