"""What the program carries along: words, icons, vocabularies, samples, styles."""
