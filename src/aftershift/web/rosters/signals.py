"""What this wing announces; the wings above it listen."""

from django.dispatch import Signal

# Sent inside the transaction of every change of shifts or ways, with by= and now=.
rosters_changed = Signal()
