"""Whether everyone can use the site: axe-core over the pages, keyboard, zoom, and the record the statement is made of."""
