"""The room of programs: what each can show for itself, year by year."""
