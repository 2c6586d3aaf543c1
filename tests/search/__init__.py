"""Whether search finds what readers look for: the queries, and what asks them in a real browser."""
