"""Two hundred ways in which a row of a table can be wrong, one a line, by the column at fault."""

from __future__ import annotations

FIGURES = """
1.234|1 234|1'234|1.234,5|1,234.5|12,34,567|1 234,5|1'234.5|1.234.5|1,2345|1.2.3|,5|5.5|0.5|½
-1|−1|–1|(1)|- 5|-1,000|minus five|1-|(1,234)
=1+1|=SUM(A1:A9)|+SUM(B2)|@SUM(1)|=cmd|'/c calc'!A0|=HYPERLINK("http://example.org")
1e5|1.5E+06|2E10|1.46e+06|9e99|1E400
5?|5 ?|~5?|12??
5%|50 %|3 per cent|2 pct|0.5%
5 killed|3 dead, 2 hurt|12 tanks|5 km|7 kg|3 m|$5|€ 1,000|USD 5|5 rubles|8 hours|3 weeks|4 days
5 (2 children)|3+2|3 + 2|5/6/2024|12:30|2024-05-01|7-8-9|1,2,3|5;6|5/6
none|nobody|no|yes|x|X|ok|see note|see below|tba|pending|to follow|error|#REF!|#N/A!|#VALUE!|#DIV/0!
true|false|True|NOT A NUMBER|inf|Infinity|-inf|NaN5|0x1F|1_000|I|VI|IX|five hundred and|lots|many
9999999999999999|99999999999999999999999|1000000000000001
5\u202e|5\u0007|5\u200f7|\u202d12|\ufffd5|5\u0000
<script>alert(1)</script>|**5**|[5](http://example.org)|![x](http://example.org/x.png)|`5`|<b>5</b>
5 people and 3 dogs|about|at least|more than|up to|between|between 5|between 5 and|from 5|5 to
10 to 5|8-6|100–50|about -5|at least -3|under 0|twice as many|half|a third|two in five
"""
"""Cells of the column `killed`."""
DAYS = """
04/05/2024|5/4/24|2024/05/04|2024.05.04|20240504|4 May 2024|May 4, 2024|04.05.2024|2024-5-4|24-05-04
2024-02-30|2024-13-01|2024-00-10|2023-02-29|0000-01-01|2024-05-32|2024-05-04T25:00|99999-01-01
yesterday|today|Monday|last week|unknown|n.d.|?|45416|1714780800|2024-05-04/|/2024-05-04|2024-W18
2024-05-04 BC|１２-０５-２０２４|=TODAY()|2024-05-04; 2024-05-05|../..|1998-12-31|2024-05-0४
"""
"""Cells of the column `day`."""
HEDGES = ["perhaps", "probably", "possibly", "?", "low", "reported", "1", "min."]
"""Cells of the column `how`."""
CLAIMANTS = ["\u202eevil", "a\u0007b", "x" * 3_000, "\ufeff\u0000"]
"""Cells of the column `by`."""
REMARKS = ["\u202eabc", "a\u0001b", "y" * 2_500, "\ud800"]
"""Cells of the column `remark`."""
RAW = [
    b"2024-06-01,City Hospital,\xff\xfe5,,,,\n",
    b"2024-06-02,City\x00Hospital,5,,,,\n",
    b"2024-06-03,City Hospital,5,,,,,,,,more,cells,than,headings\n",
    b'2024-06-04,City Hospital,"5,,,,\n',
    b'2024-06-05,City Hospital,5,,,,"never closed\n',
    b"2024-06-06,City Hospital,5,,,," + b"z" * 10_000_000 + b"\n",
    b'2024-06-07,City Hospital,5,,,,"' + b"q" * 300_000 + b'"\n',
    b",,5,,,,\n",
    b"City Hospital,2024-06-08,5,,,,\n",
]
"""Whole lines that no spreadsheet would write."""


def cells(listed: str) -> list[str]:
    """Return the cells of a list that is written in lines, parted by bars."""
    return [cell for line in listed.strip().split("\n") for cell in line.split("|")]
