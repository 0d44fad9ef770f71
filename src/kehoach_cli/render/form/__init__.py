"""The form that an agency fills in, as an Excel workbook."""
