"""The script that Streamlit runs for each visitor.

It stands in a folder of its own: beside the entry script Streamlit takes a folder named
`pages` for pages of its own kind.
"""

from dashboard.main import main

main()
