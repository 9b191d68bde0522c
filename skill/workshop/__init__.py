"""What makes, checks, proves and ships the skill. A running skill never loads any of it."""
