"""A party of a country is meant only where that country is; others are new, or to be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claims.collection import Collection
from claims.desk.countries import country_of, is_office, meant
from claims.desk.entry import draft, records
from claims.desk.suggest import every_party, on_record, parties
from claims.desk.whom import guess, publisher_of, whom
from claims.extraction.events.kinds import What
from claims.records import Claim, Source
from claims.vocabulary import PartyKind, SourceKind, Tier
from tests.desk import document, proposed, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.ledger import Ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open the shipped records, which no test of this file changes."""
    with shipped(tmp_path_factory.mktemp("countries")) as opened:
        yield opened


MEANT = [
    ("the interior ministry", "IQ", "iraq-interior-ministry"),
    ("the interior ministry", "CL", None),
    ("the interior ministry", None, None),
    ("Iraq’s interior ministry", "CL", "iraq-interior-ministry"),
    ("Iran's interior ministry", "IR", None),
    ("Iran's interior ministry", "IQ", None),
    ("Chile's interior ministry", "IQ", None),
    ("the health ministry", "IQ", "iraq-health-ministry"),
    ("a health ministry spokesman", "FR", None),
    ("state media", "IR", "iranian-state-media"),
    ("state media", "SY", None),
    ("Iranian state media", "SY", "iranian-state-media"),
    ("the Pentagon", "IQ", "us-department-of-defense"),
    ("Amnesty", "IR", "amnesty-international"),
    ("HRANA", "IR", "hrana"),
    ("President Biden", "IQ", "joe-biden"),
    ("Iranian officials", "IQ", "iranian-officials"),
    ("officials", "IR", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "country", "party"), MEANT)
def test_whose_country_is_told_or_is_that_of_the_story(
    ledger: Ledger, words: str, country: str | None, party: str | None
) -> None:
    """An office is one of a country; a name of its own is known everywhere."""
    found = meant(words, every_party(ledger, None, None), country)
    assert (found[0].id if found else None) == party


def test_near_parties_can_still_be_chosen(ledger: Ledger) -> None:
    """What is not filled in is among the choices."""
    assert "iraq-interior-ministry" in [
        one.id for one in parties(ledger, "Iran's interior ministry")
    ]


@pytest.mark.parametrize(
    ("words", "country", "name", "home"),
    [
        ("interior ministry", "CL", "interior ministry (Chile)", "CL"),
        ("Iran's interior ministry", "IQ", "Iran's interior ministry", "IR"),
        ("Mosul police", "SY", "Mosul police", "IQ"),
        ("police", None, "police", None),
        ("Rosa Ibarra", "CL", "Rosa Ibarra", None),
        ("residents", "CL", "residents", None),
    ],
)
def test_a_new_party_is_named_as_printed_with_its_country(
    words: str, country: str | None, name: str, home: str | None
) -> None:
    """An office of which every country has one gets the country of the story."""
    found = whom(words, [], country=country)
    assert (found.id, found.name, found.country) == (None, name, home)


def test_a_new_office_is_found_again_only_at_home(ledger: Ledger) -> None:
    """The next story about Chile means the same ministry, one about Peru does not."""
    text = "Nine miners were killed in Calama, the interior ministry said."
    page = document(text, publisher="Coastal Post")
    fields: dict[str, Any] = {"claimant": "interior ministry", "chain": ("interior ministry",)}
    home: dict[str, Any] = {"place": "Calama", "country": "CL"}
    entry = draft(proposed(text, "Nine miners", **fields, **home), page, ledger)
    made, problems = records(entry, page, ledger)
    assert problems == []
    known = every_party(ledger, None, Collection.of_records(made))
    assert [one.id for one in meant("The interior ministry", known, "CL")] == [
        "interior-ministry-chile"
    ]
    assert meant("The interior ministry", known, "PE") == []


