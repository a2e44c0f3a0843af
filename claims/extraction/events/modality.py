"""Whether a figure is of something that happened: denied, planned or only possible.

>>> from claims.extraction.sentences import sentences
>>> from claims.extraction.events.words import Words
>>> words = Words.of(sentences("They plan to send 500 troops.")[0])
>>> modality(words, 4, 2)
Modality(planned=True, conditional=False, negated=False)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extraction.events.kinds import Form
from claims.extraction.events.lexicon import told_at
from claims.extraction.events.predicates import FOLLOWS

if TYPE_CHECKING:
    from claims.extraction.events.words import Words

REACH = 12
"""Words before a figure or its verb that are read."""
PLANNED = frozenset(
    "will shall plan plans planned planning intend intends intended intention aims aim aimed "
    "target goal proposed propose proposes promise promised promises pledge pledged pledges vow "
    "vowed vows expected expects expect scheduled slated earmarked pencilled penciled due forecast "
    "projected ordered cap ceiling upcoming ready poised wants want "
    "asked requested requests request seeking seeks demanded demands demand appealed applied urged "
    "urges threatened threatens threatening threat offered offers offer preparing prepares "
    "considering mulls mulling eyes haggling drill awaiting await bid "
    "sentenced condemned agreed agrees".split()
)
"""Words before a figure of the future: a plan, a target, a cap, an announced cut."""
PLANS = frozenset(
    "is:to are:to set:to about:to due:to has:to have:to called:for calls:for calling:for "
    "appeal:for appeals:for call:for yet:to".split()
)
"""Two words that tell of a plan before a verb: `is to send`, `called for`."""
DONE = frozenset(
    "managed forced helped able began continued failed trying tried had compelled used".split()
)
"""Words before “to” after which a verb is no plan: `managed to rescue`."""
IF = frozenset("if unless had should were without".split())
"""Words with which “would” is only possible; else it tells of a plan."""
CONDITIONAL = frozenset("could may might if should can unless risk risks".split())
"""Words before a figure that may never come about."""
NEGATIONS = frozenset(
    "not n't never no nobody none without neither nor denied denies deny denying cannot "
    "foiled thwarted prevented averted untrue contrary refuted rebutted debunked".split()
)
"""Words that deny what follows."""
DISMISSED = frozenset(
    "dismissed dismisses dismiss dismissing rejected rejects reject rejecting denied brushed "
    "waved ridiculed scoffed disowned withdrew retracted".split()
)
"""Verbs that deny the reports they have for an object."""
REPORTS = frozenset(
    "reports report claims claim talk rumours rumors allegations allegation suggestions figure "
    "figures as count story stories assertion assertions toll number".split()
)
"""What is denied."""
FALSE = frozenset(
    "baseless unfounded groundless untrue false fabricated fake invented foiled thwarted averted "
    "prevented nipped error mistake mistaken incorrect wrong hoax fiction lie lies nonsense "
    "exaggerated misprint".split()
)
"""Words after a figure, with “was” before them, that deny it: `the claims are baseless`."""
WAS = frozenset("is are was were been proved proven be".split())
REVISED = frozenset("revised corrected lowered reduced adjusted".split())
"""Words of a correction, after which “from” names the figure given up."""
NO_DENIAL = frozenset("fewer less more only over later sooner doubt just merely".split())
"""Words after “no” and “not” with which they deny nothing."""
ENDS = frozenset('. ; : " “ ”'.split())
"""Marks that end what such a word reaches."""
RESUMED = frozenset("after when since while but although which who where because".split())
"""Words that begin a clause of its own."""
WIDE = 30
"""Words before and after a figure in which its reports are denied."""
DENIED = 4
"""Words between “was” and “baseless”, at most."""


@dataclass(frozen=True, slots=True)
class Modality:
    """How a figure is meant; all false where something is said to be so."""

    planned: bool = False
    conditional: bool = False
    negated: bool = False


def modality(words: Words, number: int, cue: int) -> Modality:
    """Read the words before a figure and before the word that tells what it counts."""
    first = min(number, cue) if cue >= 0 else number
    start, last = _clause(words, first), max(number, cue)
    before = words.lower[start:last]
    negated = (
        any(word.endswith(("n't", "n’t")) for word in before)
        or _is_denied(words, range(start, last), number)
        or _is_dismissed(words, number)
        or _is_false(words, number)
        or _is_given_up(words, number)
    )
    ahead = not negated and _is_ahead(words, start, cue)
    would = "would" in before
    possible = would and not IF.isdisjoint(words.lower)
    return Modality(
        planned=ahead or not PLANNED.isdisjoint(before) or (would and not possible),
        conditional=possible or not CONDITIONAL.isdisjoint(before),
        negated=negated,
    )


def _clause(words: Words, first: int) -> int:
    """Return where the clause of a word begins, REACH words back at most."""
    start = first
    while start > max(0, first - REACH):
        word = words.at(start - 1)
        if word in ENDS or (word in RESUMED and start < first):
            break
        start -= 1
    return start


def _is_ahead(words: Words, start: int, cue: int) -> bool:
    """Tell whether the verb is one of a plan: `is to send`, `Ethiopia to repatriate`."""
    if words.at(cue) in {"sentenced", "condemned"}:
        return "death" in words.lower[cue : cue + 5]
    two = zip(words.lower[start:cue], words.lower[start + 1 : cue], strict=False)
    if any(f"{one}:{other}" in PLANS for one, other in two):
        return True
    to = cue - 2 if words.at(cue - 1) == "be" else cue - 1
    if words.at(to) != "to" or to == 0 or words.at(to - 1) in DONE:
        return False
    form = told_at(words, cue)
    return words.at(cue - 1) == "be" or (Form.DOING in form and not words.at(cue).endswith("ing"))


def _is_denied(words: Words, before: range, number: int) -> bool:
    """Tell whether a word denies what follows: not “no fewer than”; “not 19” denies 19 alone."""
    for place in before:
        if words.lower[place] not in NEGATIONS or words.at(place + 1) in NO_DENIAL:
            continue
        if words.at(place + 1)[:1].isdigit() and place + 1 != number:
            continue
        return True
    return False


def _is_dismissed(words: Words, number: int) -> bool:
    """Tell whether the reports of a figure are denied: `dismissed reports that 12 died`."""
    first = max(0, number - WIDE)
    if DISMISSED.isdisjoint(words.lower[first:number]):
        return False
    for place in range(first, number):
        if words.lower[place] in DISMISSED:
            reports = words.lower[place + 1 : min(number, place + 1 + DENIED)]
            if REPORTS.intersection(reports):
                return True
    return False


def _is_false(words: Words, number: int) -> bool:
    """Tell whether what is said of a figure is denied after it: `the claims are baseless`."""
    after = min(len(words), number + WIDE)
    if FALSE.isdisjoint(words.lower[number:after]):
        return False
    for place in range(number + 1, after):
        if words.lower[place] in {";", "after", "but"}:
            return False
        before = words.lower[max(0, place - DENIED) : place]
        ends = words.at(place + 1) in FOLLOWS or place + 1 == len(words)
        if words.lower[place] in FALSE and ends and WAS.intersection(before):
            return not {"not", "never"}.intersection(before)
    return False


def _is_given_up(words: Words, number: int) -> bool:
    """Tell whether a figure was corrected away: `revised to 3,900 from 4,300`."""
    if words.at(number - 1) != "from":
        return False
    return not REVISED.isdisjoint(words.lower[max(0, number - 2 * REACH) : number])
