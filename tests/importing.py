"""A small set and its mapping, as tests of imports use them; every figure is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.collection import Collection
from claims.imports import loading
from claims.imports.mapped import chunks
from claims.imports.tables.opening import open_table
from claims.records import Claim

if TYPE_CHECKING:
    from pathlib import Path

    from claims.errors import Problem
    from claims.imports.mapping import Mapping
    from claims.imports.tables.table import Table

MAPPING = """
name: harbour
title: Harbour fire, daily tolls
parties:
  - {id: city-hospital, name: City Hospital, kind: health authority, aliases: [The Hospital]}
  - {id: toll-watch, name: Toll Watch, kind: research body}
sources:
  - {id: harbour-tolls, title: Harbour tolls, publisher: toll-watch, kind: data set,
     tier: secondary, language: en}
indicators:
  - {id: harbour-killed, title: People killed in the harbour fire, kind: casualty figure,
     unit: deaths, basis: tally, baseline: 2024-05-01, includes: people killed}
  - {id: harbour-injured, title: People injured in the harbour fire, kind: casualty figure,
     unit: injured, basis: tally, baseline: 2024-05-01, includes: people injured}
tables:
  - name: daily
    recognised_by: [day, killed]
    source: harbour-tolls
    claimant: "{by}"
    party_kind: rights group
    said_on: "{day}"
    period: 2024-05-01/{day}
    hedge: "{how}"
    note: "{remark}"
    columns:
      how: {means: {ca: about, more: more than}}
    left_out:
      - {column: state, holds: [carried], why: carried forward}
    refused:
      - {column: state, holds: [missing], why: no report that day}
    figures:
      - {column: killed, indicator: harbour-killed}
      - {column: injured, indicator: harbour-injured}
"""
ROWS = """day,by,killed,how,injured,state,remark
2024-05-01,City Hospital,4,,12,,
2024-05-02,City Hospital,9,ca,20-25,,counted twice
2024-05-03,The Hospital,11,,Unknown,,
"""


def mapping(text: str = MAPPING) -> Mapping:
    """Return a mapping from its YAML."""
    return loading.parse(text, "harbour.yaml")


def table(folder: Path, text: str = ROWS, name: str = "tolls.csv") -> Table:
    """Write a file and open it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return open_table(path)


def read(
    rows: Table, how: Mapping | None = None, known: Collection | None = None
) -> tuple[list[Claim], list[Problem]]:
    """Return the claims and problems of a whole table."""
    found = list(chunks(rows, how or mapping(), known or Collection()))
    claims = [i.record for c in found for i in c.records if isinstance(i.record, Claim)]
    return claims, [problem for chunk in found for problem in chunk.problems]
