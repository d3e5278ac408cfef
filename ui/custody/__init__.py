"""Around the archive: making one, checking its originals, taking it away and bringing it back."""
