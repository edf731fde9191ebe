"""Something good that somebody did, as it was told, for a thank-you or a wish to have it again.

"On Wednesday he came and sat in the kitchen" gives "came and sat in the kitchen" and Wednesday;
"he used to read me bits out of the paper" what was done once. Only deeds that are kind whoever does
them are taken, in a clause that holds no "but" and no "never".

Reference: thanks that name the deed (Algoe, Find, Remind, and Bind, 2012).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aftershift.engines.coach.own_words.addressing import plainly
from aftershift.engines.coach.own_words.gravity import is_grave, is_harsh, is_of_loss
from aftershift.engines.coach.own_words.requests import may_be_other_kin
from aftershift.engines.coach.own_words.second_person import to_them
from aftershift.engines.coach.own_words.whom import PRONOUNS, Whom, pronouns_in, whom_of
from aftershift.engines.coach.words.beginnings import is_of_a_stranger
from aftershift.engines.language.clinical_errors import names_an_error

LATELY = 7  # messages in which it may have been told
FEWEST, MOST = 2, 16  # words of it
_KIND = (
    r"came (?:and|to) (?:sat|sit|found|find|see|saw|helped|help|picked|pick|watch\w*|meet|met|"
    r"check\w*|get) (?:\w+ )?(?:me|us|in|beside|next|down|my)|came round with|"
    r"sat (?:up |down )?(?:with|beside|next to) (?:me|us)|stayed (?:up|late|behind|on|with me)|"
    r"waited (?:up|for me|outside|with me)|"
    r"made (?:me|us) (?!(?:feel|do|go|cry|wait|look|sorry|mad|sick|late|angry|sad|sign|stay|work|"
    r"think|promise|redo|write|so|that|it|apologi\w+|a (?:fool|laughing|liar))\b)\w+|"
    r"made my (?:tea|coffee|dinner|breakfast|lunch|bed|sandwiches)|"
    r"brought (?:me|us) (?:a|an|some|my|in|tea|coffee|food|cake|soup|breakfast|dinner|flowers)|"
    r"drove me|gave me (?:a (?:lift|hug|hand|kiss|squeeze|thumbs)|his|her|their|the last|half)|"
    r"held my hand|hugged me|put (?:a blanket|the kettle on|a hand on|his hand on|her hand on|"
    r"the heating on|a note in)|left (?:me|us) (?:a|the|some|half|my)|left the (?:light|porch)|"
    r"kept me (?:a|some|my|the)|saved me (?:a|some|the|half)|covered (?:for me|my)|"
    r"swapped (?:with me|so i)|took (?:my (?:bag|shift|night|turn|patient|bay|bins|calls?)|"
    r"the kids (?:so|out|to)|the bins out for)|picked me up (?:from|at|after|in)|"
    r"minded (?:the|my)|drew (?:me|us|a|the|an)|sent me (?:a|an|some) (?!bill|complaint|warning)|"
    r"(?:rang|texted) (?:me )?(?:just )?to (?:see|ask|check|say)|"
    r"asked (?:me )?how i|remembered (?:my|the|what|how)|taught me|showed me how|"
    r"stood up for me|stuck up for me|stood beside me|spoke up for me|"
    r"told me i(?:'d| had| did| was) (?:did |done |do )?(?:well|good|great|brilliant|a good)|"
    r"said (?:well done|thank you to me|i did well|good morning)|thanked me|"
    r"cooked (?:me|for|my|us)|washed my|ironed my|fixed (?:my|the)|carried my|"
    r"walked (?:me|with me)|lent me|listened (?:to me|to all)|danced|"
    r"sang (?:to|for|with)? ?(?:me|us)|laughed with me|read (?:me|us|to me|to us)|"
    r"(?:brings|makes|saves|leaves|keeps|sends|cooks) (?:me|us) (?:a|an|some|tea|coffee|food|soup|"
    r"dinner|breakfast|lunch|cake|the)|waits up|always says good (?:morning|night)|"
    r"helped (?:me|us)|did (?:my|the (?:dishes|washing|bins|ironing|shopping|school run))"
)
_USED = (
    r"used to (?:(?:always|sometimes|even|just) )?(?:read|draw|sing|bring|make|leave|come|ring|"
    r"text|cook|dance|walk|play|wait|laugh|call|send|sit|do my|kiss|hold|go|"
    r"say (?:goodnight|good|hello|"
    r"night)|meet|hum|whistle|put (?:a|my|the kettle)|pick me|warm|knit|write|watch)\b"
    r"(?! (?:\w+ ){0,3}(?:late|drunk|angry|off (?:on|at)|at me|out on|no|nothing|up at|mad))"
)
_DAY = (
    r"(?:on )?(?:last )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|last (?:night|"
    r"week|weekend|year|month)|yesterday|this morning|the other (?:day|night|week)|tonight|today"
)
_LEADS = (
    r"(?:(?:and|but|so|then|well|also|once|even|actually|yes|yeah|no|ok|to be fair|honestly)[ ,]+)*"
)
_ASIDE = r"(?:(?:just|still|also|even|then|once|actually|really|always) )*"
_SENTENCES = re.compile(
    r"[.!?;:\n]+\s*|,? (?:but|because|cos|coz|though|tho|so (?!i\b))\b|, and (?=i\b)"
)
_ENDS = re.compile(
    r",? (?:but|because|cos|coz|though|tho|while|when|which|in the end|as if|until|if|cause|"
    r"and (?:i|then|said|he|she|they|it|that)|like (?:he|she|it|i))\b.*$|"
    r", (?:i|he|she|they|it|that|we|which|just|no|not|all|mostly|like|only|"
    r"planning)\b.*$| - .*$|\(.*$",
    re.IGNORECASE,
)
_CLOUDED = re.compile(
    r"\b(?:never|not|no|\w+n'?t|only|stopped|instead|wrong|late|by mistake|pretend\w*|sarcastic\w*|"
    r"as a joke|hardly|barely|refus\w+|too late|supposed to|forgot)\b",
    re.IGNORECASE,
)
_HERS = re.compile(r"\b(?:hers|theirs)\b", re.IGNORECASE)
_HOW = re.compile(
    r" in (?:a|an|his|her|their) \w+ (?:voice|way|mood|manner|accent|hat)$", re.IGNORECASE
)
_SOMEBODY = r"|(?:the|my|our|an?|old) (?:[\w-]+ ){0,4}?[\w-]+"  # whom a talk opens with
_TRAILS = re.compile(r"(?:[ ,]+(?:and|the|a|to|of|with|mostly|too|like|lol|once|though|even))+$")


@dataclass(frozen=True, slots=True)
class GoodTurn:
    """What somebody did, as it follows on "you", the day if it was told, and whether it is past.

    `was_usual`: it follows on "you used to".
    """

    did: str
    day: str = ""
    was_usual: bool = False

    @property
    def on(self) -> str:
        """Give the day as it stands in a sentence: "on Wednesday", "last night"."""
        return f"on {self.day}" if self.day[-3:] == "day" and self.day[0].isupper() else self.day


def good_turns(said: Sequence[str]) -> Iterator[GoodTurn]:
    """Give the good things that whom words are for did, the latest first.

    The last of what was said asks for words.
    """
    plain = [one.replace("’", "'") for one in said]
    whom = whom_of(plain)
    for back, text in enumerate(reversed(plain[-LATELY:])):
        opens, at = back == len(plain) - 1, 0
        for sentence in _SENTENCES.split(text):
            at = max(text.find(sentence, at), 0)
            found = _in_sentence(sentence, whom, opens=opens)
            is_another = may_be_other_kin(text[:at], whom)
            if found and not (is_another or is_of_a_stranger(sentence, (text.lower(),))):
                yield found


def _in_sentence(sentence: str, whom: Whom, *, opens: bool) -> GoodTurn | None:
    names = "|".join(re.escape(one) for one in (whom.named, whom.pronoun) if one) or "he|she|they"
    opener = rf"|(?:my|our|the) (?:[\w-]+ ){{1,2}}{re.escape(whom.named)}" if whom.named else ""
    opener = _SOMEBODY if opens and not whom.named else opener
    told = re.match(
        rf"{_LEADS}(?:(?P<day>{_DAY}),? )?(?:{names}{opener}) {_ASIDE}(?P<did>(?:{_KIND}|"
        rf"{_USED})\b.*)",
        sentence.strip(),
        re.IGNORECASE,
    ) or re.match(rf"{_LEADS}(?P<day>)(?P<did>{_USED}.*\b(?:me|us)\b.*)", sentence.strip(), re.I)
    if not told or (not whom.pronoun and not whom.named):
        return None
    did = _ENDS.sub("", told["did"])
    if is_grave(did):
        did = _HOW.sub("", did)
    said = to_them(f"{whom.pronoun or whom.named or 'they'} {_HERS.sub('yours', did)}", whom)
    said = said.removeprefix("you ")
    last = re.search(rf",? \b(?P<day>{_DAY})$", said, re.IGNORECASE)
    if last and not did.lower().startswith("used to"):
        said = said[: last.start()]
    said = _TRAILS.sub("", said.strip(" ,'"))
    if not _is_sayable(said):
        return None
    day = (told["day"] or (last["day"] if last else "")).lower().removeprefix("on ")
    said = plainly(said).rstrip(".")
    said = f"{said[0].lower()}{said[1:]}"
    if said.startswith("used to "):
        return GoodTurn(said.removeprefix("used to "), was_usual=True)
    return GoodTurn(said, _day(day))


def _day(day: str) -> str:
    return " ".join(
        one.capitalize()
        if one.endswith("day") and one not in {"yesterday", "today", "day"}
        else one
        for one in day.split()
    )


def _is_sayable(said: str) -> bool:
    others = {one for forms in PRONOUNS.values() for one in forms}
    is_clear = not (_CLOUDED.search(said) or others & {*said.lower().split()} or "[" in said)
    is_heavy = is_grave(said) or is_harsh(said) or is_of_loss(said) or names_an_error(said)
    is_long = not FEWEST <= len(said.split()) <= MOST
    return is_clear and not (is_heavy or is_long or pronouns_in(said))
