"""What is said to what a person does: takes an offer, declines it, corrects, asks, steers, ends.

Each rule gives a draft or None; the table in `policy` says in which order they are asked.
"""

import re
from dataclasses import replace

from aftershift.engines.coach.answers.closing import points_to_somebody
from aftershift.engines.coach.answers.giving_back import given_back
from aftershift.engines.coach.answers.rostering import has_a_place, load_pieces
from aftershift.engines.coach.answers.staffing import playbook_of, staffing_pieces
from aftershift.engines.coach.answers.telling import (
    ANSWERS_TO_LEAVE,
    OFFERING,
    asked_about,
    question,
    reflection,
    the_system,
)
from aftershift.engines.coach.choosing import Choice, choose, ways_within
from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.drafts import asks as asks_in
from aftershift.engines.coach.hearing.approving import is_pleased
from aftershift.engines.coach.hearing.asked_in_front import told_behind
from aftershift.engines.coach.hearing.correcting import corrected, felt_instead, meant_in
from aftershift.engines.coach.hearing.moves import ASKED_AT_THE_END, Move
from aftershift.engines.coach.hearing.noticing import facts_in, people_in
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.hearing.when_said import is_now, when_taken
from aftershift.engines.coach.own_words.gravity import is_of_loss
from aftershift.engines.coach.own_words.turning import turned_words
from aftershift.engines.coach.state import Act, Steering
from aftershift.engines.coach.stock.doings import is_doing
from aftershift.engines.language.phrases import words_in

ANSWERS_TO_OFFER = (Move.YES, Move.NOT_THAT, Move.NOTHING_TODAY)
ANSWERS_TO_FOLLOW = (Move.DID, Move.NOT_DONE, Move.WORSE)
MOST_MEANT = 12  # words of a message in which what is meant is the rest; a longer one tells it
HELLO_WORDS = 5  # words of a message that only says hello
_OF_A_MACHINE = re.compile(  # what a question about us is about
    r"\b(?:robot|bot|machine|computer|program|app|ai|human|real|this thing|typing|algorithm|"
    r"(?:any|some)(?:one|body))\b"
)
_ONLY_YOU = re.compile(  # leans on us, and on nobody else
    r"\byou(?:'re| are|r) the only (?:one|person|thing)\b[^.!?]{0,20}\b(?:talk|tell|listen\w*|"
    r"understands?|gets? me)\b|\b(?:no ?(?:body|one)|don'?t have anyone) (?:else )?(?:to talk to )?"
    r"(?:but|except) (?:for )?you\b|\bi (?:only|just) (?:talk to|tell|have) you\b"
)
# Words of a question about us by which it asks whether we care, and who sees what is told.
CARES = frozenset({"care", "love", "like", "miss"})
WHO_SEES = frozenset({
    "confidential", "private", "privacy", "sees", "seen", "reads", "reading", "report", "anyone",
    "anybody", "boss", "manager", "employer", "tell",
})  # fmt: skip
_ASKING = re.compile(
    r"\bi(?:'m| am) (?:only |just )?asking ((?:how|what|why|when|where|which|if|whether)\b[^.!?]*)"
)
_OBJECTS = re.compile(
    r"\b(?:but|though|tho|although|except|only|still|if|no|not|never|hardly|too|how|when|where|wh?at|"
    r"won'?t|\w+n'?t|cannot|tried|already|easier|easy|as if|good luck|yet)\b"
)
_LEAVES_IT = re.compile(r"\bleave it\b", re.IGNORECASE)  # said before no other offer
KEYS = {
    Move.YES_BUT: "yes_but", Move.DUNNO: "dunno", Move.JOKE: "joke", Move.GOOD: "good",
    Move.SHUT_DOWN: "shut_down", Move.TRIED: "tried",
}  # fmt: skip


def corrects(here: Here) -> Draft | None:
    """Take what was said instead, in one clause, and go on from there."""
    instead = _instead(here) if here.state.turns else ""
    is_none = here.heard.wants.hardly_corrects or is_of_loss(here.heard.clean)
    if not instead or is_none or here.heard.tapped or here.reading.move in ASKED_AT_THE_END:
        return None
    who = facts_in(instead).who or here.state.who
    anew = replace(here, state=replace(here.state, who=who))
    changes: dict[str, object] = {"who": who, "misses": here.state.misses + 1}
    if here.state.misses:
        again = _twice_missed(here)
        return Draft(act=Act.REPAIR, pieces=again, changes=changes) if again else None
    taken = turned_words(instead)
    clause = Piece(text=f"{taken}, then.", name="repair.taken")
    has_asked = here.state.asked[-1:] == (True,)  # a second mishearing must be able to ask
    may_ask = here.may_ask and not has_asked  # and of the theme nothing, for it was misheard
    line = asked_about(anew, instead) if may_ask else None
    line = line or here.line("goes_on")
    return Draft(act=Act.REPAIR, pieces=(clause, *([line] if line else [])), changes=changes)


