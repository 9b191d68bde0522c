"""Measures the product against a hello world on ask-sdk-core; ``make bench`` runs it.

Only ratios mean anything: two things run in turns on one machine, and each pair is one ratio.
"""
