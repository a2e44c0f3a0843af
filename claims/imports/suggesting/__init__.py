"""A mapping suggested for a table that nobody has mapped yet, from its column names and values.

    found = suggested(open_table(path))
    found.mapping, found.reasons, found.doubts

A person may change the role of each column, and state once what no column says:

    with_roles(table, found.roles | {"phase": Role.UNUSED}, Basics(claimant="Ministry of Health"))
"""

from claims.imports.suggesting.role import Basics, Role, Suggestion
from claims.imports.suggesting.suggest import mapping_of, roles, suggested, with_roles

__all__ = ["Basics", "Role", "Suggestion", "mapping_of", "roles", "suggested", "with_roles"]
