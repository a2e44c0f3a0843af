"""Parties as a form holds them: one on record, or a new one by name and kind."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.desk.countries import OF_A_STATE, countries_in, is_office, meant, of_country
from claims.desk.drafting import slug
from claims.desk.naming import TITLES
from claims.desk.tokens import folded, tokens
from claims.records import Frozen, Party
from claims.vocabulary import PartyKind, SourceKind, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claims.documents.document import Document

OF_STATES = (
    "ministry minister government authorities governor department mayor directorate service "
    "authority commission municipality council"
)
GUESSES: tuple[tuple[PartyKind, str], ...] = (
    (PartyKind.HEALTH, "health hospital hospitals medics ambulance"),
    (PartyKind.POLICE, "police sheriff constabulary"),
    (PartyKind.ARMED_FORCES, "army military navy forces troops guard guards command"),
    (PartyKind.ARMED_GROUP, "militia rebels insurgents brigades front taliban"),
    (PartyKind.COURT, "court judiciary prosecutor prosecutors judge"),
    (PartyKind.STATE_MEDIA, "state-run state television"),
    (PartyKind.AGENCY, "reuters afp ap newswire"),
    (PartyKind.RIGHTS_GROUP, "rights watch amnesty observatory"),
    (PartyKind.INTERGOVERNMENTAL, "un unicef unhcr ocha nations nato"),
    (PartyKind.RESEARCH, "institute university centre center"),
    (PartyKind.GOVERNMENT, OF_STATES),
    (PartyKind.OUTLET, "newspaper daily times post"),
)
"""What a new party may be, by a word of its name; a person corrects it."""
PAPERS = frozenset(
    "times post daily news herald courier gazette journal tribune chronicle telegraph mail "
    "standard press express bulletin weekly today radio tv magazine".split()
)
"""Words of a name that only a newspaper or a station has."""
DATELINE = 600
"""Characters at the beginning of a text in which a dateline stands."""
_DATELINE = re.compile(
    r"^[A-Z][^()\n]{1,60}\(([A-Z][\w ./-]{1,40})\)\s*[-\u2013\u2014:]", re.MULTILINE
)
OFFICIAL = (SourceKind.OFFICIAL_STATEMENT, Tier.OFFICIAL)
OWN_WORDS: Mapping[PartyKind, tuple[SourceKind, Tier]] = {
    **dict.fromkeys(OF_A_STATE - {PartyKind.STATE_MEDIA}, OFFICIAL),
    PartyKind.INTERGOVERNMENTAL: OFFICIAL,
    PartyKind.RIGHTS_GROUP: (SourceKind.RIGHTS_REPORT, Tier.ORIGINAL),
    PartyKind.RESEARCH: (SourceKind.ANALYSIS, Tier.ORIGINAL),
}
"""Who speaks for itself where it publishes, and what such a document is."""


class Whom(Frozen):
    """A party: one on record by its id, or a new one by its name, kind and country."""

    id: str | None = None
    """The party on record; none for a new one."""
    name: str = ""
    """What it is called; for one on record only to be shown."""
    kind: PartyKind = PartyKind.UNNAMED
    """What a new party is."""
    country: str | None = None
    """Where a new party belongs, ISO 3166-1; none where nothing tells."""

    @property
    def key(self) -> str:
        """What tells two apart."""
        return self.id or folded(self.name)


def whom(
    words: str,
    parties: Sequence[Party],
    otherwise: PartyKind | None = None,
    country: str | None = None,
) -> Whom:
    """Return whom words mean in a story about a country: a party on record, else a new one.

    “The interior ministry” in a story about Chile is `interior ministry (Chile)`, unless that
    is on record; a ministry of another country is never meant.
    """
    found = meant(words, parties, country)
    if found:
        return on_record(found[0])
    kind, name = otherwise or guess(words), words.strip()
    if kind in OF_A_STATE and is_office(name):
        told = countries_in(name)
        home = country if not told else next(iter(told)) if len(told) == 1 else None
        return Whom(name=of_country(name, home), kind=kind, country=home)
    return Whom(name=name, kind=kind)


def on_record(party: Party) -> Whom:
    """Return a party on record as a form holds it."""
    return Whom(id=party.id, name=party.name, kind=party.kind)


def guess(name: str) -> PartyKind:
    """Guess what a new party is by its name: `Mosul police` are police, Mr Ali Nasser a person."""
    if _is_person(name):
        return PartyKind.PERSON
    words = set(folded(name).split()) | set(name.lower().split())
    if "agency" in words:
        return PartyKind.AGENCY if words & {"news", "press"} else PartyKind.GOVERNMENT
    for kind, told in GUESSES:
        if words & set(told.split()):
            return kind
    return PartyKind.UNNAMED


def _is_person(name: str) -> bool:
    """Tell whether a name is a title and then a first and a last name."""
    words = name.split()
    *before, first, last = ["", *words] if len(words) > 1 else ["", "", ""]
    is_named = first[:1].isupper() and last[:1].isupper() and not tokens(f"{first} {last}") & TITLES
    return is_named and bool(tokens(" ".join(before)) & TITLES)


def publisher_of(document: Document, parties: Sequence[Party]) -> Whom:
    """Return who published a document: by its name, else by the host of its address."""
    if document.publisher:
        return whom(document.publisher, parties, _publishes(document.publisher))
    host = (urlsplit(document.url).hostname or "") if document.url else ""
    return whom(host.removeprefix("www."), parties, PartyKind.WEBSITE)


def _publishes(name: str) -> PartyKind:
    """Return what a new publisher is: a ministry, a rights group, or else a news outlet."""
    kind = PartyKind.OUTLET if set(folded(name).split()) & PAPERS else guess(name)
    return kind if kind in OWN_WORDS or kind is PartyKind.AGENCY else PartyKind.OUTLET


def claimant_of(
    words: str, publisher: Whom, parties: Sequence[Party], country: str | None
) -> Whom | None:
    """Return who asserts a figure; none where the document names nobody.

    “The ministry” on a ministry's own page is that ministry.
    """
    if not words.strip():
        return None
    is_own = publisher.kind in OWN_WORDS and tokens(words) <= tokens(publisher.name)
    return publisher if is_own else whom(words, parties, country=country)


def chain_of(
    document: Document,
    words: Iterable[str],
    publisher: Whom,
    parties: Sequence[Party],
    country: str | None = None,
) -> tuple[Whom, ...]:
    """Return the chain from the origin to the publisher, an agency of the byline before it."""
    found = (claimant_of(one, publisher, parties, country) for one in words)
    links = [link for link in found if link is not None]
    byline = meant(document.author or credited(document.text), parties)
    if byline and byline[0].kind is PartyKind.AGENCY:
        links.append(on_record(byline[0]))
    links = [link for link in links if link.key != publisher.key]
    return (*{link.key: link for link in links}.values(), publisher)


def credited(text: str) -> str:
    """Return the agency that a text credits in its dateline: `BAGHDAD (AFP) -`; "" for none."""
    found = _DATELINE.search(text[:DATELINE])
    return found[1].strip() if found else ""


def new_party(new: Whom, taken: Iterable[str]) -> Party:
    """Return the record of a new party, under an id that no other party has.

    Raises pydantic's ValidationError where the name is none.
    """
    name = new.name.strip()
    plain = slug(name, f"party-{hashlib.sha256(name.encode()).hexdigest()[:8]}")[:74].strip("-")
    ids = set(taken)
    free = next(one for n in range(1, len(ids) + 2) if (one := _numbered(plain, n)) not in ids)
    return Party(id=free, name=name, kind=new.kind, country=new.country)


def _numbered(plain: str, n: int) -> str:
    return plain if n == 1 else f"{plain}-{n}"
