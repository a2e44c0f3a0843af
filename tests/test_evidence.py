"""The evidence pack: what it says of real claims, and that it opens alone and safely."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from claims.errors import TooManyError
from claims.export.evidence import MOST, as_evidence
from claims.export.evidence_history import changes
from claims.ledger import Filter, Ledger, Revision
from claims.ledger.chain import FIRST, hashes, seal
from claims.records import MODELS, Claim, Explanation, Record, Review, Withdrawal, to_json
from claims.vocabulary import Difference, Kind, ReviewState
from tests import factories, hostile, starter
from tests.evidence import Checked, bare, packed, selection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILLED = "khuzestan-protests-2021-killed"
INJURED = "al-asad-2020-01-08-injured"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Open a ledger of the real records that a test may change."""
    with Ledger.open(tmp_path / "on-record.db") as opened:
        every = [item.record for item in starter.records().located]
        opened.append(every, actor="On Record", reason="first load")
        yield opened


def _of(ledger: Ledger, indicator: str) -> tuple[Claim, ...]:
    return ledger.claims(Filter(indicator=(indicator,)))


def _read_back(file: bytes) -> dict[str, Any]:
    (written,) = Checked(file).scripts
    read: dict[str, Any] = json.loads(written)
    return read


@pytest.mark.parametrize(
    "words",
    [
        "Killed in Khuzestan",
        "18 claims",
        "Words: killed",
        "18 claims, 16 publishers, 6 origins and 1 claim that names none",
        "the origins contradict each other",
        "five and at least eight cannot both be true: running totals to the same day, 23 July 2021",
        "according to unnamed Iranian officials via Iranian state media and Associated Press, as",
        "at least five deaths",
        "5 or more",
        "Iranian state media (state media) → Associated Press (news agency) → Arab News",
        "Contested: another claim on record cannot be true together with it.",
        "No second independent origin on record bears it out",
        "https://news.yahoo.com/iran-claims-arrest-spy-group-101106657.html",
        "15 July 2021 to 27 July 2021",
        "at least 50: 50 or more",
        "claims --ledger on-record.db verify",
        "Retrieved 22 November 2026 from https://record.example.org/explore?q=killed&v=2&rev=",
    ],
)
def test_a_pack_says_what_is_on_record(ledger: Ledger, words: str) -> None:
    """At least five killed: sentence, bounds, chain, states, what contradicts it, how to check."""
    assert words in Checked(packed(ledger, _of(ledger, KILLED))).words


def test_each_claim_has_a_place_that_the_table_points_to(ledger: Ledger) -> None:
    """No id stands twice, and every link within the file leads to a part of it."""
    claims = _of(ledger, KILLED)
    read = Checked(packed(ledger, claims))
    targets = [a["href"][1:] for tag, a in read.elements if tag == "a" and a["href"][0] == "#"]
    assert len(read.ids) == len(set(read.ids))
    assert {f"claim-{claim.id}" for claim in claims} <= set(targets) <= set(read.ids)


def test_figures_are_never_shown_without_their_hedge(ledger: Ledger) -> None:
    """The ladder of Ain al-Asad keeps about 110 apart from 110, and more than 100 from 100."""
    shown = Checked(packed(ledger, _of(ledger, INJURED))).words
    for words in ("about 110 injured", "more than 100 injured", "110 injured", "0 injured"):
        assert words in shown
    assert "Superseded: the newer claim is recorded as taking its place." in shown
    assert "a higher count was given later: 0 and 110." in shown


def test_a_history_tells_each_revision_and_what_it_changed(ledger: Ledger) -> None:
    """Number, moment, actor, action, reason and hash, and the change in words."""
    claim = _of(ledger, INJURED)[0]
    review = Review(state=ReviewState.CLEARED, by="A. Editor", on="2026-11-21", why="heard it")
    revised = factories.changed(claim, review=review, note="As broadcast.")
    receipt = ledger.revise(
        revised, actor="standards desk", reason="checked", based_on=ledger.head.rev
    )
    shown = Checked(packed(ledger, [ledger.claim(claim.id)])).words
    first, second = ledger.history("claim", claim.id)
    with ledger._reading() as (connection, _):  # noqa: SLF001 - as the ledger asks for them
        sealed = hashes(connection, [first.rev, second.rev])
    for words in (
        *sealed.values(),
        f"{receipt.rev:,}",
        f"{second.at:%Y-%m-%d %H:%M:%S} UTC",
        "put on record",
        "standards desk",
        "checked",
        "Review: unreviewed → cleared, by A. Editor, on 21 November 2026, heard it",
        "Cleared for use by an editor. Decided by A. Editor on 21 November 2026. Why: heard it",
        f"Note: {claim.note or 'none'} → As broadcast.",
    ):
        assert words in shown


