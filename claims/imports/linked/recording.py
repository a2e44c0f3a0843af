"""Fact-checks to records: the claimant's claim, with the reviews of it as its evidence.

A rating is what the fact-checker says, so it stands in the note and never in our review.
Reviews of the same words by the same claimant on the same day are one claim.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.collection import Located
from claims.errors import Problem
from claims.imports.linked.naming import Parties
from claims.imports.linked.stated import host
from claims.imports.naming import slug
from claims.periods import parse
from claims.prose import listed
from claims.records import Claim, Evidence, Source, claim_id
from claims.vocabulary import Kind, Tier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claims.collection import Collection
    from claims.imports.linked.stated import Stated

    OnRecord = Callable[[Iterable[str]], Iterable[Claim]]
    """Returns the claims of some ids that are on record: `Ledger.claims_by_id`."""

MOST_EVIDENCE, LONGEST_NOTE = 50, 2_000
"""What a claim holds."""
MORE, TOO_LONG = "; and more that is too long to be shown", "What is said is too long to be shown"


@dataclass
class Recorded:
    """Records as they are made of what fact-checks state."""

    known: Collection
    parties: Parties
    sources: dict[str, Located] = field(default_factory=dict)
    """The sources that were made, by id."""
    reviews: dict[tuple[str, str, str], dict[str, Stated]] = field(default_factory=dict)
    """What is stated of each claim, by claimant, day and words, and then by source."""
    problems: list[Problem] = field(default_factory=list)
    _by_url: dict[str, str] = field(default_factory=dict)

    @classmethod
    def beside(cls, known: Collection) -> Recorded:
        """Begin beside the parties and sources that are on record."""
        found = cls(known, Parties(known))
        for source in known.sources:
            if source.url:
                found._by_url.setdefault(source.url, source.id)
        return found

    def add(self, stated: Stated) -> None:
        """Record who said it and where it was reviewed; the claim is made when all is read."""
        first = stated.claimants[0] if stated.claimants else None
        claimant = self.parties.of(first, stated.where)
        source = self._source(stated)
        key = (claimant, stated.said_on, stated.text.casefold())
        reviews = self.reviews.setdefault(key, {})
        kept = reviews.setdefault(source, stated)
        if kept.rating != stated.rating:
            message = "the same review rates the same claim in another way before"
            hint = "Keep the rating that stands in the review"
            place = ("rating", (stated.rating or "")[:60])
            self.problems.append(Problem(stated.where, "", *place, message, hint))

    def _source(self, stated: Stated) -> str:
        """Return the id of the review's source, which is made where none has its address."""
        if stated.url in self._by_url:
            return self._by_url[stated.url]
        digits = hashlib.sha256(stated.url.encode()).hexdigest()[:10]
        site = slug(host(stated.url) or "page")[:60].strip("-")
        source = Source(
            id=f"{site}-{digits}",
            title=stated.title or None,
            publisher=self.parties.of(stated.publisher, stated.where),
            url=stated.url,
            published=parse(stated.published) if stated.published else None,
            kind=stated.kind,
            tier=Tier.SECONDARY,
            language=stated.language,
        )
        self._by_url[stated.url] = source.id
        if source.id not in self.known.ids("source"):
            self.sources[source.id] = Located(source, stated.where)
        return source.id

    def claims(self, on_record: OnRecord) -> list[Located]:
        """Return a claim for each claimant, day and words, the earliest review first.

        A claim that is on record stays as it is and gets the reviews that are new.
        """
        ids = {
            _id(claimant, day, words): (claimant, day, words)
            for claimant, day, words in self.reviews
        }
        earlier = {claim.id: claim for claim in on_record(ids)}
        found = []
        for name, key in ids.items():
            cited = {e.source for e in earlier[name].evidence} if name in earlier else set()
            new = [one for one in self.reviews[key].items() if one[0] not in cited]
            ordered = sorted(new, key=lambda one: (one[1].published or "~", one[0]))
            room = MOST_EVIDENCE - len(cited)
            self.problems += [_beyond(stated) for _, stated in ordered[room:]]
            if name not in earlier:
                found.append(self._claim(name, key, ordered[:room]))
            else:
                found.append(self._added(earlier[name], key, ordered[:room]))
        return found

    def _claim(
        self, name: str, key: tuple[str, str, str], reviews: Sequence[tuple[str, Stated]]
    ) -> Located:
        claimant, said_on, _ = key
        first = min((stated for _, stated in reviews), key=lambda one: one.where)
        publisher = self._publisher(reviews[0][0])
        claim = Claim(
            id=name,
            kind=Kind.POSITION,
            statement=first.text,
            said_on=parse(said_on) if said_on else None,
            claimant=claimant,
            chain=tuple(dict.fromkeys((claimant, publisher))),
            evidence=tuple(_evidence(source, stated) for source, stated in reviews),
            note=noted(self._said(reviews)),
        )
        return Located(claim, first.where)

    def _added(
        self, earlier: Claim, key: tuple[str, str, str], reviews: Sequence[tuple[str, Stated]]
    ) -> Located:
        """Return a claim on record with reviews that it has not yet."""
        where = min(stated.where for stated in self.reviews[key].values())
        new = tuple(_evidence(source, stated) for source, stated in reviews)
        before = earlier.note or ""
        said = [one for one in self._said(reviews) if one not in before]
        note = noted([one for one in (before, *said) if one]) or ""
        update = {
            "evidence": (*earlier.evidence, *new),
            "note": (note if note.startswith(before) else before) or None,
        }
        return Located(earlier.model_copy(update=update), where)

    def _publisher(self, source_id: str) -> str:
        made = self.sources.get(source_id)
        record = made.record if made else self.known.source(source_id)
        return record.publisher if isinstance(record, Source) else source_id

    def _said(self, reviews: Iterable[tuple[str, Stated]]) -> list[str]:
        """Say how each review rates the claim, and who else is said to have made it."""
        some = list(reviews)
        said = [self._rated(source, stated) for source, stated in some]
        elsewhere = dict.fromkeys(url for _, one in some for url in one.appearances[1:])
        if elsewhere:
            said.append(f"Also printed at {listed(list(elsewhere))}")
        others = dict.fromkeys(named.name for _, one in some for named in one.claimants[1:])
        if others:
            said.append(f"Also attributed to {listed(list(others))}")
        return [one for one in said if one]

    def _rated(self, source: str, stated: Stated) -> str:
        """Say a rating: `Rated “False” by Snopes on 3 May 2024, at https://…`."""
        if stated.rating is None:
            return ""
        day = parse(stated.published) if stated.published else None
        on = f" {'on' if day.start == day.end else 'in'} {day.in_words()}" if day else ""
        by = f"by {self.parties.name(self._publisher(source))}{on}, at {stated.url}"
        return f"Rated “{stated.rating}” {by}" if stated.rating else f"Reviewed without rating {by}"


def _evidence(source: str, stated: Stated) -> Evidence:
    """Return the words as they were reviewed, and where they stand themselves."""
    url = stated.appearances[0] if stated.appearances else None
    return Evidence(source=source, quote=stated.text, url=url)


def _id(claimant: str, said_on: str, words: str) -> str:
    """Return the id of a claim, which its reviews do not change."""
    return claim_id({"claimant": claimant, "period": said_on, "evidence": [{"quote": words}]})


def _beyond(stated: Stated) -> Problem:
    message = f"the claim has {MOST_EVIDENCE} reviews already"
    return Problem(stated.where, "", "url", "", message, "Leave out reviews that say the same")


def noted(said: Sequence[str]) -> str | None:
    """Return as many sayings as a note holds, and that there are more; None of none."""
    for many in range(len(said), 0, -1):
        note = "; ".join(said[:many]) + (MORE if many < len(said) else "")
        if len(note) <= LONGEST_NOTE:
            return note
    return TOO_LONG if said else None
