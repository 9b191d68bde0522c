"""Tells the medicine to people: conditions in words, and the flow of the interview as a picture.

For whoever shows it, the review book and the page; nobody who calls hears any of it.
"""
