"""What is asked of a report itself: who wrote, signed and received it, its dates, how to cite it."""
