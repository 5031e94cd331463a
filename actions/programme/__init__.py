"""Answers about the programme: its promotions, calls, challenges, people and conditions."""
