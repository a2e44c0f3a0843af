"""What a parse adds to what numbers count: the verb that governs a number, however far it stands.

In "two nuns who had come to teach in the valley were killed" the words between mislead; the
parse says that the nuns were killed. The words of each kind are those of
`claims.extraction.events.kinds`, and the rules are believed wherever they say what happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extraction import events
from claims.extraction.events import Counted
from claims.extraction.events.kinds import Form, What
from claims.extraction.events.lexicon import AMBIGUOUS, THINGS, is_person, told_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.extraction.engines.trees import Tree
    from claims.extraction.events.words import Words
    from claims.extraction.numbers import Found

NEXT_TO_NOUN = frozenset("nummod nmod compound quantmod amod det".split())
"""Relations of a number to the noun that it stands before."""
LISTED = frozenset("conj appos".split())
"""Relations over which what happened to one happened to the other."""
TOLD_OF = frozenset("acomp attr oprd xcomp prep pcomp advmod dobj".split())
"""Relations of what a verb tells of its subject: `are feared dead`, `are in custody`."""
PARTS = frozenset("including include among".split())
"""Words that make a number part of the one before."""
FAR = 4
"""Members of a list between a number and the one whose verb is told, at most."""
OF_PEOPLE = events.HARM | {What.MISSING, What.DISPLACED, What.RESCUED, What.TROOPS}
"""Kinds that happen to people only."""
OF_THINGS = frozenset({What.TROOPS, What.WEAPONS, What.ATTACKS, What.OTHER})
"""Kinds that tell what is counted, not what happened to it."""


def counted(words: Words, numbers: Sequence[Found], tree: Tree) -> list[Counted]:
    """Return what each number of a sentence counts, by the rules and by the parse."""
    by_rules = {one.number.start: one for one in events.counted(words, numbers)}
    both = ((by_rules.get(n.start), by_parse(words, n, tree)) for n in numbers)
    return [one for ruled, parsed in both if (one := _better(ruled, parsed))]


def _better(ruled: Counted | None, parsed: Counted | None) -> Counted | None:
    """Return what a number counts where rules and parse differ: `captured 212 troops`.

    The parse is believed where the rules say nothing, and where they only name what is counted
    and the parse says what happened to it.
    """
    if ruled is None or parsed is None:
        return ruled or parsed
    return parsed if ruled.what in OF_THINGS and parsed.what in events.HARM else ruled


def by_parse(words: Words, number: Found, tree: Tree) -> Counted | None:
    """Return what a number counts by its tree alone, None where the tree does not say."""
    stretch = tree.between(number.number_start, number.number_end)
    if not stretch:
        return None
    head = _noun_before(tree, stretch)
    noun = _noun_counted(tree, head, stretch)
    part = False
    for word in _listed(tree, head):
        part = part or tree.lower[tree.governors[word]] in PARTS
        for place, form in _tellers(tree, word):
            cue = words.first_from(tree.starts[place])
            what = told_at(words, cue).get(form)
            if what and _may_be(what, noun, words.at(cue), number):
                after = words.first_from(tree.ends[max(head, stretch[-1])])
                return Counted(number, what, noun, part, cue, after, "parse")
    return None


def _may_be(what: What, noun: str, cue: str, number: Found) -> bool:
    """Tell whether something can have happened to a thing: people are killed, farms are not."""
    if what in OF_PEOPLE:
        return is_person(noun) if noun else cue not in AMBIGUOUS
    return number.value is not None or noun not in THINGS


def _noun_before(tree: Tree, stretch: range) -> int:
    """Return the noun that a number stands before, else the number itself."""
    head = tree.head_of(stretch)
    governor = tree.governors[head]
    is_noun = governor > stretch[-1] and tree.tags[governor][0] in "NJ"
    return governor if is_noun and tree.relations[head] in NEXT_TO_NOUN else head


def _noun_counted(tree: Tree, head: int, stretch: range) -> str:
    """Return the noun that a number counts, `citizens` in `one of the citizens`, else ""."""
    if head not in stretch:
        return tree.lower[head]
    of = stretch[-1] + 1
    if of < len(tree.lower) and tree.lower[of] == "of":
        return next((tree.lower[n] for n in tree.governed(of) if tree.tags[n][0] == "N"), "")
    return ""


def _listed(tree: Tree, word: int) -> Iterator[int]:
    """Yield a word and those that it is listed with or is part of: `five men and two boys`."""
    yield word
    for _ in range(FAR):
        above = tree.governors[word]
        if tree.relations[word] in LISTED and above != word:
            word = above
        elif tree.relations[word] == "pobj" and tree.lower[above] in PARTS:
            word = tree.governors[above]
        else:
            return
        yield word


def _tellers(tree: Tree, word: int) -> Iterator[tuple[int, Form]]:
    """Yield the words that may tell what happened to a thing, with the form they must have.

    The verb that governs it goes before a clause about it: "freed two men who were kidnapped".
    """
    relation, above = tree.relations[word], tree.governors[word]
    if relation in {"nsubjpass", "nsubj"}:
        yield from _of_subject(tree, above, passive=relation == "nsubjpass")
    elif relation == "dobj" and tree.tags[above].startswith("V"):
        yield above, Form.DOING
        yield above, Form.DONE
    elif relation == "pobj" and tree.lower[above] == "of":
        yield tree.governors[above], Form.NAME
        yield tree.governors[above], Form.DOING
    for below in tree.governed(word):
        if tree.relations[below] == "acl":
            yield from _of_subject(tree, below, passive=tree.tags[below] == "VBN")
        elif tree.relations[below] == "relcl":
            yield from _of_subject(tree, below, passive=_is_passive(tree, below))


def _of_subject(tree: Tree, verb: int, *, passive: bool) -> Iterator[tuple[int, Form]]:
    """Yield what a verb and what follows it tell of its subject."""
    if passive:
        yield verb, Form.DONE
    yield verb, Form.ITSELF
    for below in tree.governed(verb):
        if tree.relations[below] in TOLD_OF and below > verb:
            yield below, Form.ITSELF
            if tree.tags[below] == "VBN":
                yield below, Form.DONE


def _is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is in the passive, said of its own subject: `who were killed`."""
    return any(tree.relations[n] in {"auxpass", "nsubjpass"} for n in tree.governed(verb))
