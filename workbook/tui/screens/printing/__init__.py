"""The export: what is to be printed, and the writing of it."""
