"""Nerve Check: does it sound more like a pinched nerve or a muscle spasm, and how soon to act."""
