"""The parts of the Desk: an article with its proposals, a draft's numbers, a source read again."""
