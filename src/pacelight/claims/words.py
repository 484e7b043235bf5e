"""The grammar, as a table of patterns over a sentence whose marks, events, people and days are blotted out.

Each of these is blotted out by as many copies of one sign as it has characters, so that every place stays
where it is. ``{mark}`` in a pattern is one of them, whatever it says; ``{other}`` is a second mark.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = [
    "AMOUNT",
    "BLOTS",
    "CLAUSE",
    "DAY_OF_MARK",
    "DURATION",
    "EVENT_BEHIND",
    "EVENT_OF_MARK",
    "HEDGE",
    "LASTED",
    "LEVELS",
    "MARGIN",
    "MARK_BEFORE_RECORD",
    "MARK_OF_RECORD",
    "NATIONS",
    "NO_FINISH",
    "NUMBERS",
    "ORDINALS",
    "OTHER_MARK",
    "OTHER_OWN",
    "OTHER_RECORDS",
    "OTHER_WHO",
    "PASSING",
    "PRONOUN",
    "RANK",
    "RANKED_BEHIND",
    "RANKED_LIST",
    "RECORD",
    "RECORD_OF_WHO",
    "ROOFS",
    "SENSES",
    "WHO_OF_MARK",
]

BLOTS = MappingProxyType(
    {"who": "\ue000", "stranger": "\ue001", "mark": "\ue002", "event": "\ue003", "day": "\ue004"}
)
"""By which sign each mention is blotted out. A text that holds these signs itself is read without them."""

_ANY_MARK, _ANY_DAY = f"{BLOTS['mark']}+", f"{BLOTS['day']}+"
_W = rf"(?:[\w\u2019'-]|{BLOTS['event']})+"
"""A word, or an event among the words."""
_S = r"(?:['\u2019]s?)"
"""Whose."""
_R = r"(?:records?|record-holder|bests?)(?![\w-]| (?:pace|split|schedule|attempt|bid|line|light)\b)"
"""What is held. "Record pace" is a pace."""
_NOT_YET = r"(?!(?:and|but|when|while|where|than|after|before|in|with|by|to|behind|beat|broke|ran)\b)"
"""Words over which an "of" or a "'s" does not reach."""


def _grammar(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_filled(pattern), re.IGNORECASE) for pattern in patterns)


def _filled(pattern: str) -> str:
    for name, sign in BLOTS.items():
        pattern = pattern.replace("{" + name + "}", f"(?P<{name}>{sign}+)")
    pattern = pattern.replace("{other}", f"(?P<other>{_ANY_MARK})")
    return pattern.replace("<w>", _W).replace("<s>", _S).replace("<r>", _R).replace("<not yet>", _NOT_YET)


CLAUSE = re.compile(r";")
"""What parts a sentence into clauses."""

PASSING = _grammar(
    r"\b(?:passed|passing|through|reached|reaching|at|to) (?:the )?{event}",
    r"\band {event} in {mark}",
    r"{event} split\b",
)
"""Events that are points on the way: they speak of the mark beside them and of no other."""

NO_FINISH = re.compile(
    r"\b(?:bell|halfway|half-way|lap|laps|led|pace|paced|per|pacemakers?|pacers?|rabbits?)\b", re.IGNORECASE
)
"""Before a mark in its clause: it was not taken at a finish, or is not of who is spoken of."""

HEDGE = re.compile(
    r"\b(?:would|could|should|might|may have|hop(?:es?|ed|ing)|want(?:s|ed)?|aim(?:s|ed|ing)?|target(?:s|ed)?"
    r"|plan(?:s|ned)?|tr(?:y|ies|ied) to|if|not|never|no|nobody|without|miss(?:ed)?|short of|schedule"
    r"|predicted|expected|needed|needs|had to|unofficial(?:ly)?|initial(?:ly)?|first gave|early|wrong(?:ly)?"
    r"|denied|rumou?r(?:s|ed)?|heats?|semi-?finals?|rounds?|qualif\w+|junior|under-\d+|u\d\d|masters?|mixed|relay"
    r"|by hand)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""Plans, doubts, denials, other rounds and other classes: what is said so is never contradicted."""

