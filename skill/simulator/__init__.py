"""Doors for people at a keyboard or a microphone: what was said becomes what Alexa would send."""
