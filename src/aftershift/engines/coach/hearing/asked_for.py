"""What a message asks for in so many words: words to say, a step, a verdict, or nothing.

The chooser of moves hears what sounds like asking; who asks in more than a few words says so.
"""

import re

# Who asks for words in more than a few says so: "what do I say", "give me a line", "a bit shorter".
# What stands in quotation marks is somebody's line, and asks nothing.
SINGLE_MARKS = (
    r"(?<!\w)['\u2018](?=[^'\u2018’\n]{3}|I')((?:[^'\u2018’\n]|(?<=\w)['’](?=\w))+)['’](?!\w)"
)
_QUOTED = re.compile(rf"[\"“][^\"”]*[\"”]|{SINGLE_MARKS}")
_SPEAK = (
    "say|said|tell|put|write|word|text|ask|answer|reply|send|begin|start|open|phrase|frame|sound|"
    "bring|break|call|go|get"
)
_LINES = (
    "words?|wording|lines?|sentences?|opener|version|script|(?:way|trick) (?:of|to|for|that|in)|"
    "something|somethin|summat|help|text|message|note|letter|card|email|reply|proposal|speech|"
    "comeback"
)
_CLAUSE_BEGINS = r"(?:^|[.,;:!?…-]\s*|\b(?:and|but|so|then|please|just|now|ok|though|well|is) )"
FOR_WORDS = re.compile(
    rf"{_CLAUSE_BEGINS}(?:\w+ )?(?:what|how|whit|wot|wha|which|where|whats|what's|how'?d|what'?d)\b"
    r"(?: \w+)? ?\b(?:do|does|did|would|wud|wid|can|could|cud|should|might|will|is|'?d|d'?you|one|"
    rf"to|a|you|u|i|we|people)\b[^.!?]{{0,70}}?\b(?:{_SPEAK})\w*\b|"
    rf"{_CLAUSE_BEGINS}(?:please )?(?:give|gimme|gie|help|write|tell|make|draft|translate|dictate|"
    r"reword|rewrite|word|put|do)(?: (?:me|us|it|that|this|them|maybe|just|her|him))+\b|"
    r"\b(?:can|could|would|will|cud) (?:you|u|ye)\b|\bgive me\b|"
    r"\b(?:need|want|like|prefer|after|got|have|find|with (?:an?|some|the)|glad of|"
    r"looking for|any|another|no|nae|just|a bit)\b"
    rf"[^.!?]{{0,40}}\b(?:{_LINES})\b(?! (?:but|happened|about|like that))|"
    r"\b(?:shorter|softer|firmer|stronger|simpler|longer|plainer|warmer|kinder)\b|"
    r"\b(?:wonder\w*|ask you|tell me|know|idea|clue|unsure)\b[^.!?]{0,16}\b(?:how|what|whit)\b"
    rf"[^.!?]{{0,12}}\b(?:{_SPEAK})\b|"
    r"\bwhat would be an? (?:\w+ )?(?:way|line|start|word)\b|"
    r"\b(?:you have an?|is there (?:an?|any|some\w*|one)) (?:\w+ )?(?:idea|way|line|trick|one)\b|"
    r"\bthe words\b|\bwhat to (?:say|put|write|text|tell)\b|"
    r"\bhow i(?:'?d| would) (?:say|put|write|word)\b",
    re.IGNORECASE,
)
# And who asks for something to do: "give me one thing", "what could I do", "something small".
FOR_A_STEP = re.compile(
    r"\b(?:give|gimme|tell|show|set|find|suggest|teach|help)(?: (?:to|us))? me\b|\bhelp\b|"
    r"\b(?:what|whit|wot|how|which|where)(?:'s|'d|s)?\b[^.!]{0,60}"
    r"\b(?:do(?! with (?:my|your)self)|try|start|begin|suggest|make|first|small\w*|tiny|trick|step|"
    r"move|offer|ask for|next|"
    r"now|different\w*|set it up|pick|fitting)\b|"
    r"\b(?:what now|any ideas?|an idea|some idea|have idea|ideas in|a view)\b|"
    r"\b(?:can|could|would|will|might) (?:you|u|ye)\b|\bis there (?:a|an|any|some)\w*\b|"
    r"\b(?:something|summat|somethin|anything|one thing|a thing|thing)\b[^.!?]{0,40}"
    r"\b(?:do|try|small\w*|tiny|little|daft|stupid|simple|practical|easy|for|with|to)\b|"
    r"\b(?:small|smaller|smallest|tiny|little|first|one) (?:thing|step|move|bit)\b|"
    r"\bneed is a plan\b",
    re.IGNORECASE,
)
FOR_A_VERDICT = re.compile(
    r"\?|\b(?:am i|is it|was i|was it|who'?s|who is|whose|right|wrong|fair|fault|bad|unreasonable|"
    r"overreact\w*|silly|daft|mad|stupid|judge|honest\w*|think|normal|should)\b",
    re.IGNORECASE,
)
_NO_WORDS_FOR_IT = re.compile(
    r"\b(?:i don'?t know|dunno|idk) how to (?:(?:explain|describe|put)(?: it| this)?(?:[.,!;]|$)|"
    r"(?:begin|start)(?: it| this)? so i\b)"
)
ONLY_TELLS = re.compile(  # and wants nothing for it
    r"\byou(?:'re| are) not obliged to\b|\byou don'?t (?:have|need) to (?:fix|solve|find|answer)\b|"
    r"\bi(?:'?m| was) (?:only|just) (?:telling|saying) (?:it|you|this|that)\b|"
    r"\bi(?:'?m not (?:after|looking for)| don'?t (?:look for|want|need)) (?:an?|any) "
    r"(?:plan|solution|fix|suggestion|advice|tip)s?\b|"
    r"\bi(?:'?m| am) not asking (?:you )?(?:who|if|whether)\b|"
    r"\bi (?:only|just) (?:wanted|needed) (?:to (?:tell|say)|someone to|somebody to)\b"
)
REFUSES = re.compile(  # "don't give me things to say to her"
    r"(?<!said )(?<!says )(?<!goes )(?<!him )(?<!her )(?<!them )"
    r"\b(?:do not|don'?t|dont|please no|no need to) (?:please )?"
    r"(?:give|write|tell|make|draft|offer|send)(?: (?:me|us))? (?:any |some |more )?"
    r"(?:things? (?:to|for)|words|lines?|sentences?|scripts?|advice|tips?)\b|"
    r"\bplease no (?:\w+ )?(?:lists?|steps?|homework|exercises?|speech)\b|"
    r"\bno (?:lists|homework|exercises) (?:please|today|from you)\b"
)
_OTHERS_ASK = re.compile(  # "he says what will i say to her": nobody asks us
    r".*\b(?:he|she|they) (?:just )?(?:says?|said|asks?|asked),? (?:what|how)\b[^.?!]*\W*$|"
    r".*\bi asked (?:the|my|him|her|them)\b[^?]*\?\W*$"
)
_ASKED_US = re.compile(r"\b(?:he|she|they) (?:\w+ )?asked (?:me|us)\b")
_MARKS = ("'", '"', "’", "”")  # behind what somebody said
_TO_DISCUSS = re.compile(r"\bi(?:'d| would) like to (?:discuss|talk (?:about|through))\b")
_SEEKS_A_WORD = re.compile(  # "not sad, how do I say, heavy"; "so how can i say something?"
    r"\bhow (?:do|does|can|would) (?:i|you|one|we) (?:say|call)(?: it| this)?, ?\w|"
    r"\bso how can i (?:say|ask|complain|tell)\b[^?]{0,24}\?"
)
_FOR_ANOTHER = re.compile(r"\b(?:too (?:many|much)|no more) \w+ for (?:him|her|them)\b")
_NOTHING_ELSE = re.compile(r"\bwhat else (?:could|can|was|would|should) i\b")  # asks nothing
HOW_TO_SAY = re.compile(  # asks for words, though it sounds like a step, or like telling
    r"\bhow (?:do|does|would|could|can|should|might|'d) (?:one|you|u|ye|i|we|a person) "
    r"(?:(?:even|actually|ever|best|just|then) )?"
    r"(?:ask|say|tell|put|word|phrase|break|"
    r"bring (?:(?:it|that|this|him|her|(?:the|my) \w+) )?up)\b|"
    r"\b(?:call|ring|write|text|tell|ask|talk|speak)\b[^.?!]{0,40}"
    r"\b(?:don'?t|do not) know (?:with what|what|how) to (?:begin|start|say)\b|"
    r"\bwhat i (?:want|need|'d like|would like|am after|'m after) is "
    r"(?:(?:the|some|just|only) )*(?:words|an? (?:line|sentence|wording)|"
    r"something to (?:say|send))\b|"
    r"^(?:just|only|maybe) (?:an?|one) (?:\w+ )?(?:line|sentence)(?: (?:to|that|which)\b|\W*$)|"
    r"\bi(?:'d like| would like| want|'d love) to (?:message|text|send|write)"
    r"(?: (?:to )?(?:him|her|them|my \w+))? (?:something|a (?:light|short|small|warm|funny))\b|"
    r"\bbut how\b[^.?!]{0,30}\bsounds?\b[^.?!]*\?|\bone (?:phrase|line|sentence)\W+which\b\W*$|"
    r"^how (?:to|do i) (?:begin|start) (?:it|this|that|the (?:letter|message|text|call|talk))\b|"
    r"\bwhat(?:'s| is| would be) an? (?:\w+ )?(?:comeback|answer|reply) (?:to|in|for|when)\b|"
    r"\b(?:give|gie|write|find) (?:me|us) (?:one|an?|some) (?:\w+ )?"
    r"(?:line|sentence|opening|phrase|words)\b|"
    r"\bhelp me (?:to )?(?:write|thank|tell|ask|say|answer|text|reply|apologi[sz]e|put|word)\b|"
    r"\bhow one (?:asks|says|tells|puts)\b|\bhow does an? [^.?!]{1,25} (?:ask|say|tell|put)\b|"
    r"\bwhat do (?:you|u|i) (?:even |actually )?(?:write|text|put|say) (?!to (?:that|this))"
    r"[^.!?]*\?|"
    r"\bwhat(?:'s| is) the (?:sentence|wording|first (?:word|line))\b|\b(?:what|which) words\b|"
    r"\bwhat (?:the \w+ )?(?:should|could|can|would|do|does|must|shall|will|might) "
    r"(?:i|you|u|ye|we|one|people|a (?:man|woman|person|body)) (?:\w+ )?(?:write|put|say|type)\b"
    r"(?! (?:to|about|up) (?:that|this|it)\b)|\bwhat should stand\b|"
    r"\b(?:know|wonder|idea) what (?:one|people|a (?:man|woman|person|body)) "
    r"(?:puts?|writes?|says?)\b|\bi want a (?:sentence|line)\b|"
    r"\bideas? (?:for|of|about|on) what\b[^.?!]{0,30}\b(?:says?|write|put)\b|"
    r"\b(?:do|write|draft|give) (?:me|us) (?:something to (?:say|put|write|text)|"
    r"an? (?:\w+ )?(?:note|text|message|card|letter|line|email))\b|\bsome opening line\b|"
    r"\b(?:is there|have you|(?:want|need) is|what would be)\b[^.?!]{0,30}"
    r"\b(?:way|trick|thing|words?|line|sentence)s? (?:to|of) (?:say|tell|ask|put)(?:ing)?\b"
)
HOW_TO_DO = re.compile(  # asks for a step, though it sounds like telling
    r"\bwhat (?:would|could|does) (?:an? (?:\w+ )?(?:man|woman|person|body|mother|father)|one|you) "
    r"ask (?:\w+ ){1,3}for\b|"
    r"\bsomething (?:of|for|in|under) (?:\w+ )?(?:minutes?|mins?)\b(?=[^?]*(?:please|\W*$))|"
    r"\b(?:what'?s|what is|what would be|is there) (?:a|the|one|any|some) (?:\w+ )?"
    r"(?:way|step|thing|trick) (?:to|of|i|we)\b|\bwhat'?s step one\b|"
    r"\bhow (?:do|would|could|can|does) (?:i|you|one|we) (?:(?:even|actually) )?(?:get out of|fix|"
    r"mend|get (?:him|her|them|it|back|past|over)|go about|manage|stop|"
    r"make (?:up|it|him|her|them))\b|"
    r"\b(?:give|gie|gimme)(?: me| us)? something i can (?!say|tell|write|put|send|text|read)\w"
)


def unquoted(text: str) -> str:
    """Leave out what stands in quotation marks: it is somebody's line, and asks nothing."""
    return _QUOTED.sub(" ", text)


def asks_nothing(text: str) -> bool:
    """Say whether a clean text that holds a question asks another, or nobody."""
    is_told = text.rstrip(" .!?").endswith(_MARKS) and _ASKED_US.search(text)
    is_found = (
        _OTHERS_ASK.match,
        _NO_WORDS_FOR_IT.search,
        _NOTHING_ELSE.search,
        _TO_DISCUSS.search,
        _FOR_ANOTHER.search,
        _SEEKS_A_WORD.search,
    )
    return bool(is_told) or any(found(text) for found in is_found)
