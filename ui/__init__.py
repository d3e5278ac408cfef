"""How people reach the archive: the window and the console."""