PRONOUN = re.compile(r"\b(?:(?i:he|she|his|her|the \d\d-year-old)|[Tt]he [A-Z]\w+(?:an|ese|ish|man|woman))\b")
"""Who was spoken of before."""

ROOFS = MappingProxyType(
    {
        "short": re.compile(
            r"\b(?:indoors?|short[- ]track|halls?|arenas?|under (?:a|one) roof)\b", re.IGNORECASE
        ),
        "standard": re.compile(r"\boutdoors?\b", re.IGNORECASE),
        "overall": re.compile(r"\b(?:overall|outright|absolute)\b", re.IGNORECASE),
    }
)
"""Words that say on which kind of track."""

WHO_OF_MARK = _grammar(
    r"{who}<s> (?:<not yet><w> ){0,9}?(?:of |was |\()?{mark}",
    r"{mark} (?:set |run )?(?:of|by) (?:the )?(?:<w> ){0,3}?{who}",
    r"{mark} (?:that |which )?{who} (?:set|ran|held|recorded)\b",
    r"{mark},? (?:had |has )?belong(?:ed|s) to (?:the )?(?:<w> ){0,3}?{who}",
    r"{who},? \(?{mark}",
    r"{who}, (?:who|whose) (?:<w> ){0,4}?{mark}",
    r"{stranger}, (?:who|whose) (?:<w> ){0,4}?{mark}",
    r"{stranger}<s> (?:<not yet><w> ){0,9}?(?:of |was |\()?{mark}",
    r"{mark} (?:set |run )?(?:of|by) (?:the )?(?:<w> ){0,3}?{stranger}",
    r"{mark} (?:that |which )?{stranger} (?:set|ran|held|recorded)\b",
    r"{stranger},? \(?{mark}",
)
"""Whose a mark is where the words beside it say so; the first that fits decides."""

EVENT_OF_MARK = _grammar(
    r"{event}(?: <not yet><w>){0,2}? (?:in|of|with|was) (?:an? |the )?{mark}",
    r"{event} \({mark}",
    r"{mark}\*? (?:for|at|over|in) (?:the )?(?:<w> )?{event}",
    r"{mark} (?:indoor |outdoor |world |women's |men's )*{event}",
)
"""Of which event a mark is where the words beside it say so."""

DAY_OF_MARK = _grammar(
    r"{mark}(?: (?:at|in|from|of|by|for|on|the|that|was|set|run|same|track|meet|meeting|who|stood since"
    r"|(?-i:[A-Z])[\w\u2019'-]*|[\ue000\ue001\ue003]+(?:['\u2019]s)?))*?"
    r" (?:on |in |from |last |this |since )?{day}",
    r"\bon {day},?(?: in <w>)? (?:he|she|(?:<w> )??[\ue000]+(?: of <w>)?)"
    r" (?:won|ran|clocked|took|finished|passed|broke|lowered)\b[^;\ue000-\ue002]*? (?:in|to) {mark}",
)
"""When a mark was made: behind it, with nothing but places and people between; or before who ran it."""

BEATEN = _grammar(
    r"\b(?:beat|beats|beating|ahead of|behind|defeat\w*|outran|overtook|followed|led|from) [^;.\ue002]*$"
)[0]
"""Before a person: whose the next mark is cannot be told."""

RECORD = _grammar(
    r"(?P<words>(?:(?:new|old|own|world|national|indoor|outdoor|overall|outright|absolute|european|african|asian"
    r"|personal|lifetime|career|season['\u2019]s|short-track|women['\u2019]s|men['\u2019]s|standing|championship"
    r"|meeting|meet|olympic|area|stadium|course|track|american|british|irish|dutch|french|norwegian|australian"
    r"|canadian|german|kenyan|ethiopian|moroccan|polish|ugandan|[\ue003]+) )*)(?P<noun><r>)",
)[0]
"""What is called a record or a best."""

