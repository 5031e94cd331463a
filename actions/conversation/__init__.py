"""What a message means by what was said before it, and what is said beside answering."""
