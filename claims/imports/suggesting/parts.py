"""The parts of a mapping: its source and parties, and how its columns are read."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from claims.fields import UNSAFE
from claims.hedges import HEDGES, Hedge
from claims.imports.mapping import Column, Otherwise
from claims.imports.naming import slug
from claims.imports.suggesting.choosing_dates import two_digits
from claims.imports.suggesting.choosing_hedges import leaves_firm, meaning
from claims.imports.suggesting.names import label, words_of
from claims.imports.suggesting.numbers import STYLE
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import PARTIES, YES
from claims.records import Party, Source
from claims.vocabulary import PartyKind, SourceKind, Tier

if TYPE_CHECKING:
    from claims.imports.suggesting.counting import Counting
    from claims.imports.suggesting.look import Look

NOT_NAMED = Party(id="not-named", name="Not named", kind=PartyKind.UNNAMED)
NOT_KNOWN = "this word says nothing that the table of hedges knows"
SAID_FIRST = tuple(
    rule.wordings[0]
    for hedge, rule in HEDGES.items()
    if hedge is not Hedge.BETWEEN and rule.wordings and rule.wordings[0]
)
LONGEST_TITLE = 120


def title_of(look: Look, stated: str | None) -> str:
    """Return the title of a table: as stated, or from the name of its file and part."""
    table = look.table
    name = stated or ", ".join(
        part for part in (label(PurePath(table.file).stem), label(table.part)) if part
    )
    plain = " ".join(UNSAFE.sub(" ", name).replace("{", "(").replace("}", ")").split())
    return (plain[:1].upper() + plain[1:])[:LONGEST_TITLE].strip() or "Table"


def party_of(name: str | None) -> Party:
    """Return the party of a name; “Not named” where none is stated."""
    if name is None or not name.strip():
        return NOT_NAMED
    plain = " ".join(UNSAFE.sub(" ", name).split())
    return Party(id=slug(plain), name=plain, kind=kind_of_party(plain))


def kind_of_party(name: str) -> PartyKind:
    """Return what a party is by the words of its name; another website where they do not tell.

    >>> kind_of_party("Gaza Ministry of Health"), kind_of_party("General Staff")
    (<PartyKind.HEALTH: 'health authority'>, <PartyKind.ARMED_FORCES: 'armed forces'>)
    """
    words = words_of(name)
    found = (kind for kind, pattern in PARTIES if pattern.search(words))
    return next(found, PartyKind.WEBSITE)


def source_of(name: str, title: str, publisher: str) -> Source:
    """Return the record of the table as a source."""
    return Source(
        id=name,
        title=title,
        publisher=publisher,
        kind=SourceKind.DATA_SET,
        tier=Tier.SECONDARY,
        language="en",
    )


def columns_of(counting: Counting) -> dict[str, Column]:
    """Return the columns that are not read as they are written."""
    found = {}
    for name, role in counting.roles.items():
        column = _column(counting.look, name, role)
        if column != Column():
            found[name] = column
    return found


def _column(look: Look, name: str, role: Role) -> Column:
    if role in {Role.DATE, Role.END, Role.SAID_ON}:
        written = look.days(name)
        return Column(date=written.form if written else None)
    if role in {Role.FIGURE, Role.LOW, Role.HIGH}:
        style = look.numbers(name).style
        return Column.model_validate({"numbers": style}) if style != STYLE else Column()
    if role is Role.HEDGE:
        return _hedge(look, name)
    if role in {Role.MONTH, Role.DAY}:
        return Column(means=two_digits(look.distinct(name)))
    return Column()


def _hedge(look: Look, name: str) -> Column:
    """Return the words of a hedge column and what they mean; others are refused."""
    cells = look.distinct(name)
    if are_flags(cells):
        return Column()
    found = {cell: meaning(cell) for cell in cells if not leaves_firm(cell)}
    means = {word: word for word in SAID_FIRST} | {c: m for c, m in found.items() if m}
    return Column(means=means, otherwise=Otherwise.REFUSE, why=NOT_KNOWN)


def are_flags(cells: list[str]) -> bool:
    """Tell whether the words of a hedge column say no more than yes and no."""
    return any(cell.casefold() in YES for cell in cells) and all(
        cell.casefold() in YES or leaves_firm(cell) for cell in cells
    )
