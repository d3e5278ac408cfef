"""How records are kept.

Tables, transactions, migrations and the originals. All SQLite-only SQL lives here.
"""
