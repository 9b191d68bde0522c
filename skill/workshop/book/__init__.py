"""The review book: the whole medicine and its words as one page that a clinician can sign.

Reads what authors write, since only that holds sources and states of review. No door uses it.
"""
