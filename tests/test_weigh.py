"""Weighing: no rule is left out, and the weightiest and newest come first."""

from __future__ import annotations

import hashlib
import inspect
import json
import pkgutil
from dataclasses import astuple
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claims.analysis
from claims.analysis.case import Case
from claims.analysis.findings import RULES, Finding, FindingKind
from claims.analysis.weigh import ALARMS, ranked
from claims.ledger.schema import SCHEMA
from claims.records import Explanation
from claims.vocabulary import Basis, Difference
from tests import factories

if TYPE_CHECKING:
    from claims.records import Claim

MADE_ELSEWHERE = {FindingKind.UNCOMPARED, FindingKind.MORE}
"""Findings about an indicator as a whole, which no rule raises."""
SCHEMA_AND_RULES = (5, "73c852f0fcd2")
"""The version of the projections, and the digest of the rules whose findings they keep."""


def test_every_rule_is_applied() -> None:
    """Each public function of the package that takes a case and yields findings is in the list."""
    names = [module.name for module in pkgutil.iter_modules(claims.analysis.__path__)]
    modules = [import_module(f"claims.analysis.{name}") for name in names]
    rules = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and list(inspect.signature(function).parameters) == ["case"]
        and inspect.signature(function).return_annotation == "Iterator[Finding]"
    }
    assert set(ALARMS) == rules
    assert len(ALARMS) == len(rules) >= 10


def test_what_the_rules_find_is_kept_under_a_version_of_its_own() -> None:
    """A ledger that was written under older rules is weighed anew when the version is higher."""
    rules = [(str(kind), *astuple(rule)) for kind, rule in RULES.items()]
    told = json.dumps([rules, [alarm.__name__ for alarm in ALARMS]])
    digest = hashlib.sha256(told.encode()).hexdigest()[:12]
    assert (SCHEMA, digest) == SCHEMA_AND_RULES, (
        "SCHEMA or the rules of findings have changed. Where the rules have: raise SCHEMA in "
        "claims/ledger/schema.py, so that ledgers are weighed anew. Then set SCHEMA_AND_RULES in "
        f"this file to the new number and {digest!r}."
    )


def told(words: str, **fields: Any) -> Claim:
    """Make a claim of the number in the words by IRNA, by 27 July."""
    return factories.stating(words, **fields)


def fars(words: str, **fields: Any) -> Claim:
    """Make such a claim by Fars on another page."""
    return told(words, **{"claimant": "fars", "chain": ("fars", "the-daily")} | fields)


def via(claimant: str, publisher: str) -> Claim:
    """Make a claim of five by somebody through one agency."""
    return told("five", claimant=claimant, chain=(claimant, "wire", publisher))


FIVE, DAILY = told("five"), {"chain": ("irna", "the-daily")}
EARLIER = {"period": "2021-07-15/2021-07-20", "said_on": "2021-07-20"}
MAY = {"period": "2021-05-01", "said_on": "2021-05-01"}
METHOD = Explanation(claim=FIVE.id, why=Difference.METHOD, by="the desk")
NEWER = {"said_on": "2021-07-26", "evidence": (factories.evidence("nine", source="s-2"),)}
PLANNED = {"planned": True}
WHOLE, OTHER = fars("three", indicator="whole"), told("4,460", indicator="other", id="c-other")
# For each kind: the claims that raise it, and on what basis.
RAISED: dict[FindingKind, tuple[Basis, list[Claim]]] = {
    FindingKind.DIGIT_SLIP: (Basis.TALLY, [told("1,204"), fars("1,304")]),
    FindingKind.CONFLICT: (Basis.TALLY, [FIVE, fars("eight")]),
    FindingKind.FALLING: (Basis.TALLY, [FIVE, fars("eight", **EARLIER)]),
    FindingKind.PART_ABOVE_WHOLE: (Basis.TALLY, [FIVE]),
    FindingKind.UNREADABLE: (Basis.TALLY, [factories.claim("five died")]),
    FindingKind.COINCIDENCE: (Basis.TALLY, [told("4,460")]),
    FindingKind.HEDGE_LOST: (Basis.TALLY, [told("5,200"), told("about 5,200", **DAILY)]),
    FindingKind.ATTRIBUTION: (Basis.TALLY, [via("fars", "arab-news"), via("isna", "the-daily")]),
    FindingKind.IN_USE: (Basis.EVENT, [told("five", said_on="2021-07-20"), told("nine", **NEWER)]),
    FindingKind.OLD_FIGURE: (Basis.LEVEL, [told("five", **MAY)]),
    FindingKind.PLANS: (Basis.TALLY, [told("five", **PLANNED), fars("eight", **PLANNED)]),
    FindingKind.LOWERED: (Basis.TALLY, [told("at least nine", **EARLIER), told("at least five")]),
    FindingKind.EXPLAINED: (Basis.TALLY, [FIVE, fars("eight", explained=(METHOD,))]),
    FindingKind.STALE: (Basis.LEVEL, [FIVE]),
}


@pytest.mark.parametrize("kind", sorted(set(FindingKind) - MADE_ELSEWHERE))
def test_every_kind_is_raised_by_a_rule(kind: FindingKind) -> None:
    """No row of the table stands for something that is never found."""
    basis, claims = RAISED[kind]
    question = factories.indicator(basis=basis, broader="whole", shelf_life="P6M")
    records = factories.together(
        question,
        factories.indicator("whole", basis=basis),
        factories.indicator("other"),
        factories.source("s-2", published="2021-07-26"),
        *(factories.party(party) for party in ("fars", "isna", "wire", "the-daily")),
    )
    case = Case(question, tuple(claims), records, (WHOLE,), (OTHER,))
    assert kind in {finding.kind for alarm in ALARMS for finding in alarm(case)}


def test_every_kind_has_its_row() -> None:
    """Each kind says when it is raised, with a case on either side; no two weigh the same."""
    assert set(RULES) == set(FindingKind)
    assert len({rule.weight for rule in RULES.values()}) == len(RULES)
    for rule in RULES.values():
        assert rule.meaning
        assert rule.example != rule.near_miss


FINDINGS = st.builds(
    Finding,
    kind=st.sampled_from([FindingKind.CONFLICT, FindingKind.STALE, FindingKind.DIGIT_SLIP]),
    indicator=st.sampled_from(["a", "b"]),
    claims=st.sampled_from([("c-1",), ("c-2", "c-3")]),
    figures=st.just(("five",)),
    reason=st.sampled_from(["one", "other"]),
    day=st.sampled_from([None, date(2020, 1, 1), date(2021, 7, 27)]),
)


@given(st.lists(FINDINGS, max_size=9), st.randoms(use_true_random=False))
def test_the_order_is_by_weight_then_the_newest(found: list[Finding], dice: object) -> None:
    """However findings come, the same one is looked at first."""
    order = ranked(found)
    getattr(dice, "shuffle")(found)  # noqa: B009 - hypothesis gives no type for its dice
    assert ranked(found) == order
    keys = [(-one.weight, -(one.day.toordinal() if one.day else 0), one.indicator) for one in order]
    assert keys == sorted(keys)
