"""What a small thing needs that somebody may have ruled out, read from its own text.

Every text that may be offered is ours, so its ways of saying are known: a thing is told to them,
takes the two of them awake, is for days when they do not meet.
"""

import re
from enum import StrEnum


class Need(StrEnum):
    """What a thing needs, that somebody may have ruled out."""

    TALK = "talk"
    NOTE = "note"
    PHONE = "phone"
    BREATH = "breath"
    LIST = "list"
    GIFT = "gift"
    TOUCH = "touch"
    COOK = "cook"
    OUT = "out"
    JOKE = "joke"
    SPEECH = "speech"  # anything that is said to them, or asked
    BOTH = "both"  # the two awake, in one place
    APART = "apart"  # that they do not see each other then
    LONG = "long"  # more than two minutes
    LATER = "later"  # days, and not this one


# What says that a thing needs none of it.
_TO_NOBODY = re.compile(
    r"\b(?:no word of|not a word|without a word(?: about it)?|no words|nobody has to talk|"
    r"(?:it )?needs no (?:talk|speech)|no need to talk|leave it quiet|with no subject|no questions|"
    r"no answer needed|nothing to answer|nothing of it is said|no question(?: \w+){0,4}|"
    r"(?:do|did) not (?:mention|say)|not mentioned|say nothing|tell nobody|"
    r"with nothing (?:in it )?to answer|asks? for nothing|(?:need|needs) not answer|"
    r"(?:needn't|need not) (?:say|speak|answer)[^.;]*|(?:and )?asks? nothing|"
    r"(?:say|says|tell|name|answer|ask|asks) (?:it )?(?:to )?(?:yourself|your own phone|"
    r"the thought)|"
    r"(?:question|one) for yourself|(?:in|inside) your head|under your breath|"
    r"out loud to the empty room|aloud (?:once )?alone|sound on if you are on call|"
    r"(?:until|when|before) they ask|when nobody asks|before you say or do anything|"
    r"with(?:out| no)(?: any)? words|needs no speech|it says that|can say that they were|"
    r"ask with your hand|(?:an? )?(?:kind )?word passed on|"
    r"four words(?: at most)?|write the one|(?:words?|line|sentence) on (?:a|the|paper)[^.;]*)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(  # and who is written to is not talked to
    r"\b(?:leave|leaves|left|put|send|write|post|pin|stick)\b[^.:]{0,40}\b(?:line|lines|note|card|"
    r"paper|slip|photo|picture|postcard|words)\b[^.]*[.]?",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:say|says|saying|said|tell|telling|told|ask|asks|asking|asked|speak|speech|talk|talks|"
    r"talking|questions?|hello|good morning|good night|praise|thank|thanks|thank-you|sentences?|"
    r"words?|answer|answers|listen|listening|call|invite|suggest|offer|agree|announce|name one|"
    r"their name|by name|stor(?:y|ies)|greet|whisper|voice|read them)\b|[\"“?]",
    re.IGNORECASE,
)
_TALKED = re.compile(  # a conversation, or what opens one
    r"\b(?:talk|talks|talking|conversation|discuss|ask (?:them|each|once)|ten minutes of your day|"
    r"questions? (?:a|at|for|in|might|could|to)|one question|listen, help|check-up)\b|\?",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(  # what waits for them, or needs nobody
    r"\b(?:leave|leaving|left|send|post|posted|photo|picture|drawn|drawing|recorded?|wakes?|find|"
    r"found|before they get|in their place|half a minute of your voice|seconds of (?:your )?voice|"
    r"own hours|think of them|save up|save them|warm the|at their plate|by the kettle|stay behind|"
    r"plug in|on the (?:back|fridge|cup|pillow)|while you have yours|each of you answers|"
    r"whenever each|by text|message from|dark room|lie down|write (?:one|the|down|them))\b",
    re.IGNORECASE,
)
_NEEDS_BOTH = re.compile(
    r"\b(?:both (?:of you )?(?:are |is )?(?:awake|free|in|up)|together|side by side|beside (?:them|"
    r"each)|near (?:them|each)|next to them|the two of you|either of you|each other|shoulder|hug|"
    r"hold|in front of them|when they (?:come|next|speak|do tell|get in)|where they are|same room|"
    r"listen|ask (?:them|once|each|if)|sit|as they like|tell them)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\b(?:they|them|their|both|neither|together|you two|each other|two of you)\b", re.IGNORECASE
)
_FROM_AFAR = re.compile(
    r"\b(?:voice (?:message|note)|seconds of (?:your )?voice|minute of your voice|(?:in )?your own "
    r"voice|recorded|miss(?:es)? each other|opposite|when they wake|(?:send|post|sent) (?!nothing)"
    r"(?:them |somebody |one |a |an |two |it |that)|by text|in a text|video call|phone call|"
    r"into the phone|message(?:s)?\b(?! after)|whenever each is awake|are both up|hear from)\b|"
    r"^send\b|^post\b",
    re.IGNORECASE,
)
_TAKES_LONG = re.compile(
    r"\b(?:(?:five|ten|fifteen|twenty|thirty|forty) minutes|half an? hour|"
    r"(?:a )?quarter of an hour|"
    r"an? (?:whole )?(?:hour|evening|week|month)|this month|for a week|three (?:days|shifts|"
    r"meetings)"
    r"|twice this week|each day|every day|once a day|the same book|jigsaw|whole (?:song|task|job)|"
    r"from (?:start|beginning) to (?:finish|end)|walk round|round the block|roster is out)\b",
    re.IGNORECASE,
)
_TAKES_DAYS = re.compile(
    r"\b(?:for a week|a week\b|this month|each day|(?<!there )every day|once a day|a day for|"
    r"next week|"
    r"three (?:days|shifts)|twice this week|same each week|days when you miss|roster is out|"
    r"(?:one fixed|first) (?:evening|day off)|by spring|weeks?\b (?:of|from)|by sunday|"
    r"next shift|the next three|next small thing|in two days|on a day off|this week)\b",
    re.IGNORECASE,
)
_BY_PHONE = re.compile(
    r"\b(?:voice (?:message|note)|seconds of (?:your )?voice|minute of your voice|by text|"
    r"in a text|"
    r"call (?:or|a)|ring (?:them|once)|phone call|into the phone|send (?:one|a|two|half|them))\b",
    re.IGNORECASE,
)
_BREATHS = re.compile(r"\bbreath\w*\b", re.IGNORECASE)
_DRAWS_LISTS = re.compile(r"\b(?:columns|list|charts?|one page|spreadsheet)\b", re.IGNORECASE)
_WRITES = re.compile(r"\b(?:a letter|a card|on paper|a page|write (?:one|the|down|them))\b", re.I)


def needed_by(text: str) -> frozenset[Need]:
    """Read what a thing of ours needs from its text."""
    spoken = _TO_NOBODY.sub(" ", _WRITTEN.sub(" ", text))
    found = {need for need, words in _READ.items() if words.search(text)}
    if _SAID.search(spoken):
        found.add(Need.SPEECH)
    if _TALKED.search(spoken):
        found.add(Need.TALK)
    is_of_them = _OF_THEM.search(text)
    if is_of_them and (_NEEDS_BOTH.search(text) or not _BY_ITSELF.search(text)):
        found.add(Need.BOTH)
    return frozenset(found)


_READ = {
    Need.APART: _FROM_AFAR,
    Need.LONG: _TAKES_LONG,
    Need.LATER: _TAKES_DAYS,
    Need.PHONE: _BY_PHONE,
    Need.BREATH: _BREATHS,
    Need.LIST: _DRAWS_LISTS,
    Need.NOTE: _WRITES,
}
