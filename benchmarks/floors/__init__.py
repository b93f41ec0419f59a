"""Bare programs that the workbook is compared with: what Textual itself costs for the same job."""
