"""Understanding of reports: who is audited, what is recommended, which figures, which themes."""
