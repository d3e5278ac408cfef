"""How records are kept: tables, transactions, migrations and the originals. All SQLite-only SQL lives here."""
