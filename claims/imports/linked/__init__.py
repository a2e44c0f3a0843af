"""Linked data as others publish it: fact-checks in JSON-LD, and our own records in it."""
