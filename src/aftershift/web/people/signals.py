"""What this wing announces; the wings above it listen."""

from django.dispatch import Signal

# Sent inside the transaction that takes somebody out of a household, with by= and member=.
member_removed = Signal()

# Sent inside whatever transaction opens somebody's session, with person= and vault=.
entered = Signal()
