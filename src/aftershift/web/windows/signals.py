"""What this wing announces; the wings above it listen."""

from django.dispatch import Signal

# Sent inside the transaction in which somebody lets an hour of a practice go, with by=, practice=
# and left=, the end of its last hour that is still held, or None.
practice_let_go = Signal()
