"""What a reporter decides about a proposal: each does it, says so, and goes to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from claims.desk.entry import accept as record
from claims.desk.work import Decided, Work
from claims.errors import ClaimsError
from dashboard.desk.bench import go, may_record, works
from dashboard.desk.choosing import following
from dashboard.desk.entries import prospect

if TYPE_CHECKING:
    from claims.desk.entry import Entry
    from claims.errors import Problem
    from dashboard.desk.article import Told
    from dashboard.request import Request

SAID, EDITED = "desk said", "desk edited"


@dataclass(frozen=True, slots=True)
class Said:
    """What the last decision did, said once above the next card."""

    message: str
    failed: bool = False
    claim: str = ""
    """The claim on record, for a link."""
    number: int | None = None
    """The proposal that was rejected and may be taken back."""


def question(work: Work, number: int) -> str:
    """Return the key of the field that chooses the indicator of a proposal, as of its day."""
    day = f"-{work.document.published}" if work.document.published else ""
    return f"desk-question-{work.id}-{number}{day}"


def forget_choices(work: Work) -> None:
    """Drop the questions that were chosen for the proposals of a work, and close its fields."""
    for key in [str(key) for key in st.session_state]:
        if key.startswith(f"desk-question-{work.id}-"):
            del st.session_state[key]
    leave_fields()


def act(request: Request, work: Work, shown: int | None, told: Told) -> None:
    """Do what a reader did with a mark; what was not on the card yet is only chosen."""
    number = int(told.mark)
    if number != shown or told.does == "choose":
        go(work.id, number)
    elif told.does == "correct":
        edit(work, number)
    elif may_record() and number not in work.decided:
        (accept if told.does == "accept" else reject)(request, work, number)


def accept(request: Request, work: Work, number: int) -> None:
    """Record a proposal as it stands on the card, and go to the next open one."""
    if is_edited(work, number):
        _fail("Record the correction, or cancel it first.")
    else:
        recorded(request, work, number)


def recorded(request: Request, work: Work, number: int, entry: Entry | None = None) -> bool:
    """Record a proposal, as it is or as it was corrected, and go to the next open one.

    Returns whether it was recorded; why not is said. A run of the page may be broken off
    wherever it asks Streamlit for something: between writing the claim and noting so in the
    work it asks for nothing.
    """
    chosen = st.session_state.get(question(work, number))
    current = works(request.ledger).get(work.id)
    if not isinstance(current, Work) or current.finished:
        return _fail("This article is no longer on the desk.")
    if number in current.decided:
        say(_meanwhile(current, number))
        go(work.id, following(current, number))
        return True
    try:
        shown = entry or prospect(request.ledger, request.records, current, number, chosen).entry
        done = record(request.ledger, shown, current.as_document(), current.actor)
    except ClaimsError as error:
        return _fail(str(error))
    if done.claim is None:
        return _fail(" ".join(["Nothing was recorded.", *map(in_words, done.problems)]))
    after = works(request.ledger).decide(work.id, number, Decided.accepted(done.claim))
    before = "" if done.receipt else "was on record before and "
    said = Said(f"“{shown.quote}” {before}is on record.", claim=done.claim)
    _go_on(after, number, said)
    return True


def in_words(problem: Problem) -> str:
    """Say what is wrong with a field: `As stated: the words do not state “13”. …`."""
    field = problem.field.rpartition(".")[2].replace("_", " ") or problem.record
    return f"{field[:1].upper()}{field[1:]}: {problem.message}. {problem.hint.rstrip('.')}."


def reject(request: Request, work: Work, number: int) -> None:
    """Note that a proposal is no claim, and go to the next open one."""
    after = works(request.ledger).decide(work.id, number, Decided.rejected())
    said = Said(f"“{work.proposals[number].quote}” was rejected.", number=number)
    if isinstance(after, Work) and after.decided[number].outcome != "rejected":
        said = _meanwhile(after, number)
    _go_on(after, number, said)


def _meanwhile(work: Work, number: int) -> Said:
    """Say what was decided in another window, so that this one says nothing that is not so."""
    done, quote = work.decided[number], work.proposals[number].quote
    return Said(f"“{quote}” was {done.outcome} already, in another window.", claim=done.claim or "")


def explain(request: Request, work: Work, number: int, reason: str) -> None:
    """Note why a rejected proposal is no claim; without a word nothing is noted."""
    kept = works(request.ledger)
    current = kept.get(work.id)
    decided = current.decided.get(number) if isinstance(current, Work) else None
    if decided is not None and decided.outcome == "rejected":
        kept.decide(work.id, number, Decided.rejected(reason))
        why = f": {reason}." if reason else "."
        say(Said(f"“{work.proposals[number].quote}” was rejected{why}", number=number))


def take_back(request: Request, work: Work, number: int) -> None:
    """Open a rejected proposal again, and go back to it."""
    works(request.ledger).decide(work.id, number, None)
    say(None)
    go(work.id, number)


def _go_on(after: Work | Problem, number: int, said: Said) -> None:
    """Say what was decided, and go to the next open proposal."""
    if not isinstance(after, Work):
        _fail(f"{after.message[:1].upper()}{after.message[1:]}.")
        return
    say(said)
    leave_fields()
    go(after.id, following(after, number))


def edit(work: Work, number: int) -> None:
    """Open the fields of a proposal, once more where they are open."""
    _, _, times = st.session_state.get(EDITED, ("", -1, 0))
    st.session_state[EDITED] = (work.id, number, times + 1)


def leave_fields() -> None:
    """Close the fields."""
    _, _, times = st.session_state.get(EDITED, ("", -1, 0))
    st.session_state[EDITED] = ("", -1, times)


def is_edited(work: Work, number: int) -> bool:
    """Tell whether the fields of a proposal are open."""
    return bool(st.session_state.get(EDITED, ("", -1, 0))[:2] == (work.id, number))


def asked_for(work: Work, number: int | None) -> str:
    """Return what changes whenever the fields are asked for; empty where they are closed."""
    if number is None or not is_edited(work, number):
        return ""
    return "-".join(map(str, st.session_state[EDITED]))


def said() -> Said | None:
    """Return what the last decision did, once."""
    found = st.session_state.pop(SAID, None)
    return found if isinstance(found, Said) else None


def say(one: Said | None) -> None:
    """Keep what is to be said above the next card."""
    st.session_state[SAID] = one


def _fail(message: str) -> bool:
    say(Said(message, failed=True))
    return False
