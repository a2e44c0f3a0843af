"""The work of the desk: proposed claims suggested, accepted and checked against the record.

work, works     what lies on the desk, and where it is kept
suggest         which indicator, which party, what is on record already
entry           the fields of a card, the records they make, writing them
effects         what a claim agrees and conflicts with, before it is accepted
drafts          each figure of a story beside the record, with a wording to copy
recheck         the quotes on record against a source as it reads now
places          the newsroom's own places, for the extraction
"""
