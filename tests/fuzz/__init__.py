"""Real content, mutated: whatever becomes of it, the check tells of it in words, with file and line, and in time."""
