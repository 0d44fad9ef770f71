"""The consolidated report as one HTML file."""
