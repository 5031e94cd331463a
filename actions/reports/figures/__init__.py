"""Figures: which number of a report a question asks for, which it has, and how it is told."""
