"""The tests: one flat file per module, the pages, the routes, and the whole in a browser."""
