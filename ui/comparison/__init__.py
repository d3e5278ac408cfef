"""Two to four cases side by side, theme by theme."""