def _instead(here: Here) -> str:
    """Say what a message says it is about instead, if it corrects."""
    said = here.heard.clean
    if is_pleased(here.heard.text):
        return ""
    if instead := corrected(said):
        return instead
    is_meant = here.reading.move is Move.MISHEARD and len(words_in(said)) <= MOST_MEANT
    return meant_in(said) if is_meant and not felt_instead(said) else ""


def misheard(here: Here) -> Draft | None:
    """Own that it was heard wrong; take the feeling that was meant; the second time, ask."""
    if here.reading.move is not Move.MISHEARD or not here.state.turns:
        return None
    changes: dict[str, object] = {"misses": here.state.misses + 1}
    if feeling := felt_instead(here.heard.clean):
        owned = (here.line("repair"), here.line(f"felt.{feeling}"))
        pieces = tuple(one for one in owned if one)
        return Draft(act=Act.REPAIR, pieces=pieces, changes=changes)
    if asked := _asked_all_along(here):
        return Draft(act=Act.REPAIR, pieces=(asked,), changes=changes)
    changes |= {
        "barred_themes": (*here.state.barred_themes, here.state.theme),
        "theme": here.state.second,
        "meaning": "",
    }
    pieces = _twice_missed(here) if here.state.misses else _once_missed(here)
    return Draft(act=Act.REPAIR, pieces=pieces, changes=changes) if pieces else None


def _asked_all_along(here: Here) -> Piece | None:
    """Give back what a message says that it asks: "I am asking how to sit across from her"."""
    asked, line = _ASKING.search(here.heard.clean), here.line("repair_asks")
    return (
        asked and line and replace(line, text=line.text.replace("{said}", turned_words(asked[1])))
    )


def _once_missed(here: Here) -> tuple[Piece, ...]:
    """Own it plainly, and ask for it in their own words, or give it back where it was said.

    It is no question, so that a second mishearing is able to ask.
    """
    owned = here.line("repair")
    told = len(words_in(here.heard.clean)) > MOST_MEANT and given_back(here, is_asked=True)
    return tuple(one for one in (owned, told or here.line("meant", is_spare=True)) if one)


def _twice_missed(here: Here) -> tuple[Piece, ...]:
    """Say so, and ask what it is about, with three choices: whom they named, where two were."""
    named = people_in((*here.state.said, here.heard.clean))
    line = here.line("repair_again_named" if len(named) > 1 else "repair_again")
    if line and len(named) > 1:
        text = line.text.replace("{one}", named[0]).replace("{other}", named[1])
        line = replace(line, text=text)
    return (line,) if line else ()


def steers(here: Here) -> Draft | None:
    """Do as was asked, and keep to it: listen, shorter, no questions."""
    table = {
        Move.LISTEN: (Steering.LISTEN, "steer_listen"),
        Move.SHORTER: (Steering.SHORT, "steer_short"),
        Move.STOP_ASKING: (Steering.QUIET, "steer_quiet"),
    }
    is_of_words = here.reading.move is Move.SHORTER and here.state.acts[-1:] == (Act.SCRIPT,)
    if here.reading.move not in table or is_of_words:
        return None
    how, key = table[here.reading.move]
    steering = tuple(dict.fromkeys((*here.state.steering, how)))
    anew = replace(here, state=replace(here.state, steering=steering))
    lines = [anew.line(key)]
    tells = len(here.heard.clean.split()) > 6 and not here.heard.tapped
    anew = replace(anew, told=tuple(filter(None, map(told_behind, anew.told))))
    if tells and (line := given_back(anew, is_asked=True) or reflection(anew)):
        lines.append(replace(line, is_spare=True))
    pieces = tuple(one for one in lines if one)
    return Draft(act=Act.STEERED, pieces=pieces, changes={"steering": steering, "open_offer": ""})


def says_what_it_is(here: Here) -> Draft | None:
    """Say that this is a program, whoever asks and however, and who sees what is told to it."""
    if _ONLY_YOU.search(here.heard.clean) and not here.heard.tapped:
        line = here.line("only_you")
        return line and Draft(act=Act.WHAT_I_AM, pieces=(line,))
    is_asked = here.heard.wants.surely(Want.US) and _OF_A_MACHINE.search(here.heard.clean)
    if here.reading.move is not Move.ABOUT_YOU and not (is_asked and not here.heard.tapped):
        return None
    asked = set(words_in(here.heard.clean))
    key = "cares" if asked & CARES else "about_privacy" if asked & WHO_SEES else "about_you"
    line = here.line(key)
    return line and Draft(act=Act.WHAT_I_AM, pieces=(line,))


