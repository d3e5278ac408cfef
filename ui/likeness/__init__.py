"""Documents that resemble each other, side by side: joined, kept apart; and one that is split."""
