"""The questions a clerk asks: workspace in, frozen view out."""
