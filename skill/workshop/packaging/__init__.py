"""Brings the skill to Amazon: the skill package of the ASK CLI, and the zip that AWS Lambda runs.

Works from a clone only, and is never in the zip. ``listing`` says what the store shows, ``bundle``
fills the zip, ``bytecode`` compiles what is in it, ``states`` reads what the ASK CLI wrote.
"""
