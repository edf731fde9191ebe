"""The second switchboard: what listens to words, made ready.

It stands apart from `wiring` because its libraries take half a second to import, and whoever asks
about rosters should not wait for them. It needs no setting: what it makes lies in the user's cache.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from time import perf_counter

import numpy as np

from aftershift.adapters import (
    encoder_files,
    encoders,
    hearing,
    judging,
    recalling,
    speaking,
)
from aftershift.adapters import understanding as understood
from aftershift.adapters.choices import taught_chooser, taught_pointer, tuned_chooser

# "as" says that the shells may name what they are handed.
from aftershift.adapters.hearing import TooLong as TooLong
from aftershift.adapters.tuned import TunedEar, tuned_ear
from aftershift.engines.basics.recall import Rows
from aftershift.engines.coach.hearing.moves import ASKING, TOLD, MoveBook, Saying, Told, move_of
from aftershift.engines.coach.hearing.openers import Openers
from aftershift.engines.coach.state import Heard
from aftershift.engines.coach.stock.aims import Aims
from aftershift.engines.coach.stock.gists import Gisting
from aftershift.engines.coach.stock.occasions import Occasions
from aftershift.engines.coach.stock.purposes import Purposes
from aftershift.engines.coach.stock.shelves import Shelves, case_texts
from aftershift.engines.coach.stock.theming import Theming, leaning_of
from aftershift.engines.evidence.retrieval import Asked, Finder, Words, find
from aftershift.engines.evidence.retrieval import Found as Found
from aftershift.engines.language.choosing import Chooser
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.phrases import PhraseBook
from aftershift.engines.language.sentences import sentences
from aftershift.engines.language.understanding import Understanding, understand
from aftershift.engines.language.utterance import Utterance
from aftershift.engines.safety import triage as triaging
from aftershift.engines.safety.lessons import read_on
from aftershift.engines.safety.output_check import check
from aftershift.engines.safety.output_kinds import Fault, Speaker, State
from aftershift.engines.safety.output_meaning import meant
from aftershift.engines.safety.risk import UNHEARD, Risk
from aftershift.engines.safety.signals import Listener
from aftershift.engines.safety.triage import TURNS_READ, Ear
from aftershift.library.coach import (
    CoachShelf,
    case_words,
    coach_digest,
    coach_texts,
    load_coach,
    offered_in,
    practice_words,
)
from aftershift.library.coach_lessons import (
    TUNED,
    aim_lessons,
    lessons_of_choices,
    occasion_lessons,
    pointing_lessons,
    purpose_lessons,
)
from aftershift.library.evidence import load_evidence
from aftershift.library.output import load_output, load_spoken, spoken_digest
from aftershift.library.protocols import load_protocols
from aftershift.library.triage import (
    LEARNT,
    all_lessons,
    lessons_digest,
    load_phrases,
    load_signals,
    words_digest,
)
from aftershift.library.understanding import load_taxonomy, taxonomy_digest
from aftershift.library.voice import load_craft

MOST_TOLD = 120  # words of what was told lately by which it is heard what words are for
FEW = 16  # words of a last sentence that is looked at by itself
Hear = Callable[[str], Utterance]
Triage = Callable[[str, Sequence[str]], Risk]  # (what was said, what was said before it)
CheckOutput = Callable[[str, State, Speaker], tuple[Fault, ...]]  # (what is about to be said, ...)
Understand = Callable[[str], Understanding]  # (what somebody tells)


def encoder_at_hand() -> str:
    """Say in words which encoder listens, and what is lost without MiniLM."""
    try:
        encoder_files.model_folder()
    except encoder_files.EncoderMissing as missing:
        return f"words only, not what they mean: {missing}"
    graph = encoder_files.graph_file(encoder_files.cache_folder(), LEARNT)
    return (
        "MiniLM" if encoder_files.is_whole(graph) else "MiniLM; its graph is written at first use"
    )


def ear_with(tell: Callable[[str], None]) -> tuple[Ear, Hear]:
    """Make ready what triage listens with, and how it hears, which raises TooLong."""
    cache = encoder_files.cache_folder()
    encoder = encoders.best_encoder(cache, tell, LEARNT)
    heads = hearing.taught_heads(all_lessons, lessons_digest(), encoder, cache, tell)
    words = hearing.taught_words(all_lessons, words_digest(), load_phrases(), cache)
    hear = partial(hearing.hear, encoder=encoder, lexicon=words)
    return Ear(heads=heads, listener=Listener(load_signals())), hear


def triage_with(tell: Callable[[str], None]) -> Triage:
    """Make triage ready to listen; `tell` hears of what has to be built once for this user.

    What fails while it listens is answered with a question, never with "none". What was said before
    is heard again: give no turn from before somebody's own answer lowered a level. Raises TooLong.
    """
    ear, hear = ear_with(tell)

    def listen(text: str, before: Sequence[str]) -> Risk:
        try:
            return triaging.triage(
                hear(text),
                ear,
                before=lambda: [hear(one) for one in before[-TURNS_READ + 1 :]],
                together=hear(read_on((*before, text))) if before else None,
            )
        except TooLong:
            raise
        except Exception:  # whatever it was, nobody may be told that all is well
            return UNHEARD

    return listen


def output_with(tell: Callable[[str], None]) -> CheckOutput:
    """Make ready to check what is about to be said; `tell` hears of what has to be built once.

    Phrases first; where they find nothing, what was taught. No fault: it may leave.
    """
    cache = encoder_files.cache_folder()
    encoder = encoders.best_encoder(cache, tell)
    book = load_output()
    heads = speaking.output_heads(load_spoken, spoken_digest(), encoder, cache, tell)

    def checked(text: str, state: State, speaker: Speaker) -> tuple[Fault, ...]:
        found = check(text, book, state=state, speaker=speaker)
        return found or tuple(
            meant(hearing.hear(text, encoder), heads, state=state, speaker=speaker)
        )

    return checked


def judge_with(tell: Callable[[str], None]) -> judging.VoiceJudge:
    """Make ready to judge a model's words; `tell` hears of what has to be built once."""
    cache = encoder_files.cache_folder()
    encoder = encoders.best_encoder(cache, tell)
    return judging.VoiceJudge(
        encoder=encoder,
        heads=speaking.output_heads(load_spoken, spoken_digest(), encoder, cache, tell),
        output=load_output(),
        craft=load_craft(),
    )


