"""Where Streamlit starts."""
