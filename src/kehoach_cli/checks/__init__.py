"""What can be wrong in a workspace, and the words for it."""
