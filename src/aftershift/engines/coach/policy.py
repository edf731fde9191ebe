"""The table of rules: which one answers a turn. The first that has something to say is taken.

What a person does with a message goes before what it tells; what they asked for goes before what
we would ask. Safety is not in the table: it goes before all of it, in `turn`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from aftershift.engines.coach.answers import answering_moves as moves
from aftershift.engines.coach.answers import facts, rostering, telling
from aftershift.engines.coach.answers.allowing import meets_a_may_i
from aftershift.engines.coach.answers.closing import closes, leaves_a_part, lets_go, may_close
from aftershift.engines.coach.answers.good_news import meets_good_news
from aftershift.engines.coach.answers.leave_to_tell import gives_leave
from aftershift.engines.coach.answers.minds import wonders_about_another
from aftershift.engines.coach.answers.open_questions import gives_the_question_back, weighs_no_fault
from aftershift.engines.coach.answers.opening import asks_what_it_is_about, opens, wonders
from aftershift.engines.coach.answers.remembering import remembers
from aftershift.engines.coach.answers.self_names import names_themselves
from aftershift.engines.coach.answers.siding import takes_no_side
from aftershift.engines.coach.answers.staying import asks_to_stay_or_go
from aftershift.engines.coach.answers.verdicts import gives_no_verdict
from aftershift.engines.coach.answers.weighing import answers_a_question, weighs
from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.words.after_errors import tells_a_senior_first
from aftershift.engines.coach.words.mocking import mocks_what_they_would_say
from aftershift.engines.coach.words.own_lines import has_own_words, takes_what_was_given
from aftershift.engines.coach.words.reworking import answers_about_words, minds, reworks
from aftershift.engines.coach.words.words_to_say import gives_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule by its name."""

    name: str
    speak: Callable[[Here], Draft | None]


RULES = (
    Rule(name="how the last step went", speak=moves.tells_how_it_went),
    Rule(name="corrects us", speak=moves.corrects),
    Rule(name="was misheard", speak=moves.misheard),
    Rule(name="steers", speak=moves.steers),
    Rule(name="asks whether to stay or go", speak=asks_to_stay_or_go),
    Rule(name="asks the world", speak=gives_the_question_back),
    Rule(name="asks about words that were given", speak=answers_about_words),
    Rule(name="asks to be agreed with", speak=takes_no_side),
    Rule(name="asks who was wrong, and tells", speak=weighs_no_fault),
    Rule(name="mocks what they would say", speak=mocks_what_they_would_say),
    Rule(name="asks which way", speak=weighs),
    Rule(name="asks what another meant", speak=wonders_about_another),
    Rule(name="asks leave to tell", speak=gives_leave),
    Rule(name="asks what we are", speak=moves.says_what_it_is),
    Rule(name="takes the offer", speak=moves.plans),
    Rule(name="bars the offer", speak=rostering.bars),
    Rule(name="has told nothing yet", speak=opens),
    Rule(name="an error in care", speak=tells_a_senior_first),
    Rule(name="has words of their own", speak=has_own_words),
    Rule(name="takes what was given", speak=takes_what_was_given),
    Rule(name="wants words in another form", speak=reworks),
    Rule(name="asks only for words", speak=asks_what_it_is_about),
    Rule(name="asks for words", speak=gives_words),
    Rule(name="asks for a step", speak=moves.offers),
    Rule(name="declines", speak=moves.declines),
    Rule(name="says how the words shall be", speak=minds),
    Rule(name="asks whether it is true", speak=facts.checks_a_fact),
    Rule(name="asks whether one may", speak=meets_a_may_i),
    Rule(name="asks for a fact", speak=facts.knows_no_fact),
    Rule(name="asks for a verdict", speak=gives_no_verdict),
    Rule(name="has little time", speak=moves.has_little_time),
    Rule(name="greets", speak=moves.greets),
    Rule(name="leaves a part of it", speak=leaves_a_part),
    Rule(name="is called away", speak=lets_go),
    Rule(name="ends", speak=closes),
    Rule(name="may go", speak=may_close),
    Rule(name="asks us", speak=answers_a_question),
    Rule(name="opens with good news", speak=meets_good_news),
    Rule(name="answers shortly", speak=moves.meets),
    Rule(name="has a step of their own", speak=telling.own_step),
    Rule(name="objects", speak=telling.objects),
    Rule(name="calls themselves names", speak=names_themselves),
    Rule(name="has settled it", speak=telling.settles),
    Rule(name="only wants to be heard", speak=telling.only_listening),
    Rule(name="the roster is the load", speak=rostering.names_the_load),
    Rule(name="the system is the cause", speak=telling.the_system),
    Rule(name="too few people", speak=rostering.names_the_system),
    Rule(name="nights still to come", speak=rostering.nights_to_go),
    Rule(name="near a shift, or deep in the night", speak=rostering.knows_the_hour),
    Rule(name="was kept", speak=remembers),
    Rule(name="the other's view", speak=telling.the_others_view),
    Rule(name="enough was told", speak=telling.leave),
    Rule(name="tells, and may be asked", speak=telling.explore),
    Rule(name="tells", speak=telling.reflect),
    Rule(name="goes on", speak=telling.goes_on),
    Rule(name="was not followed", speak=wonders),
)


def decide(here: Here) -> tuple[str, Draft]:
    """Take the first rule that has something to say, by its name."""
    for rule in RULES:
        if draft := rule.speak(here):
            return rule.name, draft
    raise AssertionError  # the last rule always speaks: its lines are required
