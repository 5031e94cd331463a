"""Public reports: read them, store them, and answer business questions about them."""
