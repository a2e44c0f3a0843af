"""Evidence packs for tests, and a strict reader that notices what a lenient browser mends."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from claims.export.evidence import as_evidence
from claims.export.selection import Selection
from claims.ledger import Position
from claims.ledger.chain import hashes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.ledger import Ledger
    from claims.records import Claim

DAY = date(2026, 11, 22)
VOID = frozenset({"meta", "br", "hr", "img", "input", "link"})


class Checked(HTMLParser):
    """What a file holds: its elements with their attributes, its text, its scripts."""

    def __init__(self, file: bytes) -> None:
        """Read a file; an element that is not closed, or closed twice, fails the test."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(file.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and that it is open."""
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice on {tag}"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text by the kind of element that holds it."""
        match self._open[-1:]:
            case ["script"]:
                self.scripts.append(data)
            case ["style"]:
                self.styles.append(data)
            case _:
                self.words += data

    @property
    def links(self) -> list[dict[str, str]]:
        """The attributes of every link out of the file."""
        every = [attributes for tag, attributes in self.elements if tag == "a"]
        return [attributes for attributes in every if not attributes["href"].startswith("#")]

    @property
    def ids(self) -> list[str]:
        """Every id in the file."""
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def harm(self) -> list[str]:
        """Return what could act or ask a server: scripts, handlers, sources, odd addresses."""
        found = [t for t, _ in self.elements if t in {"iframe", "object", "embed", "base", "form"}]
        for tag, attributes in self.elements:
            found += [f"{tag} {name}" for name in attributes if name.startswith("on")]
            found += [f"{tag} {name}" for name in ("src", "srcset", "style") if name in attributes]
            found += ["script"] * (tag == "script" and attributes.get("id") != "records")
            href = attributes.get("href", "#")
            found += [f"{tag} {href}"] * (not href.startswith(("#", "https://", "http://")))
            found += [f"{tag} {href}"] * (tag != "a" and not href.startswith("#"))
        return found


def selection(ledger: Ledger, claims: Sequence[Claim], **fields: Any) -> Selection:
    """Make a selection of claims at the newest position of a ledger."""
    rev = ledger.head.rev
    defaults: dict[str, Any] = {
        "title": "Killed in Khuzestan",
        "claims": tuple(claims),
        "records": ledger.context(),
        "states": ledger.together.states_of(tuple(claims), rev, today=DAY),
        "position": ledger.position_of(rev),
        "day": DAY,
        "made": datetime(2026, 11, 22, 14, 5, tzinfo=UTC),
        "filters": {"Words": "killed"},
        "site": "https://record.example.org",
        "path": "/explore?q=killed",
        "pin": f"v=2&rev={rev}&shared=2026-11-22",
    }
    return Selection(**defaults | fields)


def packed(ledger: Ledger, claims: Sequence[Claim], **fields: Any) -> bytes:
    """Write a pack with the histories and hashes that the ledger holds."""
    chosen = selection(ledger, claims, **fields)
    histories = {claim.id: ledger.history("claim", claim.id) for claim in claims}
    revs = {revision.rev for every in histories.values() for revision in every}
    with ledger._reading() as (connection, _):  # noqa: SLF001 - as the ledger asks for them
        sealed = hashes(connection, revs | {chosen.position.rev})
    return as_evidence(chosen, histories, hashes=sealed)


def bare(claims: Sequence[Claim], **fields: Any) -> Selection:
    """Make a selection of claims without any ledger."""
    defaults: dict[str, Any] = {
        "title": "Some claims",
        "claims": tuple(claims),
        "states": {},
        "position": Position(7, datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        "day": DAY,
        "made": datetime(2026, 11, 22, 14, 5, tzinfo=UTC),
    }
    return Selection(**defaults | fields)
