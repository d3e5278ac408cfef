"""The inbox: what is proposed for a new paper, and what a person says to it."""
