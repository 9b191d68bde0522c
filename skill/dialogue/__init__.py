"""The pure conversation: user acts in, named utterances out. Knows no Alexa, no Flask, no words."""
