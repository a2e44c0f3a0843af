"""Files into the ledger: faults are reported one by one, and every good record goes in."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from claims import checks, intake
from claims.collection import Collection
from claims.errors import UnreadableFileError
from claims.hedges import Hedge
from claims.imports import jsonl
from claims.ledger import Filter, Ledger
from claims.records import MODELS, Claim, to_json
from tests import factories, starter
from tests.starter import DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a new ledger."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Copy the starter records to a folder that a test may spoil."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    return folder


def loose_claims() -> list[tuple[int, Claim]]:
    """Return claims that nothing refers to and that state an unhedged number, with their lines."""
    records = starter.records()
    named = {claim.supersedes for claim, _ in records.claims()}
    return [
        (where.line, claim)
        for claim, where in records.claims()
        if claim.quantity
        and claim.quantity.hedge is Hedge.EXACT
        and (claim.quantity.value or 0) >= 20
        and not (claim.quantity.sum_of or claim.supersedes or claim.planned)
        and claim.id not in named
        and claim.said_on
        and records.root(claim.chain[-1]) != records.root(claim.claimant)
    ]


@dataclass(frozen=True)
class Fault:
    """One fault put into a line of claims, and what is said about it."""

    spoil: Callable[[dict[str, Any]], dict[str, Any] | str]
    field: str
    message: str
    hint: str


def quantity(**fields: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Change fields of a line's quantity."""
    return lambda line: line | {"quantity": line["quantity"] | fields}


