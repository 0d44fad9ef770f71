"""Views to text: terminal, json, csv, markdown, diagnostics."""
