"""Proofs: what holds for every possible set of answers and for every interview.

The rules are put to a solver (``theorems``), the interview is walked whole (``walk``). A statement
that fails comes back with the fewest answers, or the shortest interview, that break it.
"""
