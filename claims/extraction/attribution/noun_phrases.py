"""Who is named at a place in a sentence: a small reader of noun phrases.

It knows no grammar: a name of a speaker ends at a comma, a mark, or a word of its tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from string import ascii_lowercase, ascii_uppercase

from claims.extraction.attribution import speakers as words

LONGEST = 16
"""Words of the longest name of a speaker."""

_TOKEN = re.compile(r"\w+(?:[.'’-]\w+)*|[^\w\s]")
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_ABBREVIATED = frozenset("mr mrs ms dr gen col maj capt lt sgt st gov sen rep jr u s".split())
_NOT_IN_NAMES = (
    words.STOPS | words.BEING | words.HAVING | (words.SAYING_VERBS - words.RECORDS - words.HEADS)
)


@dataclass(slots=True)
class Tokens:
    """The words and marks of a text: where each starts and ends, in lower case."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    upper: bool = False
    """The text is printed in capitals throughout, so that they tell nothing."""

    @classmethod
    def of(cls, text: str) -> Tokens:
        """Read the words and marks of a text."""
        found = cls(text)
        lower = text.translate(_LOWER)
        for match in _TOKEN.finditer(lower):
            found.starts.append(match.start())
            found.ends.append(match.end())
        found.words = [lower[s:e] for s, e in zip(found.starts, found.ends, strict=True)]
        letters = sum(map(str.islower, text[:2000]))
        found.upper = letters < sum(map(str.isupper, text[:2000]))
        return found

    def is_capital(self, index: int) -> bool:
        """Tell whether a word starts with a capital in a text where that tells something."""
        return not self.upper and self.text[self.starts[index]].isupper()

    def is_mark(self, index: int) -> bool:
        """Tell whether a token is a mark that ends a name; the point of "Gen." is none."""
        word = self.words[index]
        if word[0].isalnum() or word in {"&", "%", "$", "/", "'", "’"}:
            return False
        return not (word == "." and index > 0 and self._is_abbreviated(index - 1))

    def _is_abbreviated(self, index: int) -> bool:
        word = self.words[index]
        return word in _ABBREVIATED or len(word) == 1 or "." in word

    def printed(self, first: int, last: int) -> str:
        """Return the words between two tokens, both included, as one line."""
        return " ".join(self.text[self.starts[first] : self.ends[last]].split())


def back(tokens: Tokens, last: int, floor: int) -> int:
    """Return the first word of the name that ends at a word; `last` + 1 where there is none."""
    if last >= floor and tokens.words[last] in words.PRONOUNS:
        return last
    index = last
    while index >= floor and last - index < LONGEST:
        word = tokens.words[index]
        if tokens.is_mark(index) or word in _NOT_IN_NAMES:
            break
        if word in {"and", "or"} and not _joins(tokens, index, last):
            break
        index -= 1
    return _without_opener(tokens, index + 1, last)


def _joins(tokens: Tokens, index: int, last: int) -> bool:
    """Tell whether "and" joins two speakers: "police and witnesses"."""
    before, after = tokens.words[index - 1] if index else "", tokens.words[index + 1 : last + 1]
    both = before in words.HEADS and any(word in words.HEADS for word in after)
    return both or (index > 0 and tokens.is_capital(index - 1) and tokens.is_capital(index + 1))


def _without_opener(tokens: Tokens, first: int, last: int) -> int:
    """Return where a name starts after words such as "Meanwhile" or "In July 2020"."""
    opened = first <= last and tokens.words[first] in words.OPENERS
    while first <= last and (
        tokens.words[first] in words.OPENERS | words.TIME_WORDS
        or (opened and tokens.words[first].isdigit())
    ):
        first += 1
    if opened:
        for index in range(last, first, -1):
            if tokens.words[index] in words.ARTICLES:
                return index
    return first


def ahead(tokens: Tokens, first: int, ceiling: int) -> int:
    """Return the last word of the name that starts at a word; `first` - 1 where there is none."""
    index = first
    while index < ceiling and index - first < LONGEST:
        word = tokens.words[index]
        if tokens.is_mark(index) or word in words.STOPS or word in words.PARTICIPLES:
            break
        if (
            word in words.BEING
            or word in words.HAVING
            or word in words.SAYING_VERBS - words.RECORDS
        ):
            break
        if word in {"and", "or", "but"} and not _goes_on(tokens, index, ceiling):
            break
        if word in words.PREPOSITIONS and not _belongs(tokens, index, ceiling):
            break
        if _ends_name(tokens, first, index):
            break
        index += 1
    return index - 1


