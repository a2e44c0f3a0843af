"""Files to records and problems."""
