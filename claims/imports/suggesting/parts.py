"""The parts of a mapping: its source and parties, and how its columns are read."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from claims.fields import UNSAFE
from claims.hedges import HEDGES, Hedge
from claims.imports.mapping import Column, Otherwise
from claims.imports.naming import slug
from claims.imports.suggesting.choosing_dates import two_digits
from claims.imports.suggesting.choosing_hedges import leaves_firm, meaning
from claims.imports.suggesting.languages import language_of
from claims.imports.suggesting.names import label, words_of
from claims.imports.suggesting.numbers import STYLE
from claims.imports.suggesting.role import Role
from claims.imports.suggesting.role_words import PARTIES, YES
from claims.imports.suggesting.spoken import spoken
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
NOT_LISTED = "the mapping does not list this date"
LONGEST_TITLE = 120
COMMON = re.compile(
    r"((data|table|tabelle|daten|donnees|datos|tabla|tableau|sheet|blatt|feuille|hoja|export|"
    r"download|book|mappe|untitled|unbenannt|new|copy|of|file|list|final|input|output|test|import|"
    r"query|result|results|values|default|main|raw|clean|public|csv|xlsx|google|spreadsheet|"
    r"dataset|records|rows|items) ?)*[a-z]?\d*( \d+)*"
)
"""Names that any file could have."""
NUMBERED = re.compile(r"^0\d[a-z]?[ _.-]+(?=\D)")
VERSION = re.compile(
    r"([ _.-]+(final|copy|copie|kopie|version|latest|v\d{1,2})|[ _-]*\(\d{1,2}\))+$", re.IGNORECASE
)
"""What says only which of several files it is."""


def title_of(look: Look, stated: str | None) -> str:
    """Return the title of a table: as stated, or from the name of its file and part."""
    table = look.table
    parts = [label(_plain(PurePath(table.file).stem)), label(table.part)]
    named = [part for part in dict.fromkeys(parts) if part and not is_common(part)]
    name = stated or ", ".join(named) or label(PurePath(table.file).stem)
    plain = " ".join(UNSAFE.sub(" ", name).replace("{", "(").replace("}", ")").split())
    return (plain[:1].upper() + plain[1:])[:LONGEST_TITLE].strip() or "Table"


def is_common(title: str) -> bool:
    """Tell whether a title is a name that any file could have.

    >>> is_common("Export 2"), is_common("Sheet1"), is_common("Protest deaths")
    (True, True, False)
    """
    return bool(COMMON.fullmatch(words_of(title)))


def _plain(name: str) -> str:
    """Return the name of a file without its place in a list, version and the like.

    >>> _plain("03_mass shootings final (3)"), _plain("covid-19_v2"), _plain("7 October")
    ('mass shootings', 'covid-19', '7 October')
    """
    return VERSION.sub("", NUMBERED.sub("", name)).strip() or name


def party_of(name: str | None) -> Party:
    """Return the party of a name; “Not named” where none is stated."""
    if name is None or not name.strip():
        return NOT_NAMED
    plain = " ".join(UNSAFE.sub(" ", name).split())
    return Party(id=slug(plain), name=plain, kind=kind_of_party(plain))


def kind_of_party(name: str) -> PartyKind:
    """Return what a party is by the words of its name; not stated where they do not tell.

    >>> kind_of_party("Gaza Ministry of Health"), kind_of_party("General Staff")
    (<PartyKind.HEALTH: 'health authority'>, <PartyKind.ARMED_FORCES: 'armed forces'>)
    """
    words = words_of(name)
    found = (kind for kind, pattern in PARTIES if pattern.search(words))
    return next(found, PartyKind.NOT_STATED)


def source_of(look: Look, name: str, title: str, publisher: str) -> Source:
    """Return the record of the table as a source."""
    return Source(
        id=name,
        title=title,
        publisher=publisher,
        kind=SourceKind.DATA_SET,
        tier=Tier.SECONDARY,
        language=language_of(look.table.columns),
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
        return _dates(look, name)
    if role in {Role.FIGURE, Role.LOW, Role.HIGH}:
        style = look.numbers(name).style
        return Column.model_validate({"numbers": style}) if style != STYLE else Column()
    if role is Role.HEDGE:
        return _hedge(look, name)
    if role in {Role.MONTH, Role.DAY}:
        return Column(means=two_digits(look.distinct(name)))
    return Column()


def _dates(look: Look, name: str) -> Column:
    """Return how days are written: a form, what words mean, and both for the odd ones."""
    written = look.days(name)
    if written is None:
        return Column()
    cells = dict.fromkeys(row.cells.get(name, "") for row in look.sample.rows)
    odd = {cell: spoken(cell) for cell in cells if not written.reads(cell) and spoken(cell)}
    if not written.is_spoken:
        return Column(date=written.form, means=odd)
    return Column(means=odd, otherwise=Otherwise.REFUSE, why=NOT_LISTED)


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
