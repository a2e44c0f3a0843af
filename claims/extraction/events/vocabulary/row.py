"""What a figure counts, and how a row of the tables of words is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claims.extraction.events.vocabulary.inflection import forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.vocabulary import Kind


class What(StrEnum):
    """What a figure counts, as news reports count it."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    KIDNAPPED = "kidnapped"
    DETAINED = "detained"
    MISSING = "missing"
    DISPLACED = "displaced"
    RESCUED = "rescued"
    TROOPS = "troops"
    ATTACKS = "attacks"
    WEAPONS = "weapons"
    DURATION = "duration"
    OTHER = "other"


class Form(StrEnum):
    """How a word stands to the number that it counts."""

    DONE = "done"
    """A participle or past: `five were killed`, `killed five`."""
    DOING = "doing"
    """A participle of the doer: `killing five`; a present form: `kills five`."""
    ITSELF = "itself"
    """What happens to the one counted, with no doer: `five died`, `five are missing`."""
    NAME = "name"
    """The name of what happened: `the deaths of five`, `a toll of five`."""
    COUNTED = "counted"
    """The thing counted itself: `five deaths`, `2,500 troops`."""


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one kind of figure, by form; `unit` is what its indicators are counted in."""

    kind: Kind
    unit: str
    done: str = ""
    doing: str = ""
    itself: str = ""
    name: str = ""
    counted: str = ""


def row(  # noqa: PLR0913 - the columns of a table
    kind: Kind,
    unit: str,
    *,
    verbs: str = "",
    happens: str = "",
    done: str = "",
    itself: str = "",
    name: str = "",
    counted: str = "",
) -> Row:
    """Return a row with all forms of its verbs: `verbs` have an object, `happens` have none."""
    each = [forms(verb) for verb in verbs.split()]
    past = _once([form for one in each for form in one[2:4]])
    active = _once([form for one in each for form in (*one[:2], one[4])])
    own = _once([form for verb in happens.split() for form in forms(verb)])
    return Row(
        kind,
        unit,
        done=_once([*past.split(), *done.split()]),
        doing=active,
        itself=_once([*own.split(), *itself.split()]),
        name=name,
        counted=counted,
    )


def expressions(*, verbs: str = "", happens: str = "", **others: str) -> dict[Form, str]:
    """Return expressions of several words by form, set apart by a bar.

    The first word of `verbs` (with an object: `gun down`) and `happens` (without: `pass away`)
    is a verb that stands for all its forms; `others` are taken as they are. The word “their”
    stands for any owner.
    """
    told: dict[Form, list[str]] = {form: [] for form in (Form.ITSELF, Form.DONE, Form.DOING)}
    for one in filter(None, verbs.split("|")):
        base, third, past, participle, ing = _inflected(one)
        told[Form.DONE] += [past, participle]
        told[Form.DOING] += [form for form in (base, third, ing) if form != past]
    for one in filter(None, happens.split("|")):
        told[Form.ITSELF] += _inflected(one)
    for form, several in others.items():
        told.setdefault(Form(form), []).extend(several.split("|"))
    return {form: "|".join(dict.fromkeys(several)) for form, several in told.items() if several}


def _inflected(expression: str) -> list[str]:
    verb, _, rest = expression.partition(" ")
    return [f"{form} {rest}" for form in forms(verb)]


def _once(words: Iterable[str]) -> str:
    """Return words each once, a blank between them."""
    return " ".join(dict.fromkeys(words))
