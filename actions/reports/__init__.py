"""Answers about public audit reports: what is asked, of which report, and what its text says."""
