"""Pages that are pictures, read in the background while people work."""