def understand_with(tell: Callable[[str], None]) -> Understand:
    """Make ready to understand; `tell` hears of what has to be built once for this user.

    What it makes ready raises TooLong.
    """
    encoder = encoders.best_encoder(encoder_files.cache_folder(), tell)
    understood_by = _understanding_with(encoder, tell)
    return lambda text: understood_by(hearing.hear(text, encoder))


def _understanding_with(
    encoder: encoders.Encoder, tell: Callable[[str], None]
) -> Callable[[Utterance], Understanding]:
    taxonomy, cache = load_taxonomy(), encoder_files.cache_folder()
    taught = understood.taught_understanding(taxonomy, taxonomy_digest(), encoder, cache, tell)
    return partial(understand, listener=understood.understander(taxonomy, taught))


@dataclass(frozen=True, kw_only=True, slots=True)
class Coach:
    """The embedded coach, ready: what it can say, and how it hears a message.

    `hear` takes what was said and what was said before it, as `triage_with` does, and raises
    TooLong. `told` says what the last few messages mean together.
    """

    shelves: Shelves
    hear: Callable[[str, Sequence[str]], Heard]
    told: Callable[[Sequence[str]], Told]


def coach_with(tell: Callable[[str], None], triage: Triage | None = None) -> Coach:
    """Make the coach ready; `tell` hears of what has to be built once for this user.

    `triage` is used where one is ready already.
    """
    cache = encoder_files.cache_folder()
    encoder, tuned = (encoders.best_encoder(cache, tell, one) for one in (None, TUNED))
    triaged = triage or triage_with(tell)
    understood_by = _understanding_with(encoder, tell)
    shelves = shelves_with(encoder, tell, tuned)
    ear = tuned_ear(tuned)
    told = telling_with(encoder, tuned, ear, tell)
    beside = ThreadPoolExecutor(1, "risk")  # encoders let go of the interpreter while they work

    def hear(text: str, before: Sequence[str]) -> Heard:
        risk = beside.submit(_timed, triaged, text, before)
        once = encoders.Once(encoder)
        utterance = hearing.hear(text, once)
        whole = once.embed([utterance.text])
        pieces = len(utterance.windows) if len(utterance.windows) > 1 else 0
        windows = tuple(utterance.window(at) for at in range(pieces))
        last = _last_of(utterance.text, once)
        heard = ear.hear(text, utterance, windows)
        said = Saying(text=utterance.text, rows=whole, last=last, wants=heard.wants)
        # all others need not know what a step or words are for
        is_asking = move_of(said, shelves.moves, expected=ASKING) in ASKING
        lately = told((*before, text)) if is_asking else Told()
        understanding = understood_by(utterance)
        found, milliseconds = risk.result()
        return Heard(
            text=text,
            clean=utterance.text,
            rows=np.concatenate([whole, utterance.embeddings[:pieces]]),
            done=heard.done,
            windows=windows,
            last=last,
            wants=heard.wants,
            weights=heard.weights,
            told=lately,
            understanding=understanding,
            risk=found,
            milliseconds=milliseconds,
        )

    return Coach(shelves=shelves, hear=hear, told=told)


