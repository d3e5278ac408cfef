"""Pages that are pictures: read by machine one by one, newest papers first, or typed by hand."""
