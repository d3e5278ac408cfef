"""What was done to the archive: undoing it, the trash, and the story of all deeds."""
