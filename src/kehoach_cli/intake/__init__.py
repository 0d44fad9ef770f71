"""What comes from outside becomes plain data here; nothing is written, nothing is trusted."""