CHANGES: dict[str, Any] = {
    "kind": Kind.OTHER_COUNT,
    "indicator": None,
    "statement": "Five died.",
    "quantity": factories.quantity(5, as_stated="no fewer than five"),
    "period": "2021-07-15/2021-07-26",
    "said_on": None,
    "claimant": "arab-news",
    "chain": ("arab-news",),
    "planned": True,
    "evidence": (factories.evidence(paragraph=3),),
    "review": Review(state=ReviewState.REJECTED),
    "supersedes": "c-other",
    "explained": (Explanation(claim="c-other", why=Difference.SCOPE, by="desk"),),
    "withdrawn": Withdrawal(on="2021-08-01", by="IRNA", reason="recount"),
    "tags": ("dead",),
    "note": "A note.",
}


@pytest.mark.parametrize("field", sorted(set(Claim.model_fields) - {"id"}))
def test_a_change_of_any_field_is_told(field: str) -> None:
    """Whatever changes between two revisions is said, and nothing else is."""
    before = factories.claim(id="c-1")
    after = factories.changed(before, **{field: CHANGES[field]})
    (told,) = changes(before, after, factories.together())
    assert told[1] != told[2]


def test_what_persons_decided_is_told() -> None:
    """A claim that is planned, rejected, withdrawn, explained or replaced says so."""
    explained = Explanation(claim="c-2", why=Difference.METHOD, by="A. Editor", note="a ceiling")
    claims = [
        factories.claim(id="c-1", planned=True, explained=(explained,), supersedes="c-9"),
        factories.claim(id="c-2", review=Review(state=ReviewState.REJECTED, by="B. Editor")),
        factories.claim(
            id="c-3", withdrawn=Withdrawal(on="2021-08-01", by="IRNA", reason="recount")
        ),
    ]
    shown = Checked(as_evidence(bare(claims, records=factories.together()), {})).words
    for words in (
        "Planned: ",
        "No. 2: method. They were counted in another way: a ceiling, a headcount, an estimate. By",
        "claim c-9, not in this file",
        "Rejected in review: by B. Editor.",
        "Withdrawn: by IRNA, recount.",
        "1 August 2021, by IRNA: recount",
        "No history was given for this claim.",
    ):
        assert words in shown


def test_a_quote_stands_with_the_words_around_it() -> None:
    """Prefix, suffix and place are shown; the quote alone is marked, in its own direction."""
    evidence = factories.evidence(
        "خمسة قتلى", prefix="قال", suffix="أمس", paragraph=3, start=10, end=19
    )
    records = factories.together(factories.source(language="ar", text_sha256="ab" * 32))
    read = Checked(as_evidence(bare([factories.claim(evidence=(evidence,))], records=records), {}))
    assert "… قال “خمسة قتلى” أمس …" in read.words
    assert "paragraph 3, characters 10 to 19" in read.words
    assert "ab" * 32 in read.words
    assert ("blockquote", {"dir": "auto", "lang": "ar"}) in read.elements


def test_no_text_of_a_record_acts() -> None:
    """Hostile text in every field, and in who and why of a revision, reads as it is stored."""
    for number, text in enumerate(hostile.TEXTS.values()):
        read = Checked(_hostile_pack(text, number))
        assert read.harm() == []
        assert len(read.scripts) == 1
        assert read.words.count(text) > 20
        assert {link.get("rel") for link in read.links} == {"noopener noreferrer nofollow"}