MARK_OF_RECORD = _grammar(
    r"^\*? (?:of|to|was|is) {mark}",
    r"^ (?:of|by) (?:<w> )*?{who}, {mark}",
    r"^\*?(?: in| for| over)? ?(?:the )?[\ue003]+ (?:of|to|was|is) {mark}",
    r"^(?: [^;.,()\ue002]*)?: (?:[\ue000]+['\u2019]s )?(?:<w> )*?{mark}",
)
"""From the end of the record on: which mark it is."""

MARK_BEFORE_RECORD = _grammar(r"{mark}(?:, (?:an?|the|his|her) | (?:is|was) (?:an?|the|his|her) | )$")[0]
"""The same from the beginning of the record backwards."""

EVENT_BEHIND = _grammar(r"\*? (?:in|for|over|at) (?:the )?{event}")[0]
"""Of which event, from the end of the record on."""

LEVELS: Mapping[str, str] = MappingProxyType(
    {"world": "WR", "european": "AR", "african": "AR", "asian": "AR", "national": "NR"}
    | {"personal": "PB", "lifetime": "PB", "career": "PB"}
)
"""Which level a word before "record" or "best" names."""

OTHER_RECORDS = frozenset(
    {"championship", "meeting", "meet", "olympic", "area", "stadium", "course", "track", "season's"}
)
"""Records that are not read: of whose list a text says too little."""

RECORD_OF_WHO = _grammar(
    r"{who}<s> (?:(?!the\b)<w> ){0,2}?$",
    r"{who}(?:, [^,;]*,)? (?:already |still )?(?P<now>keeps|holds|owns|has|retains) (?:the |an? )?$",
    r"{who} (?:of <w> )?(?:took|set|broke|breaks|improved|smashed|smashes|crushed|beat|lowered)\b"
    r"[^;\ue000\ue001]*? (?:the |an? )?$",
)
"""From the beginning of the record backwards: who held it."""

