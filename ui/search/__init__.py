"""The room where all of the archive is searched while typing."""
