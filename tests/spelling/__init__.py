"""Whether the words are spelt rightly."""
