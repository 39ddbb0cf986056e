"""Derives the repeating parts of the documentation from the declarations of the resources."""
