"""What is known of the cooperation: one module a noun, each keeping its own rules."""
