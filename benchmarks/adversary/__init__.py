"""Everything that can be done to the program from outside, at random, and a judge of what became of it."""
