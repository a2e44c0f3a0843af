"""The browser's view of the records: it draws, and computes nothing."""
