"""Text that tries to be more than text, and records that carry it in every text field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.hedges import Hedge
from claims.ledger import Ledger
from claims.records import Explanation, Review, Withdrawal
from claims.vocabulary import Difference, ReviewState
from tests import attempts, factories

if TYPE_CHECKING:
    from pathlib import Path

    from claims.records import Record

EVIL = attempts.EVIL
TEXTS = {
    "script": "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>",
    "image": f"![pixel]({EVIL}/pixel.png)",
    "image by reference": f"![pixel][1] [1]: {EVIL}/pixel.png",
    "link": f"[click]({EVIL}) <{EVIL}> {EVIL}/x www.evil.example a@evil.example",
    "closing a label": f"] ![x]({EVIL}/x.png) :red[y] :blue-badge[z]",
    "icons": ":material/home: :streamlit: :smile:",
    "formula": f'=HYPERLINK("{EVIL}";"click")+1',
    "mathematics": "$\\href{javascript:alert(1)}{x}$ and $$y^2$$",
    "typography": "a -> b <- c -- d >= e <= f ~= g",
    "block": "# head > quote | a | b | --- `code` ~~gone~~ *i* __b__",
    "entities": "&amp; &lt;b&gt; &#33; \\! {{ x }} %s",
    "scripts": "العربية עברית 日本語 ½ e\u0301 \u200b",
    "long": "a very long sentence that does not end " * 40 + "here",
    "one word": "x" * 1_900,
}
"""Hostile texts by what they try; a record accepts each of them."""
GROUPS = {"short": TEXTS, **attempts.GROUPS}
EVERY = {name: text for group in GROUPS.values() for name, text in group.items()}
"""Those and many more, for tests that put all of them into one ledger."""
NEVER_TEXT = [text for text in attempts.REFUSED.values() if text.isascii() and text.strip()]
"""What no record takes and actor and reason of a revision do: control characters, great length."""


def records() -> list[Record]:
    """Make records with hostile text in every text field: a set for each of the texts."""
    found: list[Record] = []
    for number, text in enumerate(TEXTS.values()):
        found += records_with(text, number)
    return found


def records_with(text: str, number: int = 0) -> list[Record]:
    """Make a party, source and indicator, and two claims that contradict each other."""
    party, outlet, source, indicator = (f"{n}-{number}" for n in ("p", "o", "s", "i"))
    evidence = factories.evidence(text, source=source, prefix=text, suffix=text)
    claim: dict[str, Any] = {
        "indicator": indicator,
        "statement": text,
        "claimant": party,
        "chain": (party, outlet),
        "evidence": (evidence,),
        "note": text,
    }
    quantity = factories.quantity(as_stated=text, unit=text)
    less = factories.quantity(3, Hedge.EXACT, as_stated=text, unit=text)
    review = Review(state=ReviewState.CLEARED, by=text, why=text, verdict=text)
    return [
        factories.party(party, name=text, aliases=(text,), note=text),
        factories.party(outlet, name=f"{text} "[:1_990] + "outlet"),
        factories.source(
            source,
            title=text,
            publisher=outlet,
            credit=(party,),
            note=text,
            url=f"{EVIL}/a_(b)?c=[d]#e{number}",
        ),
        factories.indicator(
            indicator, title=text, unit=text, place=text, includes=text, excludes=text, note=text
        ),
        factories.claim(id=f"c-{number}", **claim, quantity=quantity, review=review),
        factories.claim(id=f"d-{number}", **claim, quantity=less),
        factories.claim(
            id=f"w-{number}",
            **claim,
            quantity=quantity,
            withdrawn=Withdrawal(on="2021-08-01", by=text, reason=text),
        ),
    ]


def numbers(group: str) -> list[int]:
    """Return the numbers of the texts of a group, which their records have in their ids."""
    return [number for number, name in enumerate(EVERY) if name in GROUPS[group]]


def before(number: int) -> str:
    """Return the text that the records of a number hold at first."""
    return list(EVERY.values())[number]


def after(number: int) -> str:
    """Return the text that they hold after the edit: the next one."""
    return list(EVERY.values())[(number + 1) % len(EVERY)]


def changed_with(text: str, number: int) -> list[Record]:
    """Make those of `records_with` as they are after an edit; another text makes all differ."""
    party, _, source, indicator, claim, other, gone = records_with(text, number)
    beside = Explanation(claim=claim.id, why=Difference.SCOPE, by=text, note=text)
    withdrawn = Withdrawal(on="2021-08-02", by=text, reason=text)
    return [
        party,
        source,
        indicator,
        claim,
        other.model_copy(update={"explained": (beside,), "withdrawn": withdrawn}),
        gone,
    ]


def ledger_of_every(file: Path) -> int:
    """Put every text on record and each record through an edit; return the position between.

    Texts are actor and reason of the edits too, those that no record takes among them.
    """
    with Ledger.open(file) as ledger:
        first = [one for n, text in enumerate(EVERY.values()) for one in records_with(text, n)]
        between = ledger.append(first, actor=TEXTS["script"], reason="\x00\u202e<b>").rev
        for number in range(len(EVERY)):
            text = after(number)
            strange = NEVER_TEXT[number % len(NEVER_TEXT)]
            by, why = (text, strange) if number % 2 else (f"{strange}\u202e", text)
            ledger.append(changed_with(text, number), actor=by, reason=why)
    return between