def _timed(triage: Triage, text: str, before: Sequence[str]) -> tuple[Risk, int]:
    """Hear how grave a message is, and say how many milliseconds that took."""
    began = perf_counter()
    return triage(text, before), round(1000 * (perf_counter() - began))


def telling_with(
    encoder: encoders.Encoder, tuned: encoders.Encoder, ear: TunedEar, tell: Callable[[str], None]
) -> Callable[[Sequence[str]], Told]:
    """Make ready to hear what the last few messages mean together, and hold to be said."""
    purposes = purposes_with(tuned, tell)
    aims = aims_with(encoders.Joined(encoder, tuned), tell)
    occasions = occasions_with(encoders.Joined(encoder, tuned), tell)

    def told(said: Sequence[str]) -> Told:
        text = " ".join(clean(one).text for one in said[-TOLD:])
        if not text:
            return Told()
        lately = " ".join(text.split()[-MOST_TOLD:])
        asked = [lately, clean(said[-1]).text]
        plain, fine = encoders.Once(encoder), encoders.Once(tuned)
        both = encoders.Joined(plain, fine).embed(asked)
        return Told(
            text=text,
            rows=plain.embed([text]),
            purposes=purposes.heard(lately, fine.embed([lately])),
            aims=aims.heard(asked, both),
            occasions=occasions.heard(asked, both),
            lines=ear.lines(said[-TOLD:]),
        )

    return told


def purposes_with(tuned: encoders.Encoder, tell: Callable[[str], None]) -> Purposes:
    """Make ready to hear what words are wanted for, by what was tuned to gists."""
    lessons = purpose_lessons()
    chooser = taught_chooser("purposes", lessons, tuned, encoder_files.cache_folder(), tell)
    return Purposes(chooser=chooser, names=lessons.names, purposes=load_coach().purposes)


def aims_with(both: encoders.Encoder, tell: Callable[[str], None]) -> Aims:
    """Make ready to hear what a small thing is wanted for."""
    lessons = aim_lessons()
    chooser = taught_chooser("aims", lessons, both, encoder_files.cache_folder(), tell)
    return Aims(chooser=chooser, names=lessons.names)


