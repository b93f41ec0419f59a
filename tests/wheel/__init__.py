"""Tests of what is handed on: the wheel, and what it brings for shells and for `man`."""
