"""Articles and comparisons as text for people and as documents for programs, one format a module."""