def occasions_with(both: encoders.Encoder, tell: Callable[[str], None]) -> Occasions:
    """Make ready to hear on which occasion words are wanted."""
    lessons = occasion_lessons()
    chooser = taught_chooser("occasions", lessons, both, encoder_files.cache_folder(), tell)
    return Occasions(chooser=chooser, names=lessons.names)


def _last_of(text: str, encoder: encoders.Encoder) -> Told:
    """Give the last of several sentences, and what it means; a long one neither asks nor ends."""
    parts = sentences(text)
    said = text[slice(*parts[-1])] if len(parts) > 1 else ""
    return Told(text=said, rows=encoder.embed([said])) if 0 < len(said.split()) <= FEW else Told()


def finder_with(tell: Callable[[str], None]) -> Callable[[str, int | None], tuple[Found, ...]]:
    """Make ready to find practices for a situation; `tell` hears of what has to be built once."""
    encoder = encoders.best_encoder(encoder_files.cache_folder(), tell)
    understood_by, finder = _understanding_with(encoder, tell), shelves_with(encoder, tell).finder

    def found(text: str, minutes: int | None) -> tuple[Found, ...]:
        utterance = hearing.hear(text, encoder)
        sure = {one.name: one.confidence for one in understood_by(utterance).situations}
        rows = encoder.embed([utterance.text])
        asked = Asked(text=utterance.text, rows=rows, situations=sure, minutes=minutes)
        return find(asked, finder)

    return found


def shelves_with(
    encoder: encoders.Encoder,
    tell: Callable[[str], None],
    tuned: encoders.Encoder | None = None,
) -> Shelves:
    """Put together all that the coach can say.

    Without what was `tuned` to gists, none of these are heard.
    """
    shelf, evidence = load_coach(), load_evidence()
    lessons, cache = lessons_of_choices(), encoder_files.cache_folder()
    recalled = recalling.recalls(coach_texts(), coach_digest(), encoder, cache, tell)
    choosers = {
        kind: taught_chooser(kind, some, encoder, cache, tell) for kind, some in lessons.items()
    }
    gists = tuple(one.id for one in shelf.gists)
    return Shelves(
        playbooks={one.id: one for one in shelf.playbooks},
        cases={one.id: one for one in shelf.cases},
        lines=shelf.lines,
        questions=shelf.questions,
        myths=evidence.myths,
        moves=MoveBook(chooser=choosers["moves"], moves=shelf.moves, cues=PhraseBook(shelf.cues)),
        finder=Finder(
            practices=evidence.practices,
            own=recalled["practices"],
            cases=recalled["situations"],
            offered=offered_in(shelf),
            chooser=choosers["practices"],
            names=lessons["practices"].names,
            words=Words({one.id: practice_words(one) for one in evidence.practices.values()}),
        ),
        protocols=load_protocols(),
        gists={one.id: one for one in shelf.gists},
        things=shelf.things,
        theming=_theming_of(shelf, recalled["said"].rows, choosers["themes"]),
        gisting=Gisting(
            chooser=tuned_chooser("gists", gists, tuned) if tuned else None, names=gists
        ),
        openers=Openers(chooser=choosers["openers"]),
        doings=shelf.doings,
        aims={one.id: one for one in shelf.aims},
        occasions={one.id: one for one in shelf.occasions},
        purposes={one.id: one for one in shelf.purposes},
        pointer=taught_pointer(*pointing_lessons(), cache, tell),
        words=Words({one.id: case_words(one) for one in shelf.cases}),
        gist_lines=recalled["gists"],
        **{kind: recalled[kind] for kind in ("turns", "reflections", "scripts", "said", "asked")},
    )


def _theming_of(shelf: CoachShelf, said: Rows, chooser: Chooser) -> Theming:
    return Theming(
        chooser=chooser,
        cues=PhraseBook({one.id: one.cues for one in shelf.playbooks}),
        names=tuple(one.id for one in shelf.playbooks),
        cases=leaning_of(said, case_texts(shelf.cases), chooser),
        places={one.id: place for place, one in enumerate(shelf.cases)},
    )