def tells_how_it_went(here: Here) -> Draft | None:
    """Answer what came of the last step."""
    move, step = here.reading.move, here.state.following or here.state.planned
    if not step or move not in ANSWERS_TO_FOLLOW:
        return None
    theme = here.shelves.playbooks.get(here.state.theme)
    if theme is not None and step in theme.practices:
        says = getattr(theme.follow, move.value)
        line = here.first_new([(f"{theme.id}.{move}.{n}", one) for n, one in enumerate(says)])
    else:
        line = here.line(f"follow.{move}")
    # what somebody did says nothing of what the talk is about
    still = {"theme": here.state.theme, "leaning": here.state.leaning}
    changes = {"following": "", "planned": "", **still}
    refused = (*here.state.refused, step) if move is Move.WORSE else here.state.refused
    return line and Draft(
        act=Act.FOLLOW_UP,
        pieces=(line,),
        outcome=move.value,
        changes={**changes, "refused": refused},
    )


def plans(here: Here) -> Draft | None:
    """Turn a yes into an if-then plan that can be placed, and point to a person."""
    step = here.state.open_offer
    if here.reading.move is not Move.YES or not step:
        return None
    practice = here.shelves.finder.practices[step]
    human = points_to_somebody(here)
    offered = next((name for name in reversed(here.state.used) if _offers(name)), "")
    said_already = is_doing(offered)
    timed = _at_their_hour(here)
    opening = timed or here.line("plan_step" if said_already else "plan_yes")
    plan = Piece(text=f"“{practice.plan}”", name=f"plan.{step}")
    pieces = (
        *([opening] if opening else []),
        *([] if said_already or timed else [plan]),
        *has_a_place(here, practice),
        *([replace(human, is_spare=True)] if human else []),
    )
    return Draft(
        act=Act.PLAN,
        pieces=pieces,
        practices=(step,),
        sources=practice.sources,
        place=step,
        why=practice.say,
        changes={"planned": step, "open_offer": ""},
    )


def _at_their_hour(here: Here) -> Piece | None:
    """Give back when a step that was taken will be done; None where nothing says when."""
    if here.heard.tapped:
        return None
    if when := when_taken(here.heard.text):
        line = here.line("plan_when")
        return line and replace(line, text=line.text.replace("{said}", when))
    return here.line("plan_now") if is_now(here.heard.text) else None


def _offers(name: str) -> bool:
    return name.startswith("offer.") or is_doing(name)


def offers(here: Here) -> Draft | None:
    """Offer one practice that fits, and another way; asked for it, or given leave."""
    move, state = here.reading.move, here.state
    has_leave = state.acts[-1:] == (Act.ASK_LEAVE,) and move is Move.YES
    wants_other = move is Move.MORE or (move is Move.NOT_THAT and state.open_offer)
    tells_for_it = state.awaits_step and move is Move.TELLS and not here.reading.tells_nothing
    if not (has_leave or wants_other or tells_for_it or move is Move.STEP):
        return None
    changes: dict[str, object] = {}
    if wants_other and state.open_offer:
        changes["refused"] = (*state.refused, *state.open_offers)
        here = replace(here, state=replace(state, refused=(*state.refused, *state.open_offers)))
    return _offer(here, changes)


def _offer(here: Here, changes: dict[str, object]) -> Draft | None:
    reading = replace(here.reading, theme=playbook_of(here))
    choice = choose(here.state, here.heard, reading, here.known, here.shelves)
    if choice is None:
        line = here.line("nothing")
        return line and Draft(act=Act.CLOSE, pieces=(line,), changes={**changes, "open_offer": ""})
    practice = choice.practice
    offered = here.first_new(_ways_to_offer(here, choice))
    staffing = staffing_pieces(here)
    others = () if staffing else _another_way(here, choice)
    before = None if staffing else _before_offer(here, choice)
    load, system = load_pieces(here) or staffing, the_system(here)
    system = None if load else system
    pieces = (
        *([before] if before else []),
        *load,
        *(one for one in (system.pieces if system else ()) if one.name.endswith(".system")),
        *([offered] if offered else []),
        *(one for one in others if not (offered and offered.asks and one.asks)),
    )
    return Draft(
        act=Act.OFFER,
        pieces=pieces,
        practices=(practice.id,),
        sources=practice.sources,
        suggestions=ANSWERS_TO_OFFER,
        why=choice.why,
        changes={
            **changes,
            "offered": (*here.state.offered, practice.id),
            "open_offer": practice.id,
            "beside_offer": choice.instead[0] if choice.instead and others else "",
            **({"named_system": True} if system or load else {}),
        },
    )


