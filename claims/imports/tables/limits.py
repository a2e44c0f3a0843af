"""How much of a file is read. Each limit is named by the message of what goes beyond it."""

from __future__ import annotations

MAX_FILE = 2 * 2**30
"""Bytes of a file."""
MAX_UNPACKED = 2**28
"""Bytes that a workbook or a package in a zip may unpack to, taken together."""
MAX_GZIP = MAX_FILE
"""Bytes that a compressed CSV may unpack to; it is read piece by piece."""
MAX_RATIO = 300
"""Times that a file in a zip may be larger than what is packed: text seldom comes near 50."""
MAX_ROWS = 20_000_000
"""Rows of a Parquet file, which may say that a small one holds any number of them."""
MAX_CELL = 100_000
"""Characters of a cell."""
MAX_COLUMNS = 1_000
MAX_HEADING = 500
"""Characters of a heading; the rest of a longer one is cut."""
MAX_LINE = 2**20
"""Characters of a line of a text file."""
MAX_OPEN_LINES, FEWEST_OPEN_LINES = 1_000, 20
"""Lines that a row of a CSV may run over; halved by each quotation mark that never closes."""
MAX_ELEMENT = 2**25
"""Characters of an element of a JSON list."""
MAX_PROBLEMS = 100
"""Problems of a file as a whole that are listed one by one."""
MAX_CELLS = 10_000_000
"""Cells of a sheet, those between its corners that are empty among them: all are held at once."""
MAX_UNREADABLE = 100_000
"""Cells of a sheet that are in error, or formulas without a result."""
