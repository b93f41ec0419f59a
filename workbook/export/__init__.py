"""Floor 3: a chapter and its answers as Markdown, and back."""
