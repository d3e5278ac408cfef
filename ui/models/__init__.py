"""Models between the archive and the tables of the window, filled by jobs."""
