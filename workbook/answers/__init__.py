"""Floor 2: what the reader wrote, kept in one TinyDB file that cannot tear."""
