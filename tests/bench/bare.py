"""The least that Streamlit can be: one chart and one choice."""

import altair as alt
import pandas as pd
import streamlit as st

chosen = st.segmented_control("Figures", ["All", "Observed", "Planned"], default="All")
st.markdown(f"Showing {chosen}")
frame = pd.DataFrame({"x": range(50), "y": [(n * n) % 17 for n in range(50)], "chosen": chosen})
st.altair_chart(alt.Chart(frame).mark_point().encode(x="x", y="y"))
