"""Reads, checks and compiles the content. Never on the path that answers a caller."""
