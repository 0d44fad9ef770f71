"""The consolidated report as PDF, set by typst."""