NUMBERS: Mapping[str, int] = MappingProxyType(
    {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
    | {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
)
ORDINALS: Mapping[str, int] = MappingProxyType(
    {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
    | {"ninth": 9, "tenth": 10}
)
NATIONS: Mapping[str, str] = MappingProxyType(
    {"american": "USA", "british": "GBR", "irish": "IRL", "dutch": "NED", "french": "FRA", "norwegian": "NOR"}
    | {"australian": "AUS", "canadian": "CAN", "german": "GER", "kenyan": "KEN", "ethiopian": "ETH"}
    | {"moroccan": "MAR", "polish": "POL", "ugandan": "UGA"}
)
"""Whose national record."""

_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_NOT_AMONG = r"(?<!of )(?<!among )(?<!one )"
_NOT_OWN = r"(?<!his )(?<!her )(?<!their )(?<!s )"
_MARKS = r"(?: (?:[\ue003]+|times?|man|woman|(?:wo)?men['\u2019]s|indoor|outdoor|performances?|miler))"
_NOT_LESS = r"(?! (?:by|in|on|at|run|ran|among|from|as|of|this|under|since)\b(?! (?:the )?[\ue003]))"
"""Not "one of the fastest", not "her fastest", not "the fastest ever by a teenager"."""

RANK = _grammar(
    rf"{_NOT_AMONG}\bthe (?:(?P<nth>{_ORDINAL})[- ])?(?:fastest|quickest){_MARKS}{{0,3}}?"
    rf" (?:ever|in history|of all time)\b{_NOT_LESS}",
    rf"(?<!the ){_NOT_OWN}\b(?P<nth>{_ORDINAL})[- ](?:fastest|quickest){_MARKS}{{0,3}}?"
    rf" (?:ever|in history|of all time)\b{_NOT_LESS}",
    rf"\b(?P<nth>{_ORDINAL}) on the (?:(?P<nation>{'|'.join(NATIONS)}) )?"
    r"(?:indoor |outdoor |short-track |world )*all-time list\b(?! (?:of|for|by|in|at|from)\b)",
)
"""How many were faster."""

RANKED_LIST = _grammar(r" (?:over|at|for) {event} \({mark}")[0]
RANKED_BEHIND = _grammar(r" with (?:a |his |her )?{mark}")[0]
"""Which marks are ranked, from the rank on."""

SENSES: Mapping[str, str] = MappingProxyType(
    {
        "nearly": "nearly",
        "almost": "nearly",
        "just under": "nearly",
        "more than": "more than",
        "over": "more than",
    }
    | {"just over": "more than", "a good": "more than", "less than": "less than", "under": "less than"}
    | {"about": "about", "around": "about", "some": "about", "roughly": "about", "exactly": "plain"}
)
_SENSE = rf"(?:\b(?P<sense>{'|'.join(SENSES)}) )?"
_COUNT = rf"\d{{1,2}}|{'|'.join(NUMBERS)}"

AMOUNT = (
    rf"{_SENSE}(?:\b(?P<exact>\d{{1,2}}\.\d{{1,2}})(?: ?s\b| ?seconds?\b)?"
    rf"|\b(?:(?P<whole>{_COUNT}) )?\bseconds?(?P<half> and a half)?\b|\bhalf a (?P<halfsecond>second)\b)"
)
"""Seconds: 1.49, two seconds, a second and a half."""

MARGIN = _grammar(
    rf"{AMOUNT} (?:faster|quicker|better) than (?P<rest>.*)",
    rf"(?:took|taking|takes|knocked|sliced|cut) {AMOUNT} off (?P<rest>.*)",
    rf"{AMOUNT} inside (?P<rest>.*)",
    rf"\b(?:beat|broke|improved|bettered|lowered) (?P<rest>[^;]*?) by {AMOUNT}",
)
"""How much faster than what."""

OTHER_MARK = _grammar(r"(?:(?:the|his|her|own|<w>|{who}<s>) )*?{mark}")[0]
OTHER_WHO = _grammar(
    r"(?:(?:<w> )*?){who}(?:<s> (?:<w> )*?(?:time|mark|record|best)\b|(?= (?:set|ran)\b))",
)[0]
OTHER_OWN = _grammar(r"(?:his|her) own (?:<w> )*?(?:in |from ){day}")[0]
"""What is compared with, from the comparison on."""

DURATION = (
    rf"{_SENSE}(?:\b(?P<years>{_COUNT}) years?"
    rf"(?:, (?P<months>{_COUNT}) months?(?: and|,) (?P<odd>{_COUNT}) days?)?"
    rf"|\b(?P<days>{_COUNT}) days?)\b"
)
"""Years, days, or years with months and days."""

LASTED = _grammar(
    rf"{DURATION} (?:after|before) {{who}}<s> (?:<w> )*?(?:<r>|{{mark}})",
    rf"<r> (?:that |which )?(?:the )?(?:<w> )??{{who}} (?:set|ran) {DURATION} (?:ago|earlier|before)",
    rf"{{mark}} (?:that |which )?{{who}} (?:set|ran) {DURATION} (?:ago|earlier|before)",
    rf"{{who}}<s> (?:<not yet><w> )*?<r>(?: on the same track)? {DURATION} (?:ago|earlier|before)"
    r"(?: was {mark})?",
    rf"{{who}} (?:had |has )?(?:was |kept |held )(?:<w> )*?(?:<r>|it)(?: in the <w>)? for {DURATION}",
    rf"\b(?:he|she) (?:had |has )?(?:kept|held) (?:the <r>|it) for {DURATION}",
    r"\b(?P<old>\d{1,2})-year-old (?:world |indoor |outdoor |[\ue003]+ )*<r> of (?:<w> )*?{who}",
)
"""How long a record stood, or how long ago it was set."""
