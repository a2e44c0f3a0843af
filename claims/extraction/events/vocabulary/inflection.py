"""The forms of English verbs, so that a table needs each verb once.

>>> forms("rob")
('rob', 'robs', 'robbed', 'robbed', 'robbing')
>>> forms("scar")
('scar', 'scars', 'scarred', 'scarred', 'scarring')
>>> forms("flee")
('flee', 'flees', 'fled', 'fled', 'fleeing')
"""

from __future__ import annotations

from functools import cache

_IRREGULAR = {
    parts[0]: (parts[1], parts[-1])
    for parts in (
        one.split()
        for one in (
            "bear bore borne|beat beat beaten|bite bit bitten|bleed bled|blow blew blown|"
            "break broke broken|bring brought|burn burned|buy bought|come came come|cost cost|"
            "cut cut|dig dug|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|"
            "feed fed|fight fought|find found|flee fled|fly flew flown|freeze froze frozen|"
            "get got|give gave given|go went gone|hang hung|have had|hold held|hit hit|hurt hurt|"
            "keep kept|lay laid|lead led|leave left|lend lent|let let|lose lost|make made|"
            "meet met|pay paid|put put|rise rose risen|run ran run|seek sought|send sent|set set|"
            "shoot shot|sink sank sunk|slay slew slain|sleep slept|spend spent|stand stood|"
            "steal stole stolen|strike struck|string strung|sweep swept|swim swam swum|"
            "take took taken|tear tore torn|throw threw thrown|withdraw withdrew withdrawn|"
            "undergo underwent undergone|catch caught|grow grew grown|spit spat"
        ).split("|")
    )
}
"""Past and participle of verbs that do not end in “-ed”; the participle only where it differs."""
_DOUBLED = frozenset(
    "rob stab gun grab nab trap drag drop ship kidnap club slit cut dig get let put run set hit "
    "swim fit gut rip strip tip chop stop net slip bar mop cap snap gang wrap rap spot pin "
    "scrap wed scar expel".split()
)
"""Verbs that double their last letter."""


@cache
def forms(verb: str) -> tuple[str, str, str, str, str]:
    """Return a verb, its form with “-s”, its past, its participle and its form with “-ing”."""
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    past, participle = _IRREGULAR.get(verb, (_past(stem), _past(stem)))
    return verb, _third(verb), past, participle, _ing(stem)


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}d"
    return f"{stem[:-1]}ied" if _is_consonant_y(stem) else f"{stem}ed"


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if _is_consonant_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def _ing(stem: str) -> str:
    return f"{stem[:-1]}ing" if stem.endswith("e") and not stem.endswith("ee") else f"{stem}ing"


def _is_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in "aeiou"
