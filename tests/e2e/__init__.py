"""Tests of the whole program in a terminal of its own."""
