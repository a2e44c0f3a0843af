"""Weighing: no rule is left out, and the weightiest and newest come first."""

from __future__ import annotations

import inspect
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claims.analysis import age, contradictions, falls, wording
from claims.analysis.findings import RULES, Finding, FindingKind
from claims.analysis.weigh import ALARMS, ranked


def test_every_rule_is_applied() -> None:
    """Each public function of the rule modules that takes a case stands in the list."""
    rules = {
        function
        for module in (age, contradictions, falls, wording)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and list(inspect.signature(function).parameters) == ["case"]
    }
    assert set(ALARMS) == rules
    assert len(ALARMS) == len(rules) >= 10


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
