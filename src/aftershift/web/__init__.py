"""The street: Django. Parse, call one action or query, render."""
