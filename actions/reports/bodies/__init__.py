"""Bodies under audit: their kinds, names, titles and rivals of much the same name."""
