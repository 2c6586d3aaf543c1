"""Everything that touches the outside: files, processes, MkDocs, pandoc, the terminal."""
