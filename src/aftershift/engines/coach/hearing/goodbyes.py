"""How a message ends a talk: by thanks, or by a goodbye in the tongues of those who write to us."""

import re

from aftershift.engines.coach.hearing.asked_for import unquoted
from aftershift.engines.language.phrases import words_in

THANKS = (
    r"(?:thanks|thank you|thank u|(?:(?:i'?m|i am) )?(?:much )?obliged(?: to you)?|cheers|ta|"
    r"merci|danke|dankie|gr[aà]cias|gr[aà]cies|valeu|tod[aá]h?|kiitos|medaase|daalu|"
    r"grazie|diolch|dakujem|ďakujem|salamat|obrigad[oa]|ta[ck]?k|dzi[eę]ki|dziekuje|dziękuję|shukran|shukriya|asante|hvala|spasibo)"
)
_THANKS_FIRST = re.compile(
    rf"\W*(?:(?:ok(?:ay)?|good|right|great|yes|ha|lovely)\W+)?{THANKS}\b(?! (?:to|for not)\b)"
)
_THANKS_BEHIND = re.compile(  # "done. thanks", "wish me luck, and thank you for that"
    r"(?:^|[.,;:!?]\s*(?:and )?)"
    rf"(?:(?:{THANKS}|wish (?:me|us) luck)\b(?! (?:to|for not|him|her|them)\b)|"
    r"good (?:talk|chat)\W*$)"
)
FAREWELLS = (  # last words of a message, in the tongues of those who write to us
    r"(?:beij(?:o|os|inhos)|besos?|bisous?|adi[oó]s|ciao|(?:khoda|khuda|allah) ?haf[ie][zs]|"
    r"terima kasih|selamat (?:malam|tinggal)|dobranoc|dobrou noc|laku no[cć]|buona ?notte|"
    r"buenas noches|boa noite|bonne nuit|gute nacht|tsch[uü]ss|welterusten|slaap lekker|"
    r"doei|ta-? ?ra|cheerio|"
    r"hej (?:d[åa]|s[åa] l[äa]nge)|hei hei|ha det(?: bra)?|vi ses|ka kite(?: an[oō])?|"
    r"walk good|tot ziens|kwaheri|go well|tesba[hḥ] \w+ k?heir|"
    r"(?:kali)?nychta|oyasumi|iyi geceler|yia|sl[aá]n|o[ií]che mhaith|nos da|ma'?a? ?salama|"
    r"sleep (?:sweet|well|tight)|god keep (?:you|the [a-z ]{3,20}))(?: (?:po|x+|now|friend|dear))?"
)
_GOOD_NIGHT = re.compile(  # "that's cheered me up. night"; "that's all I have. Good luck."
    r".*[.!] (?:good ?)?night(?: x+)?(?: \(\w+\))?\W*$|"
    r".*[.!] (?:ok )?bye and thank\w*(?: you)?\W*$|"
    r"(?:well,? |right,? |anyway,? )?that'?s (?:all|me|it)\b.{0,12}[.!,] ?"
    r"(?:good luck|god bless)\W*$|.*\bgod bless (?:you|ye|u)\b[^.?!]{0,20}\W*$|"
    r"(?:al)?right\b.{0,14}\bthat'?s me (?:done|away|off)\b[^?]*$|"
    r".*[.!,] i (?:must|have to|need to|better|gotta) (?:go|run)(?: now)?\W*$|"
    r"(?:(?:alright|ok|well|right)\W+)?appreciate (?:you|ya|it)\b.{0,40}$|"
    r"(?:\w+[.,!] )?now i (?:must|have to|need to|gotta) (?:stop|go|run|work|sleep)\b|"
    rf"(?:.*[^\w'] )?{FAREWELLS}\W*$|"
    r".*[.!?,] bye\b[^?]{0,24}$|"
    rf"(?:\w+ )?{THANKS}\w*(?: \w+){{0,3}}(?: x+)? (?:good)?bye+\W*(?:x+|now|all|then)?\W*$|"
    r".*[.!,] (?:\w+ ){0,2}(?:good ?night|good ?bye|bye)"
    r"(?: (?:now|po|you|all|then))?\W*$"
)
_FOR_LISTENING = re.compile(
    rf"(?:^|[.,;!]\s*)(?:and )?{THANKS} (?:so much |a lot |again )?for (?:listening|hearing|"
    r"(?:your|the) (?:ear|time))\b[^.?]*$"
)
_BUT_ASKS = re.compile(  # "thank you. but i don't know how to end it"
    r"\bbut (?:i (?:do not|don'?t) know|how|what|where|when|who)\b"
)
BRIEF_THANKS = 14  # words of a message that may end by thanks in the middle of it


def says_goodbye(text: str) -> bool:
    """Say whether a clean text ends, or is, a goodbye."""
    return bool(_GOOD_NIGHT.match(text))


def ends_by_thanks(text: str) -> bool:
    """Say whether thanks stand in front, or anywhere in a short message that asks nothing."""
    if _BUT_ASKS.search(text):
        return False
    text = unquoted(text)
    is_brief = sum(word[0].isalnum() for word in words_in(text)) <= BRIEF_THANKS and "?" not in text
    is_last = _THANKS_FIRST.match(text) or _FOR_LISTENING.search(text)
    return bool(is_last or (is_brief and _THANKS_BEHIND.search(text)))
