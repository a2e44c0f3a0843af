"""JSON and JSONL: what goes out comes back, complete and with nothing added."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from claims import intake
from claims.export.lines import as_json, as_jsonl, records, referred
from claims.export.selection import Selection, referred_to
from claims.imports import exported
from claims.imports.jsonl import Loaded
from claims.ledger import Filter, Ledger
from claims.records import MODELS, Claim, Explanation, Record, to_json
from claims.vocabulary import Difference
from tests import factories, hostile, selections, starter
from tests.selections import DAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Form = Callable[[Selection], bytes]

FORMS: dict[str, Form] = {"view.json": as_json, "view.jsonl": as_jsonl}


def everything(ledger: Ledger) -> dict[str, Any]:
    """Return all records of a ledger, the states of its claims and what was found in it."""
    indicators = [one.id for one in ledger.all("indicator")]
    found = {name: ledger.all(name) for name in MODELS}
    states = {one: ledger.together.standings(one, today=DAY) for one in indicators}
    findings = ledger.together.findings(today=DAY, limit=10_000)
    return {"records": found, "states": states, "findings": findings}


def into_an_empty_ledger(folder: Path, name: str, content: bytes) -> Ledger:
    """Load a file into a ledger of its own, where no record may be at fault."""
    file = folder / name
    file.write_bytes(content)
    ledger = Ledger.open(folder / f"of-{name}.db")
    assert intake.load(file, ledger, "desk", "back").problems == ()
    return ledger


@pytest.mark.parametrize("name", FORMS)
def test_everything_on_record_comes_back(tmp_path: Path, name: str) -> None:
    """Exported and loaded into an empty ledger, it has equal records, states and findings."""
    selection = selections.real(tmp_path / "first.db")
    with Ledger.open(tmp_path / "first.db", read_only=True) as first:
        before = everything(first)
    with into_an_empty_ledger(tmp_path, name, FORMS[name](selection)) as second:
        assert everything(second) == before
    assert len(before["findings"]) > 20


@pytest.mark.parametrize("name", FORMS)
def test_each_indicator_alone_loads_by_itself(tmp_path: Path, name: str) -> None:
    """A part of the records takes with it all that it needs, and comes back the same."""
    selections.real(tmp_path / "first.db")
    with Ledger.open(tmp_path / "first.db", read_only=True) as first:
        for indicator in ("us-troops-iraq", "al-asad-2020-01-08-injured"):
            claims = first.claims(Filter(indicator=(indicator,)))
            content = FORMS[name](selections.of_ledger(first, claims=claims))
            with into_an_empty_ledger(tmp_path, f"{indicator}-{name}", content) as second:
                assert second.all("claim") == tuple(sorted(claims, key=lambda one: one.id))
                assert second.together.standings(indicator, today=DAY) == first.together.standings(
                    indicator, today=DAY
                )


def ladder() -> list[Record]:
    """Make four claims: two supersede the one before, one explains why it differs from the first.

    The first in turn explains why it differs from that one, so that they name each other.
    """
    one, two, three, four = (
        factories.stating(f"at least {n}", id=f"c-{n}") for n in ("four", "five", "six", "three")
    )
    by = {"why": Difference.SCOPE, "by": "Ana"}
    return [
        *factories.base(),
        factories.changed(one, explained=[Explanation(claim=four.id, **by)]),
        factories.changed(two, supersedes=one.id),
        factories.changed(three, supersedes=two.id),
        factories.changed(four, explained=[Explanation(claim=one.id, **by)]),
    ]


REFERRED = [
    (["c-six"], ["c-five", "c-four", "c-three"]),
    (["c-five"], ["c-four", "c-three"]),
    (["c-three"], ["c-four"]),
    (["c-four", "c-three"], []),
    (["c-six", "c-four"], ["c-five", "c-three"]),
    ([], []),
]


@pytest.mark.parametrize(("chosen", "beyond"), REFERRED)
def test_claims_that_are_referred_to_go_with_a_file(
    tmp_path: Path, chosen: list[str], beyond: list[str]
) -> None:
    """All that the chosen claims lead to goes along, is named, and has no states beside it."""
    selections.of(ladder(), tmp_path / "first.db")
    with Ledger.open(tmp_path / "first.db", read_only=True) as first:
        claims = first.claims_by_id(chosen)
        selection = selections.of_ledger(first, claims=claims)
        assert [claim.id for claim in referred_to(claims, first)] == beyond
    document = json.loads(as_json(selection))
    assert document["on_record"]["beyond"] == beyond
    assert set(document["states"]) == set(chosen)
    assert {claim["id"] for claim in document["claims"]} == {*chosen, *beyond}
    for name, form in FORMS.items():
        with into_an_empty_ledger(tmp_path, name, form(selection)) as second:
            assert {claim.id for claim in second.all("claim")} == {*chosen, *beyond}


def test_an_earlier_position_takes_what_stood_then(tmp_path: Path) -> None:
    """The claims that are referred to are those of the position, not those of now."""
    with Ledger.open(tmp_path / "first.db") as ledger:
        rev = ledger.append(ladder(), actor="desk").rev
        then = ledger.claim("c-five")
        ledger.append([factories.changed(then, note="Corrected")], actor="desk")
        assert referred_to([ledger.claim("c-six")], ledger, rev)[0] == then


def test_only_what_the_claims_need_goes_along() -> None:
    """Parties above parties, credits, publishers and broader indicators do; others do not."""
    known = factories.together(
        factories.party("irna", part_of="state"),
        factories.party("state"),
        factories.party("afp"),
        factories.party("other"),
        factories.source(credit=("afp",)),
        factories.source("s-2"),
        factories.indicator(broader="all-killed"),
        factories.indicator("all-killed"),
        factories.indicator("another"),
    )
    empty = selections.nothing()
    chosen = Selection(
        "One", (factories.claim(),), known, {}, empty.position, empty.day, empty.made
    )
    ids = [[record.id for record in some] for some in referred(chosen)]
    assert ids == [
        ["afp", "arab-news", "irna", "state"],
        ["s-1"],
        ["all-killed", "khuzestan-killed"],
    ]
    assert referred(empty) == ((), (), ())


def test_a_file_says_what_it_is(tmp_path: Path) -> None:
    """The first line has filters, position and days; each other line one record, kind first."""
    selection = selections.of(
        ladder(), tmp_path / "first.db", filters={"Words": "killed"}, title="Killed"
    )
    first, *lines = as_jsonl(selection).decode().splitlines()
    about = json.loads(first)["on_record"]
    assert list(about) == (
        "title claims filters position position_at states_on made address licence beyond".split()
    )
    assert (about["filters"], about["position"], about["claims"]) == ({"Words": "killed"}, 8, 4)
    assert (about["states_on"], about["made"]) == ("2026-11-22", "2026-11-22T14:05:31Z")
    assert about["address"] == "https://facts.example/explore?v=2&rev=8&shared=2026-11-22"
    assert lines == [
        f'{{"{next(k for k, m in MODELS.items() if isinstance(r, m))}": {to_json(r)}}}'
        for r in records(selection)
    ]


def test_what_was_computed_stands_apart(tmp_path: Path) -> None:
    """States, sentence and link stand by claim id beside the records, which hold none of them."""
    selection = selections.of(ladder(), tmp_path / "first.db")
    document = json.loads(as_json(selection))
    assert list(document) == ["on_record", "parties", "sources", "indicators", "claims", "states"]
    states = document["states"]["c-five"]
    assert list(states) == "corroboration currency why origins sentence permalink".split()
    assert (states["corroboration"], states["currency"]) == ("single origin", "superseded")
    assert states["sentence"].endswith("[superseded]")
    assert states["permalink"] == "https://facts.example/c/c-five?v=2&rev=8&shared=2026-11-22"
    assert all(set(one) <= set(Claim.model_fields) for one in document["claims"])


@pytest.mark.parametrize("name", FORMS)
def test_hostile_text_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    """Markup, formulas and very long text in every field are read back letter for letter."""
    selection = selections.evil(tmp_path / "first.db")
    content = FORMS[name](selection)
    (tmp_path / name).write_bytes(content)
    loaded = exported.read(tmp_path / name)
    assert loaded.problems == ()
    assert [item.record for item in loaded.records] == list(records(selection))
    assert {r.id for r in hostile.records() if isinstance(r, Claim)} == {
        item.record.id for item in loaded.records if isinstance(item.record, Claim)
    }
    assert not {"\x00", "\x1b", "\u202e"} & set(content.decode())


@pytest.mark.parametrize("name", FORMS)
def test_the_same_selection_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    """Nothing of the moment of writing gets into a file, and none is a valid file too."""
    selection = selections.real(tmp_path / "first.db")
    assert FORMS[name](selection) == FORMS[name](selection)
    (tmp_path / name).write_bytes(FORMS[name](selections.nothing()))
    assert exported.read(tmp_path / name) == Loaded((), ())


def test_all_real_records_are_needed_by_their_claims(tmp_path: Path) -> None:
    """An export of everything leaves out no party, source or indicator on record."""
    given = {(type(item.record), item.record.id) for item in starter.records().located}
    assert {(type(r), r.id) for r in records(selections.real(tmp_path / "first.db"))} == given