def evidence(**fields: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Change fields of a line's first evidence."""
    return lambda line: line | {"evidence": [line["evidence"][0] | fields]}


FAULTS = [
    Fault(lambda line: json.dumps(line)[:-20], "", "no JSON", "Write one JSON object a line"),
    Fault(lambda line: line | {"certainty": "high"}, "certainty", "Extra inputs", "Remove it"),
    Fault(quantity(hedge="maybe"), "quantity.hedge", "'at least'", "words that the message lists"),
    Fault(lambda line: line | {"period": "July 2021"}, "period", "not an EDTF", "Correct the"),
    Fault(
        lambda line: quantity(low=line["quantity"]["high"] + 5)(line),
        "quantity.low",
        "is above the high bound",
        "Exchange the two",
    ),
    Fault(quantity(low=0), "quantity", "the bounds of “exact” are", "or another hedge"),
    Fault(
        lambda line: quantity(as_stated="forces")(evidence(quote="forces were there")(line)),
        "quantity.as_stated",
        "the words do not state",
        "Correct the number, the hedge or the words",
    ),
    Fault(
        lambda line: evidence(source=line["evidence"][0]["source"] + "0")(line),
        "evidence.0.source",
        "there is no such source",
        "Did you mean “",
    ),
    Fault(
        lambda line: line | {"chain": line["chain"][-1:]},
        "chain",
        "the chain does not start with the origin of",
        "Start with the claimant",
    ),
    Fault(
        lambda line: line | {"period": "2031-01-01"},
        "period",
        "the period begins after it was said",
        "mark it planned",
    ),
]
"""Faults that each stand in a line of claims that nothing refers to."""
APPENDED = {
    ("sources.jsonl", "url"): ("is no web address", "Correct the value"),
    ("claims.jsonl", "id"): ("the id is already used at claims.jsonl:1", "Remove one of the two"),
}
"""Faults that stand in lines of their own, after the good ones."""


def spoiled(folder: Path) -> dict[tuple[str, int, str], tuple[str, str]]:
    """Put all faults into the files; return file, line and field, with message and hint."""
    claims = (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    sources = (folder / "sources.jsonl").read_text(encoding="utf-8").splitlines()
    expected = {}
    for fault, (number, _) in zip(FAULTS, loose_claims(), strict=False):
        changed = fault.spoil(json.loads(claims[number - 1]))
        claims[number - 1] = changed if isinstance(changed, str) else json.dumps(changed)
        expected["claims.jsonl", number, fault.field] = (fault.message, fault.hint)
    claims.append(claims[0])
    sources.append(json.dumps(json.loads(sources[0]) | {"id": "x", "url": "javascript:alert(1)"}))
    for name, lines in (("claims.jsonl", claims), ("sources.jsonl", sources)):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        (found,) = (key for key in APPENDED if key[0] == name)
        expected[name, len(lines), found[1]] = APPENDED[found]
    return expected


def test_twelve_faults_are_reported_and_all_other_rows_load(data: Path, ledger: Ledger) -> None:
    """Each fault is one problem with file, line, field and hint; nothing else is lost."""
    whole = starter.records().located
    expected = spoiled(data)
    assert len(expected) == 12
    found = intake.load(data, ledger, actor="desk", reason="first load")
    places = [(p.where.file, p.where.line, p.field) for p in found.problems]
    assert sorted(places) == sorted(expected)
    for problem in found.problems:
        message, hint = expected[problem.where.file, problem.where.line, problem.field]
        assert message in problem.message
        assert hint in problem.hint
    assert found.receipt.added == len(whole) - len(FAULTS)
    assert sum(len(ledger.all(kind)) for kind in MODELS) == found.receipt.added


def test_the_hint_for_an_unknown_source_names_the_nearest(data: Path, ledger: Ledger) -> None:
    """A misspelt source is answered with the one that was meant."""
    spoiled(data)
    problems = intake.load(data, ledger, actor="desk", reason="").problems
    (problem,) = (p for p in problems if p.field == "evidence.0.source")
    assert problem.hint == f"Did you mean “{problem.value[:-1]}”"


def on(source_id: str) -> set[str]:
    """Return the claims that rest on a source, or take the place of one that does."""
    claims = [claim for claim, _ in starter.records().claims()]
    lost = {c.id for c in claims if source_id in {e.source for e in c.evidence}}
    while more := {c.id for c in claims if c.supersedes in lost} - lost:
        lost |= more
    return lost


def test_what_refers_to_a_bad_record_is_reported_too(data: Path, ledger: Ledger) -> None:
    """A claim on a bad source, and one that supersedes it, wait; nothing dangling goes in."""
    claims = [claim for claim, _ in starter.records().claims()]
    earlier = [(claim, starter.records().claim(claim.supersedes)) for claim in claims]
    bad = next(old.source for new, old in earlier if old and old.source != new.source)
    file = data / "sources.jsonl"
    lines = file.read_text(encoding="utf-8").replace(f'{{"id": "{bad}"', f'{{"x": 1, "id": "{bad}"')
    file.write_text(lines, encoding="utf-8")
    found = intake.load(data, ledger, actor="desk", reason="first load")
    assert {p.record for p in found.problems} == {bad} | on(bad)
    assert {p.field for p in found.problems} >= {"x", "evidence.0.source", "supersedes"}
    stored = [record for kind in MODELS for record in ledger.all(kind)]
    assert checks.run(Collection.of_records(stored)) == []
    assert ledger.count() == len(claims) - len(on(bad)) > 0


def test_mended_rows_go_in_beside_those_on_record(data: Path, ledger: Ledger) -> None:
    """Loading the mended files adds what was missing and leaves the rest alone."""
    spoiled(data)
    first = intake.load(data, ledger, actor="desk", reason="first load").receipt
    again = intake.load(DATA, ledger, actor="desk", reason="mended")
    assert again.problems == ()
    assert (again.receipt.added, again.receipt.revised) == (len(FAULTS), 0)
    assert again.receipt.unchanged == first.added
    assert intake.load(DATA, ledger, actor="desk", reason="again").receipt.rev == again.receipt.rev


def test_claims_alone_may_refer_to_the_ledger(data: Path, ledger: Ledger) -> None:
    """A file of claims needs its sources on record, in the files or in the ledger."""
    claims = data / "claims.jsonl"
    alone = intake.load(claims, ledger, actor="desk", reason="too early")
    assert (alone.receipt.added, ledger.head.rev) == (0, 0)
    assert {p.message for p in alone.problems} >= {"there is no such source"}
    claims.rename(data / "later")
    intake.load(data, ledger, actor="desk", reason="names")
    (data / "later").rename(claims)
    assert intake.load(claims, ledger, actor="desk", reason="claims").problems == ()
    assert ledger.count(Filter()) == len(list(starter.records().claims()))


def test_a_successor_may_refer_to_a_claim_on_record(tmp_path: Path, ledger: Ledger) -> None:
    """The earlier claim is looked up in the ledger when the file does not hold it."""
    intake.load(DATA, ledger, actor="desk", reason="first load")
    lines = (DATA / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if "supersedes" in json.loads(line))
    file = tmp_path / "claims.jsonl"
    file.write_text(json.dumps(json.loads(line) | {"note": "again"}), encoding="utf-8")
    found = intake.load(file, ledger, actor="desk", reason="a note")
    assert (found.problems, found.receipt.revised) == ((), 1)


def test_a_path_that_cannot_be_read_leaves_the_ledger_as_it_was(
    tmp_path: Path, ledger: Ledger
) -> None:
    """A wrong path is a refusal, not an empty load."""
    with pytest.raises(UnreadableFileError):
        intake.load(tmp_path / "gone", ledger, actor="desk", reason="")
    assert ledger.head.rev == 0


def test_problems_are_reported_once_in_the_order_of_the_files(data: Path) -> None:
    """A fault found in two rounds of checking is one problem."""
    spoiled(data)
    good, problems = intake.sift(jsonl.read(data))
    assert list(problems) == sorted(set(problems))
    assert intake.sift(jsonl.Loaded(good.located, ())) == (good, ())


def test_loading_an_older_file_again_undoes_nothing(ledger: Ledger, data: Path) -> None:
    """What was changed on record since stays changed, and is named; a new version goes in."""
    intake.load(data, ledger, "desk", "first load")
    first = ledger.claims(limit=1)[0]
    noted = factories.changed(first, note="checked by Ana")
    ledger.revise(noted, actor="Ana", based_on=ledger.head.rev)
    again = intake.load(data, ledger, "desk", "again")
    assert (again.receipt.revised, again.kept) == (0, (first.id,))
    assert ledger.claim(first.id) == noted
    newer = factories.changed(first, note="a correction of the file")
    file = data / "claims.jsonl"
    text = file.read_text(encoding="utf-8").replace(to_json(first), to_json(newer))
    file.write_text(text, encoding="utf-8")
    assert intake.load(data, ledger, "desk", "newer").receipt.revised == 1
    assert ledger.claim(first.id) == newer
