"""Whether every fact of the sources has found its place."""
