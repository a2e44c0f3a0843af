"""What only SQLite spells this way: opening, pragmas, triggers, full text and upsert.

Everything else in this package is SQLAlchemy Core and knows no engine.
"""

from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Text,
    and_,
    column,
    create_engine,
    event,
    false,
    func,
    literal_column,
    select,
    table,
    tuple_,
)
from sqlalchemy.pool import QueuePool

from claims.ledger.schema import METADATA, PROJECTIONS, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import timedelta
    from pathlib import Path

    from sqlalchemy import ColumnElement, Connection, Engine, Select

WAIT = 30.0
"""Seconds that a writer waits for another one."""
APPLICATION = 0x4F6E5265
"""Marks the file as a ledger of On Record in its header."""
PRAGMAS = (
    "foreign_keys=ON",
    "synchronous=FULL",
    "cache_size=-32768",
    "temp_store=MEMORY",
    "wal_autocheckpoint=16384",
)
WRITE = "BEGIN IMMEDIATE"
WRITE_CACHE = "PRAGMA cache_size=-131072"
"""A batch touches many pages; what does not fit would be written twice."""
TRIGGERS = (
    """CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER revision_dense BEFORE INSERT ON revision
    WHEN NEW.rev IS NOT (SELECT coalesce(max(rev), 0) + 1 FROM revision)
    BEGIN SELECT RAISE(ABORT, 'revisions are numbered without gaps'); END""",
    """CREATE TRIGGER revision_clock BEFORE INSERT ON revision
    WHEN NEW.at < (SELECT at FROM revision ORDER BY rev DESC LIMIT 1)
    BEGIN SELECT RAISE(ABORT, 'the ledger clock may not run backwards'); END""",
)
WORDS = {"statement": 4.0, "quotes": 3.0, "names": 2.0, "notes": 1.0}
"""Columns of the full text, and how much a hit in each weighs."""
FULL_TEXT = f"""CREATE VIRTUAL TABLE span_fts USING fts5(
    {", ".join(WORDS)}, content='', tokenize="porter unicode61 remove_diacritics 2")"""
ADD_TO_CELL = """INSERT INTO cell (scope, facet, value, n) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET n = n + excluded.n"""
TAKE_FROM_CELL = "UPDATE cell SET n = n - ? WHERE scope = ? AND facet = ? AND value = ?"
VOCABULARY = "CREATE VIRTUAL TABLE temp.span_words USING fts5vocab(main, span_fts, instance)"

span_fts = table("span_fts", column("rowid", BigInteger), *(column(name, Text) for name in WORDS))
span_words = table("span_words", column("term"), column("doc"), column("col"), column("offset"))


def connect(path: Path, *, read_only: bool) -> Engine:
    """Return an engine on a file; it makes the file when not read-only."""
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    if read_only and not os.access(path.parent, os.W_OK) and not _log(path).exists():
        address += "&immutable=1"

    def creator() -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite://", creator=creator, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def writer(engine: Engine) -> Engine:
    """Return the engine with transactions that take the write lock at once."""
    return engine.execution_options(begin=WRITE)


def _log(path: Path) -> Path:
    """Return the write-ahead log beside a file."""
    return path.with_name(f"{path.name}-wal")


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin as the engine says; the driver would begin a read too late and a write lazily."""
    begin = connection.get_execution_options().get("begin", "BEGIN")
    if begin == WRITE:
        connection.exec_driver_sql(WRITE_CACHE)
    connection.exec_driver_sql(begin)


def prepare(engine: Engine, *, read_only: bool) -> tuple[int, int]:
    """Make the tables in a blank file; return the application mark and the schema version."""
    with engine.begin() as connection:
        blank = _is_blank(connection)
    if blank and not read_only:
        _use_log(engine)
        with writer(engine).begin() as connection:
            if _is_blank(connection):
                create(connection)
    with engine.begin() as connection:
        return _marks(connection)


def _marks(connection: Connection) -> tuple[int, int]:
    """Return the application mark and the schema version in the header of the file."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    return int(mark), int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _is_blank(connection: Connection) -> bool:
    """Tell whether the file holds nothing yet."""
    return not connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()


def _use_log(engine: Engine) -> None:
    """Keep a write-ahead log, so that readers and the writer never wait for each other."""
    raw = engine.raw_connection()
    raw.cursor().execute("PRAGMA journal_mode=WAL")
    raw.close()


def create(connection: Connection) -> None:
    """Make all tables, triggers and the full text in a blank file."""
    METADATA.create_all(connection)
    for trigger in TRIGGERS:
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(FULL_TEXT)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def clear(connection: Connection) -> None:
    """Make the projections anew and empty; the revisions stay."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS span_fts")
    METADATA.drop_all(connection, tables=PROJECTIONS)
    METADATA.create_all(connection, tables=PROJECTIONS)
    connection.exec_driver_sql(FULL_TEXT)
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def insert_many(
    connection: Connection, name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    """Insert rows as the driver takes them; Core would copy each of them twice."""
    if rows:
        places = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - names are ours
        connection.exec_driver_sql(sql, [tuple(row) for row in rows])


def add_to_cells(connection: Connection, changes: Sequence[tuple[str, str, str, int]]) -> None:
    """Add each change (scope, facet, value, n) to its counter, making those that are new."""
    grown = [tuple(change) for change in changes if change[-1] > 0]
    shrunk = [(-n, *key) for *key, n in changes if n < 0]
    if grown:
        connection.exec_driver_sql(ADD_TO_CELL, grown)
    if shrunk:
        connection.exec_driver_sql(TAKE_FROM_CELL, shrunk)
        connection.exec_driver_sql("DELETE FROM cell WHERE n = 0")


def field_of(state: ColumnElement[str], name: str) -> ColumnElement[str]:
    """Return a field of a record's state."""
    return func.json_extract(state, f"$.{name}")


def are_apart(
    one: ColumnElement[str], other: ColumnElement[str], by: timedelta
) -> ColumnElement[bool]:
    """Return the condition that two EDTF texts name single days that lie more than so far apart."""
    days = and_(*(func.length(text) == len("2021-07-27") for text in (one, other)))
    apart = func.abs(func.julianday(one) - func.julianday(other)) > by.days
    return func.coalesce(and_(days, apart), false())


def among(column: ColumnElement[str], values: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of some values, however many these are."""
    each = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(each.c.value))


def one_of(columns: Sequence[ColumnElement[Any]], rows: Iterable[tuple[object, ...]]) -> Any:  # noqa: ANN401 - a condition of SQLAlchemy
    """Return the condition that some columns hold one of some rows, however many these are."""
    each = func.json_each(json.dumps(list(rows))).table_valued("value")
    places = (func.json_extract(each.c.value, f"$[{place}]") for place in range(len(columns)))
    return tuple_(*columns).in_(select(*places))


def matches(words: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that the full text holds all words, the last one as a beginning."""
    quoted = " ".join(f'"{word}"' for word in words)
    return literal_column("span_fts").op("MATCH")(f"{quoted} *")


def matching(words: Iterable[str]) -> Select[tuple[int]]:
    """Return the revisions whose full text holds all words."""
    return select(span_fts.c.rowid).where(matches(words))


def relevance() -> ColumnElement[float]:
    """Return the rank of a full-text hit, the best being lowest."""
    return func.bm25(literal_column("span_fts"), *(literal_column(str(w)) for w in WORDS.values()))


def open_vocabulary(connection: Connection) -> None:
    """Make `span_words` readable on this connection: each word, where it stands."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.span_words")
    connection.exec_driver_sql(VOCABULARY)