def test_a_publisher_speaks_for_itself(ledger: Ledger) -> None:
    """“The ministry” on a ministry's own page is that ministry, and its page a statement."""
    text = "The ministry said that 15 soldiers were wounded in Fennmark."
    page = document(text, publisher="Ministry of Defence of Norlund")
    found = proposed(text, "15 soldiers", What.WOUNDED, claimant="ministry", chain=("ministry",))
    entry = draft(found, page, ledger)
    assert entry.claimant == entry.publisher == entry.chain[0]
    assert len(entry.chain) == 1
    assert entry.publisher.kind is PartyKind.GOVERNMENT
    assert (entry.source_kind, entry.tier) == (SourceKind.OFFICIAL_STATEMENT, Tier.OFFICIAL)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Coastal Post", PartyKind.OUTLET),
        ("Harrow Police Gazette", PartyKind.OUTLET),
        ("Iran Front Page", PartyKind.OUTLET),
        ("Kivu Rights Monitor", PartyKind.RIGHTS_GROUP),
        ("Ministry of Health of Norlund", PartyKind.HEALTH),
        ("Noroeste", PartyKind.OUTLET),
    ],
)
def test_a_new_publisher_is_what_its_name_says(name: str, kind: PartyKind) -> None:
    """An outlet, unless the name is that of an office or a group that speaks for itself."""
    assert publisher_of(document("Five died.", publisher=name), []).kind is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Fire Chief Dan Ostrow", PartyKind.PERSON),
        ("Interior Minister Ana Rook", PartyKind.PERSON),
        ("the prime minister", PartyKind.GOVERNMENT),
        ("Coastal News Agency", PartyKind.AGENCY),
        ("Civil Protection Agency", PartyKind.GOVERNMENT),
    ],
)
def test_who_a_new_party_is(name: str, kind: PartyKind) -> None:
    """A title before two names makes a person, a title alone an office."""
    assert guess(name) is kind


@pytest.mark.parametrize(
    ("words", "expected"),
    [("the interior ministry", True), ("Iran’s army", True), ("Amnesty International", False),
     ("the Pentagon", False), ("residents", False), ("Iran", False)],
)  # fmt: skip
def test_an_office_is_one_that_every_country_has(words: str, expected: bool) -> None:
    """Only words that name an office, a country aside, need the country to be told."""
    assert is_office(words) is expected


def test_the_country_of_a_story_is_the_one_it_names_most() -> None:
    """A story that names none has none."""
    assert country_of("Police in Chile, said Chile's union. In Peru nobody knew.") == "CL"
    assert country_of("Nobody knew.") is None


# The same text under another publisher

TEXT = "At least 21 people were killed in Sinaloa on Monday, the prosecutors of Sinaloa said."


def _copied(ledger: Ledger, publisher: str) -> tuple[Source, Claim, Tier]:
    found = proposed(
        TEXT,
        "At least 21 people",
        place="Sinaloa",
        country="MX",
        period="2030-05-06",
        claimant="prosecutors of Sinaloa",
        chain=("prosecutors of Sinaloa",),
    )
    page = document(TEXT, publisher=publisher, published="2030-05-07", title="21 killed")
    entry = draft(found, page, ledger)
    made, problems = records(entry, page, ledger)
    assert problems == []
    ledger.append(made, actor="test", reason="copied")
    claim = made[-1]
    assert isinstance(claim, Claim)
    assert [one.id for one in on_record(ledger, found, page)][:1] == [claim.id]
    return ledger.get("source", claim.source), claim, entry.tier


def test_a_copy_is_a_source_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two papers print one text: two sources of one hash, each chain ends with its own paper."""
    with shipped(tmp_path_factory.mktemp("copies")) as opened:
        one, first, tier = _copied(opened, "Noroeste")
        other, second, repeated = _copied(opened, "Dunmere Gazette")
        again, third, _ = _copied(opened, "Noroeste")
    assert (one.publisher, first.chain[-1]) == ("noroeste", "noroeste")
    assert (other.publisher, second.chain[-1]) == ("dunmere-gazette", "dunmere-gazette")
    assert one.text_sha256 == other.text_sha256
    assert first.claimant == second.claimant
    assert first.indicator == second.indicator
    assert (again.id, third.id) == (one.id, first.id)
    assert (tier, repeated) == (Tier.ORIGINAL, Tier.REPOST)


def test_a_page_of_a_known_address_keeps_its_publisher(ledger: Ledger) -> None:
    """Whoever is on record for the very address published it, whatever the form says."""
    source = next(one for one in ledger.all("source") if one.url)
    page = document(TEXT, publisher="Dunmere Gazette", url=source.url)
    entry = draft(proposed(TEXT, "At least 21 people"), page, ledger)
    assert entry.publisher.id == entry.chain[-1].id == source.publisher


def test_a_day_that_is_found_later_is_filled_in(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A source without a day gets it with the next claim of its text; none is overwritten."""
    fields = {"publisher": "Noroeste", "title": "21 killed"}
    found = proposed(TEXT, "At least 21 people", place="Sinaloa", country="MX")
    with shipped(tmp_path_factory.mktemp("days")) as opened:
        for published, expected in [
            (None, "None"),
            ("2030-05-07", "2030-05-07"),
            ("2030-05-08", "2030-05-07"),
        ]:
            page = document(TEXT, published=published, **fields)
            entry = draft(found, page, opened).model_copy(update={"said_on": None})
            made, problems = records(entry, page, opened)
            assert problems == []
            opened.append(made, actor="test", reason="dated")
            assert str(opened.get("source", "noroeste-undated").published) == expected
