"""kehoach: one plan, its tasks, its reports, one consolidated report."""

__version__ = "0.1.0"
