"""What is measured, and how to run it: each file is a command that prints its figures (see README.md)."""
