"""How people reach the archive: rooms, reader, widgets."""
