"""The room of partnerships: their dossiers, and the editors of what the catalogue says."""
