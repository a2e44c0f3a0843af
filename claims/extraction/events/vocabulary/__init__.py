"""The words of news reports by kind of figure, one module for each field of events."""
