"""Passages: which are found for a question, which sentence is read first, how they are quoted."""
