"""The ways in: each brings what was said or tapped, and gives back what is said. They are thin."""
