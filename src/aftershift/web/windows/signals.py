"""What this wing announces; the wings above it listen."""

from django.dispatch import Signal

# Sent inside the transaction in which somebody lets a practice go that was held, with by= and
# practice=.
practice_let_go = Signal()
