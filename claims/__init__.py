"""On Record: what was said, how firmly, by whom, through whom, about when.

The package knows nothing of the browser. Data flows one way: files become
records and problems, records enter the ledger, a filter selects from it, and
analysis, prose and exports are made of what the filter returns.
"""
