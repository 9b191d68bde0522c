"""What the tests expect of the medicine: typed by hand from the clinical knowledge base, as data.

No row looks at the TOML. ``oracles`` holds any medicine against them, real or mutated.
"""
