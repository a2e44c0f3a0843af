"""Generated values: hedged quantities, periods and whole claims, hostile text included."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from claims.fields import UNSAFE
from claims.hedges import MEASURES, VAGUE, Bounds, Hedge, Number
from claims.periods import Period, parse
from claims.quantities import Quantity
from claims.records import Claim, Evidence, Review, Withdrawal
from claims.vocabulary import Kind, ReviewState

texts = (
    st.text(min_size=1, max_size=60)
    .map(lambda text: UNSAFE.sub("", text).strip())
    .filter(lambda text: text != "")
)
"""Any text that a record may hold: markup, quotes, right-to-left script, emoji."""
slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
units = st.sampled_from(["deaths", "troops", "attacks", *sorted(MEASURES)])

counts = st.integers(0, 10**12) | st.sampled_from([0, 1, 5, 9, 10, 12, 50, 2_500, 170_000])
measures = st.integers(0, 10**6).map(lambda hundredths: hundredths / 100)


def _numbers(unit: str) -> st.SearchStrategy[Number]:
    """Return numbers as a source prints them: whole for things counted, else to two places."""
    return measures if unit in MEASURES else counts


@st.composite
def quantities(draw: st.DrawFn, hedges: st.SearchStrategy[Hedge] | None = None) -> Quantity:
    """Draw a quantity whose bounds follow from the hedge table."""
    unit = draw(units)
    hedge = draw(hedges or st.sampled_from(Hedge))
    if hedge is Hedge.NOT_STATED:
        return Quantity.of("an undisclosed number", hedge, None, unit)
    if hedge is Hedge.VAGUE:
        word = draw(st.sampled_from(sorted(VAGUE)))
        return Quantity.of(word, hedge, VAGUE[word], unit)
    if hedge is Hedge.BETWEEN:
        ends = st.lists(_numbers(unit), min_size=2, max_size=2, unique=True).map(sorted)
        low, high = draw(ends)
        return Quantity.of(f"between {low} and {high}", hedge, None, unit, between=(low, high))
    value = draw(_numbers(unit))
    return Quantity.of(f"{hedge} {value}", hedge, value, unit)


def _bounds(low: Number | None, width: Number | None, *, strict: bool) -> Bounds:
    high = None if width is None else (low or 0) + width
    return Bounds(low, high, low_strict=strict, high_strict=strict and high is not None)


bounds = st.builds(
    _bounds,
    st.none() | st.integers(0, 20),
    st.none() | st.integers(1, 20),
    strict=st.booleans(),
)
"""Bounds that some number satisfies, close enough together to meet half the time."""

dates = st.dates(date(1, 1, 1), date(9999, 12, 31))
plain_dates = st.builds(
    lambda day, length: day.isoformat()[:length], dates, st.sampled_from([4, 7, 10])
)


@st.composite
def edtf(draw: st.DrawFn) -> str:
    """Draw an EDTF text of level 0 or 1: a date, a qualified one, a decade or an interval."""
    near = st.dates(date(1990, 1, 1), date(2030, 12, 31))
    start, end = sorted((draw(near), draw(near)))
    first = start.isoformat()[: draw(st.sampled_from([4, 7, 10]))] + draw(
        st.sampled_from(["", *"~?%"])
    )
    last = end.isoformat() + draw(st.sampled_from(["", *"~?%"]))
    decade = f"{start.year // 10}X"
    interval = [f"{start.isoformat()}/{last}", f"../{last}", f"{first}/.."]
    text: str = draw(st.sampled_from([first, decade, *interval]))
    return text


periods: st.SearchStrategy[Period] = edtf().map(parse)

evidence = st.builds(
    Evidence,
    source=slugs,
    quote=texts,
    prefix=st.none() | texts,
    suffix=st.none() | texts,
    paragraph=st.none() | st.integers(1, 99),
    start=st.none() | st.integers(0, 9_999),
    end=st.none() | st.integers(1, 9_999),
)
reviews = st.builds(
    Review, state=st.sampled_from(ReviewState), by=st.none() | texts, on=st.none() | periods
)
withdrawals = st.builds(Withdrawal, on=periods, by=texts, reason=texts)

claims = st.builds(
    Claim,
    id=st.just(""),
    kind=st.sampled_from(Kind),
    indicator=st.none() | slugs,
    statement=texts,
    quantity=st.none() | quantities(),
    period=st.none() | periods,
    said_on=st.none() | periods,
    claimant=slugs,
    chain=st.lists(slugs, min_size=1, max_size=4).map(tuple),
    planned=st.booleans(),
    evidence=st.lists(evidence, min_size=1, max_size=3).map(tuple),
    review=reviews,
    supersedes=st.none() | slugs,
    withdrawn=st.none() | withdrawals,
    tags=st.lists(slugs, max_size=3).map(tuple),
    note=st.none() | texts,
)
"""Claims that pass the record's own rules; whether they make sense together is for the checks."""
