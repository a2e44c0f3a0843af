"""The script that Streamlit runs for each visitor."""

from dashboard.main import main

main()
