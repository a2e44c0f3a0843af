"""Claims leave the house: tables, packages, linked data, feeds, citations, evidence packs."""
