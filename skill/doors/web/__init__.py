"""The web doors: the page to try the skill with on this machine, and the hosted Alexa endpoint.

What is served to others (``hosted``) loads nothing of the page, so this module imports neither.
"""
