"""Report cards: what the project says in its own words of reports whose text may not be at hand."""
