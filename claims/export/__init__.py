"""Records to words and files."""
