"""The doors for people at a keyboard or a microphone: typing and talking in the terminal."""