def _ways_to_offer(here: Here, choice: Choice) -> list[tuple[str, str]]:
    name = f"offer.{choice.practice.id}"
    plain = [(f"{name}.{n}", one) for n, one in ways_within(choice.practice, choice.limits)]
    ways = [[choice.line] if choice.line else [], plain]
    fit = [[one for one in some if not (here.must_not_ask and asks_in(one[1]))] for some in ways]
    return fit[0] or fit[1]


def _before_offer(here: Here, choice: Choice) -> Piece | None:
    """Say what kind of offer comes; reflect first for who begins by asking; take a no well."""
    if choice.is_near:
        return here.line("nearest_step", is_spare=True)
    if here.reading.move is Move.NOT_THAT:
        return here.line("declined", fits=lambda one: not _LEAVES_IT.search(one), is_spare=True)
    if not here.state.turns and not here.heard.tapped and (line := reflection(here)):
        return replace(line, is_spare=True)
    return here.line("small_step", is_spare=True) if choice.line else None


def _another_way(here: Here, choice: Choice) -> tuple[Piece, ...]:
    opening = here.line("alternative")
    if opening is None or choice.instead is None or Steering.SHORT in here.state.steering:
        return ()
    _practice, name, says = choice.instead
    text = f"{opening.text} {says[:1].lower()}{says[1:]}"
    return (Piece(text=text, name=name, is_spare=True, beside=opening.name),)


def declines(here: Here) -> Draft | None:
    """Take a no without a debt; what was declined is not offered again."""
    step = here.state.open_offer
    after_leave = here.state.acts[-1:] == (Act.ASK_LEAVE,)
    if here.reading.move not in (Move.NO, Move.TRIED) or not (step or after_leave):
        return None
    line = here.line("tried" if here.reading.move is Move.TRIED else "declined")
    asks = question(here) if here.theme else None
    pieces = tuple(one for one in (line, asks) if one)
    refused = (*here.state.refused, *(here.state.open_offers if step else ()))
    return Draft(
        act=Act.REFLECT,
        pieces=pieces,
        suggestions=(Move.MORE, Move.LISTEN, Move.NOTHING_TODAY),
        changes={"refused": refused, "open_offer": ""},
    )


def has_little_time(here: Here) -> Draft | None:
    """Keep to the time there is."""
    minutes = here.reading.minutes
    if here.reading.move is not Move.TIME or minutes is None:
        return None
    draft = _offer(here, {"minutes": minutes}) if here.state.turns else None
    line = here.line("time")
    if draft is not None:
        return replace(draft, pieces=(*([line] if line else []), *draft.pieces))
    asks = here.line("hello") if here.theme is None else question(here)
    pieces = tuple(one for one in (line, asks) if one)
    return Draft(act=Act.STEERED, pieces=pieces, changes={"minutes": minutes})


def greets(here: Here) -> Draft | None:
    """Open with one thing to say."""
    is_only_hello = len(words_in(here.heard.clean)) <= HELLO_WORDS or here.heard.tapped
    if here.reading.move is not Move.HELLO or here.state.said or not is_only_hello:
        return None
    line = here.line("hello")
    return line and Draft(act=Act.GREET, pieces=(line,))


def meets(here: Here) -> Draft | None:
    """Meet a "yes, but", a joke, a shrug, good news, anger: by an exchange, or by its line."""
    key = KEYS.get(here.reading.move)
    if key is None or here.reading.case is not None:
        return None
    if here.reading.move is Move.DUNNO and here.state.acts[-1:] == (Act.ASK_LEAVE,):
        return None
    is_offered = here.state.open_offer or not OFFERING.isdisjoint(here.state.acts[-1:])
    is_objecting = is_offered and _OBJECTS.search(here.heard.clean)
    if here.reading.move is Move.YES_BUT and not is_objecting:
        return None  # there is nothing to object to, or no objection
    line, asks = here.line(key), None if here.listens else question(here)
    pieces = tuple(one for one in (line, asks) if one and not (line and line.asks and one is asks))
    return Draft(act=Act.REFLECT, pieces=pieces, suggestions=ANSWERS_TO_LEAVE) if pieces else None
