"""Documents: the text of an article, a report or a web page, and how one is fetched."""
