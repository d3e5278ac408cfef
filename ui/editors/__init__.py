"""Dialogs that enter and correct the catalogue: partnerships, agreements, programs, links."""
