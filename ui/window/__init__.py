"""The window around the rooms: header, list of rooms, status line, menus, ways back."""
