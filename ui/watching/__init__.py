"""A folder whose new files come in by themselves: chosen, looked into, said when out of reach."""
