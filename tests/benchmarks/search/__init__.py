"""Whether search finds, how soon, and what it costs to fetch: this site's search beside others on the same content."""