def _hostile_pack(text: str, number: int) -> bytes:
    """Write a pack of hostile records, with control characters where a revision may hold them."""
    records = hostile.records_with(text, number)
    claims = [record for record in records if isinstance(record, Claim)]
    at = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    who, why = f"\x00\u202e{text}", f"{text}\x1b\udcff"
    histories = {
        claim.id: [
            Revision(1, at, who, "added", "claim", claim.id, why, to_json(claims[0])),
            Revision(2, at, who, "revised", "claim", claim.id, why, to_json(claim)),
        ]
        for claim in claims
    }
    chosen = bare(
        claims,
        records=factories.together(*records),
        title=f"{text}\x00",
        filters={text: f"{text}\u202e"},
        site="javascript:alert(1)//",
        path=f"/{text}",
    )
    return as_evidence(chosen, histories, hashes={1: text, 7: text})


def test_the_records_load_back(ledger: Ledger) -> None:
    """The JSON in the file holds the claims and all that they name, just so."""
    claims = _of(ledger, KILLED)
    read = _read_back(packed(ledger, claims))
    assert _loaded(read, "claim") == {claim.id: claim for claim in claims}
    assert {evidence.source for claim in claims for evidence in claim.evidence} == set(
        _loaded(read, "source")
    )
    assert {party for claim in claims for party in claim.chain} <= set(_loaded(read, "party"))


@pytest.mark.parametrize("text", [*hostile.TEXTS.values(), "</script><!--<script>", "\u2028]]>"])
def test_hostile_records_load_back(text: str) -> None:
    """No text ends the element that holds the records, and none is changed in it."""
    records = hostile.records_with(text.strip())
    claims = {record.id: record for record in records if isinstance(record, Claim)}
    file = as_evidence(bare(list(claims.values()), records=factories.together(*records)), {})
    assert _loaded(_read_back(file), "claim") == claims


def _loaded(read: dict[str, Any], kind: str) -> dict[str, Record]:
    lists = {"claim": "claims", "source": "sources", "party": "parties"}
    found = [MODELS[kind].model_validate(one) for one in read[lists[kind]]]  # type: ignore[index] # one of the names
    return {record.id: record for record in found}


@pytest.mark.parametrize(("many", "fits"), [(0, True), (1, True), (MOST, True), (MOST + 1, False)])
def test_a_file_has_a_limit(many: int, *, fits: bool) -> None:
    """Up to 200 claims make a file; above that the refusal names the limit."""
    claims = [factories.claim(id=f"c-{number}") for number in range(many)]
    chosen = bare(claims, records=factories.together())
    if fits:
        assert len(Checked(as_evidence(chosen, {})).ids) > many
        return
    with pytest.raises(TooManyError, match=r"201 claims are more than the 200 that fit"):
        as_evidence(chosen, {})


def test_the_same_selection_gives_the_same_bytes(ledger: Ledger) -> None:
    """Nothing of the run gets into the file."""
    claims = _of(ledger, INJURED)
    assert packed(ledger, claims) == packed(ledger, claims)


def test_the_policy_allows_this_style_and_nothing_else(ledger: Ledger) -> None:
    """The hash in the policy is that of the one style in the file."""
    read = Checked(packed(ledger, _of(ledger, INJURED)[:1]))
    (style,) = read.styles
    digest = b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = (a["content"] for t, a in read.elements if t == "meta" and "http-equiv" in a)
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:")
    assert "url(" not in style
    assert "@import" not in style


def test_hashes_are_those_of_the_chain(ledger: Ledger) -> None:
    """Each hash seals its revision; a revision that does not exist has none."""
    first = ledger.since(0, 1)[0]
    row = {name: getattr(first, name) for name in ("rev", "actor", "action", "record", "record_id")}
    row |= {"at": first.at.isoformat(timespec="microseconds"), "reason": first.reason}
    with ledger._reading() as (connection, _):  # noqa: SLF001 - as the ledger asks for them
        found = hashes(connection, [1, 10**9])
    assert found == {1: seal(FIRST, row | {"state": first.state})}


def test_without_a_server_an_address_is_no_link(ledger: Ledger) -> None:
    """A selection that knows no site says its path and links nowhere in vain."""
    chosen = selection(ledger, _of(ledger, KILLED)[:1], site="")
    read = Checked(as_evidence(chosen, {}))
    assert "/explore?q=killed" in read.words
    assert {link["href"].split("/")[2] for link in read.links} >= {"creativecommons.org"}
    assert read.harm() == []