def _ends_name(tokens: Tokens, first: int, index: int) -> bool:
    """Tell whether a time or another name begins: "Diaz on Monday", "Diaz the soldiers"."""
    word, before = tokens.words[index], tokens.words[index - 1]
    if word in words.TIME_WORDS or word in words.ADVERBS:
        return word in words.DAYS or not tokens.is_capital(index)
    if index == first:
        return False
    following = tokens.words[index + 1 : index + 2]
    if word[:1].isdigit() or (word in words.COUNTING and following and following[0][:1].isdigit()):
        return True
    if word in words.ARTICLES:
        return before not in words.PREPOSITIONS and before not in {"and", "or", "to", "by"}
    return word in words.ISSUED and tokens.words[index + 1 : index + 2] not in (["by"], ["in"])


def _goes_on(tokens: Tokens, index: int, ceiling: int) -> bool:
    """Tell whether a speaker follows "and" too: "police and hospital officials"."""
    following = range(index + 1, min(index + 4, ceiling))
    return any(tokens.words[i] in words.HEADS or tokens.is_capital(i) for i in following)


def _belongs(tokens: Tokens, index: int, ceiling: int) -> bool:
    """Tell whether a preposition goes on with a name: "in Iran", not "on Tuesday", "in 2020"."""
    after = tokens.words[index + 1] if index + 1 < ceiling else ""
    if tokens.words[index] == "to":
        return tokens.words[index - 1] in words.SENT_TO
    if tokens.words[index] == "on" or after.isdigit() or after in words.TIME_WORDS:
        return False
    return after not in {"statement", "interview", "telephone", "phone"} and not (
        tokens.words[index] in {"in", "at", "by"} and after in {"a", "an"}
    )


def named(tokens: Tokens, first: int, last: int) -> str:
    """Return the words that name a speaker, without an article: `Hamas-run health ministry`."""
    while first <= last and (tokens.words[first] in words.ARTICLES or tokens.is_mark(first)):
        first += 1
    while last >= first and tokens.is_mark(last):
        last -= 1
    if first > last:
        return ""
    printed = tokens.printed(first, last)
    return printed[:-2] if printed[-2:].lower() in {"'s", "’s"} else printed


def speaks(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether words name somebody who may speak: a pronoun, a name, "officials"."""
    head = next((i for i in range(first + 1, last + 1) if _is_joint(tokens, i)), last + 1) - 1
    if head < first:
        return False
    word = tokens.words[head]
    known = word in words.HEADS or word in words.OUTLETS or word in words.PRONOUNS
    return known or (tokens.is_capital(head) and word not in words.TIME_WORDS | words.ARTICLES)


def _is_joint(tokens: Tokens, index: int) -> bool:
    """Tell whether a word parts the head of a name from what follows it: "a spokesman for"."""
    return tokens.words[index] in words.PREPOSITIONS or tokens.words[index] in {",", "and"}


def origin(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Return who put out what is named: "statements carried by state media" -> "state media"."""
    for index in range(first, last):
        if tokens.words[index] in words.RECORDS and (start := _put_out_by(tokens, index + 1, last)):
            return start, last
    if last <= first or tokens.words[last] not in words.RECORDS:
        return first, last
    for index in range(last - 1, first - 1, -1):
        word = tokens.words[index]
        if word.endswith(("'s", "’s", "s'", "s’")) and word[:-2] not in words.TIME_WORDS:
            return first, index
    opens = last - 1 == 0 or tokens.words[last - 2] in {".", '"', "“"}
    maker = not (opens and tokens.is_capital(last - 1)) or tokens.words[last - 1] in words.HEADS
    return (first, last - 1) if maker and speaks(tokens, first, last - 1) else (first, last)


def _put_out_by(tokens: Tokens, index: int, last: int) -> int | None:
    """Return where the name after "carried by", "from" or "by" starts."""
    index += tokens.words[index] in words.ISSUED
    return index + 1 if index < last and tokens.words[index] in {"by", "from"} else None
