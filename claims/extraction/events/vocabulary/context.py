"""Words around a figure that decide between two kinds, or make a number no figure."""

from __future__ import annotations

NUMBERED = frozenset(
    "kilometre kilometres kilometer kilometers km mile courtroom room gate terminal platform line "
    "aged age zone grade page ward block unit flight highway route exit pier berth day week "
    "chapter article "
    "decree tender post posts pages articles".split()
)
"""Words before a number that is a name: `courtroom 12`."""
BLOWN = frozenset("blow blows blew blown blowing".split())
"""Verbs that destroy a thing and kill a person."""
HOLDING = frozenset(
    "hold holds held holding house houses housed host hosts hosted hosting shelter shelters "
    "sheltered sheltering accommodate accommodates keep keeps kept keeping".split()
)
"""Verbs that tell nothing of those whose noun tells it: `holds 4,500 refugees`."""
FREEING = frozenset("freed frees free freeing released releases release releasing let".split())
"""Verbs of those who come free: hostages are rescued by it, prisoners are not."""
CAPTORS = frozenset(
    "hostage hostages kidnappers kidnapped abducted abductors captors captives captive captivity "
    "ransom abductees kidnapping abduction trapped rubble wreckage debris beneath".split()
)
"""Words of a sentence about hostages, or people who are trapped."""
BROUGHT = frozenset("pull pulls pulled pulling bring brings brought bringing airlifted".split())
"""Verbs that save people and withdraw troops."""
MILITARY = frozenset(
    "battalion infantry garrison garrisoned deployed deployment front barracks mission patrol base "
    "contingent regiment brigade trenches frontline peacekeeping reinforcements outpost "
    "guard numbers numbering force checkpoint border army navy".split()
)
"""Words of a sentence about armed people who are stationed or sent."""
AGED = frozenset("boy girl man woman child baby lad".split())
"""Words before “of” and an age: `a boy of nine`."""
SENTENCED = frozenset("jailed imprisoned jails jailing".split())
"""Verbs that with a term of years are sentences: `jailed three men for 12 years`."""
TERMS = frozenset("years months life".split())
"""Words of a sentence to prison."""
