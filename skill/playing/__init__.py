"""A conversation without a caller: stories, dialogs, replay files. No caller waits for it."""
