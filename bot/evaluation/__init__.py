"""Measure the assistant on sets it was never trained on, through the code that answers the public."""
