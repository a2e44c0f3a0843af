"""From an article to proposed claims, in stages: each reads what the one before found."""
