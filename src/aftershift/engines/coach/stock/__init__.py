"""What stands ready to be said or offered, as it was authored, and what of it fits."""
