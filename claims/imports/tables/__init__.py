"""Any file that holds a table, to rows of text."""
