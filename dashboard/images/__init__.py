"""Pictures of claims and of views: for previews, for embedding, for the page of a paper.

They are drawn without a browser, fetch nothing, and are the same for the same selection.

    card.claim_card(selection, claim, "png")
    chart.chart(selection, said="At least five people were killed …", form="svg")
"""
