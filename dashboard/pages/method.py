"""Method: the rules in plain words, read from the code's own tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from claims.analysis import consensus, guard, ladders, running
from claims.analysis.findings import RULES as FINDINGS
from claims.analysis.findings import FindingKind
from claims.checks import CHECKS
from claims.comparison import RELATIONS, Relation
from claims.desk.verdicts import MEANINGS as VERDICTS
from claims.desk.verdicts import Verdict
from claims.extraction.events.kinds import ROWS, What
from claims.hedges import HEDGES, VAGUE, Bounds, Hedge, bounds
from claims.hedges import show as shown
from claims.imports import loading
from claims.origins import RULES as ORIGINS
from claims.states import MEANINGS, Corroboration, Currency
from claims.vocabulary import BASES, DIFFERENCES, Basis, Difference, ReviewState
from dashboard import grammar
from dashboard.text import plain
from dashboard.theme import SHAPES

if TYPE_CHECKING:
    from types import ModuleType

    from claims.imports.mapping import Mapping
    from claims.states import State
    from dashboard.request import Request

EXAMPLE = 50
WORDS = """
Every figure is recorded as it was said: by whom, through whom, about when, how firmly, and in
which words. Nothing is averaged and no hedge is dropped.
"""
COMPARED = """
Two claims are compared only under one indicator, and only where its basis allows it. A plan (a
target, a cap to come, an announced cut) is never compared with an observation. What is refused is
refused with the reason.
"""
EXPLAINED = """
Where two figures contradict each other, a person may record why. Neither is contested by the other
any more, save that an error counts against the figure that is in error, whatever it contradicts,
and takes it out of what is known. An explanation holds for every page that prints the two figures
and stands in the history like any other change. A later one of the same two figures takes its
place, it can be taken back, and it lapses when one of the figures changes.
"""
FLOORS = """
A floor, such as “at least five”, is true wherever more were counted. Beside it stands the highest
figure on record that agrees with it and is of no later time: a figure that is borne out may still
say too little.
"""
RAISED = """
Findings are kept with the records and brought up to date with every change. The overview lists the
weightiest of each indicator first; each leads to the claims that it rests on.
"""
READ = """
The Desk reads an article by rules: it finds each number with its hedge, what happened to those
counted, when, where and who says so. What it finds is only proposed. A proposal is kept only where
its words stand in the text, letter by letter, and their number gives its bounds; a person accepts,
corrects or rejects it. Words that name each kind of figure, some of many:
"""
TABLES = """
A table becomes claims by a mapping, which says in words what its columns mean. Each cell is read
by the same hedges: a range, a word or a sign states a figure, an empty cell states none, and a
cell that is not clearly one figure is refused with its row and column. A hedge that the mapping
adds stands in brackets in the quote. A claim keeps its id when its figure changes, so that a
newer edition of a set revises it; what a person changed stays until the set changes it, and a
changed figure reopens the review. What vanished from a set is reported and stays. The mappings
that come with the program:
"""
CHECKED = """
The draft check holds each figure of a story against what is on record; the first verdict that
holds is shown, with the claims that it rests on and a wording to use.
"""
SOME = 12
"""Words of a kind that are shown."""
ADDRESS = f"""
Every page is wholly in its address, and only what differs from the plain page is written there.
“Copy link” adds the ledger position and the day: whoever opens the link later sees the same
figures, and what has changed since. The same address with a suffix, such as `/explore.csv?…`, is
a file of what the page shows. This is version {grammar.GRAMMAR} of the grammar; older links keep
their meaning, and a value that is not known is named on the page.
"""
TOGETHER = {
    "What is known at a time": consensus,
    "What is known of a running total": running,
    "Revisions": ladders,
    "What may stand on one chart": guard,
}
"""Modules that state a rule at their top."""

STATES: dict[str, tuple[State, ...]] = {
    "Corroboration, worked out from the record": tuple(Corroboration),
    "Currency, worked out or said by a person": tuple(Currency),
    "Review, decided by a person": tuple(ReviewState),
}


def show(request: Request) -> None:
    """Draw the rules."""
    del request
    st.title("Method")
    st.markdown(WORDS)
    st.subheader("How firm: hedges and bounds")
    st.table([_hedge(hedge) for hedge in Hedge], border="horizontal")
    st.markdown("Words that give no number, and the least that each allows:")
    st.table({"Words": list(VAGUE), "At least": [shown(least) for least in VAGUE.values()]})
    st.subheader("What may be compared")
    st.markdown(COMPARED)
    st.table([_basis(basis) for basis in Basis], border="horizontal")
    st.markdown("Two claims that are compared stand to each other in one of these ways:")
    st.table({str(relation): RELATIONS[relation] for relation in Relation}, border="horizontal")
    st.subheader("Why figures differ")
    st.markdown(EXPLAINED)
    st.table({str(why): DIFFERENCES[why] for why in Difference}, border="horizontal")
    st.subheader("Independent origins")
    st.table({"Rule": list(ORIGINS), "Case": list(ORIGINS.values())}, border="horizontal")
    st.markdown(FLOORS)
    for title, module in TOGETHER.items():
        st.subheader(title)
        st.markdown(plain(_stated(module)))
    st.subheader("What is raised")
    st.markdown(RAISED)
    st.table([_raised(kind) for kind in FindingKind], border="horizontal")
    st.subheader("The three states of a claim")
    for title, states in STATES.items():
        st.markdown(f"**{title}**")
        st.table({str(state): MEANINGS[state] for state in states}, border="horizontal")
    st.subheader("What is read in an article")
    st.markdown(READ)
    st.table([_read(what) for what in What], border="horizontal")
    st.markdown(CHECKED)
    st.table({str(verdict): VERDICTS[verdict] for verdict in Verdict}, border="horizontal")
    st.subheader("What is read in a table")
    st.markdown(TABLES)
    st.table([_set(mapping) for mapping in loading.ready()], border="horizontal")
    st.subheader("What an address says")
    st.markdown(ADDRESS)
    st.table(grammar.PARAMETERS, border="horizontal")
    st.subheader("What every record is checked for")
    rules = ((check.__doc__ or "").partition("\n")[0] for check in CHECKS)
    st.markdown("\n".join(f"- {plain(rule)}" for rule in rules))


def _basis(basis: Basis) -> dict[str, str]:
    """Return one row of the table: a basis, what it means and which figures are compared."""
    rule = BASES[basis]
    named = {"Basis": str(basis), "Meaning": rule.meaning}
    return named | {"Compared": rule.compared, "Cases": rule.example}


def _read(what: What) -> dict[str, str]:
    """Return one row of the table: a kind of figure, what it counts, and some of its words."""
    row = ROWS[what]
    words = f"{row.done} {row.itself} {row.name} {row.counted}".split()
    kind = {"Figure": str(what), "Counted in": row.unit, "Recorded as": str(row.kind)}
    return kind | {"Words": ", ".join(dict.fromkeys(words[:SOME])) or "(years and the like)"}


def _set(mapping: Mapping) -> dict[str, str]:
    """Return one row of the table: a set that is read, and what must be known of its figures."""
    about = {"Mapping": mapping.name, "Set": plain(mapping.title)}
    return about | {"To know": plain(mapping.about or "")}


def _raised(kind: FindingKind) -> dict[str, str]:
    """Return one row of the table: what is raised, when, and a case on either side."""
    rule = FINDINGS[kind]
    when = {"Finding": str(kind), "Raised when": rule.meaning}
    return when | {"Case": rule.example, "Not raised": rule.near_miss}


def _stated(module: ModuleType) -> str:
    """Return the rule that a module states at its top."""
    return " ".join((module.__doc__ or "").split())


def _hedge(hedge: Hedge) -> dict[str, str]:
    """Return one row of the table: a hedge, its wordings, its bounds and its mark."""
    rule = HEDGES[hedge]
    if hedge is Hedge.VAGUE:
        example = f"several: {Bounds(VAGUE['several'], None).in_words()}"
    elif hedge is Hedge.NOT_STATED:
        example = "unknown"
    elif hedge is Hedge.BETWEEN:
        example = f"40 to {EXAMPLE}: {bounds(hedge, None, between=(40, EXAMPLE)).in_words()}"
    else:
        example = f"{rule.wordings[0]} {EXAMPLE}: {bounds(hedge, EXAMPLE).in_words()}".strip()
    return {
        "Hedge": str(hedge),
        "Words": ", ".join(word or "(none)" for word in rule.wordings),
        "Bounds of N": rule.in_words,
        "Example": example,
        "Mark": SHAPES.get(hedge, "none"),
    }
