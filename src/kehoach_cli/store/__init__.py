"""The folder on disk: reading, positions, loading, atomic writing."""
