"""Measurements of speed and memory; run from a checkout, not installed."""
