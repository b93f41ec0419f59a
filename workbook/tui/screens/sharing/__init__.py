"""What two readers let each other see: the making of a copy, and two of them side by side."""
