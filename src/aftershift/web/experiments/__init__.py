"""Experiments of one: does our ritual help? Drawn by chance, kept sealed, read at the end only.

Each experiment is one person's own: the outcome is what this person says in the daily minute. With
a linked account the mean of both may be read beside it, where both said yes (`both`, `sharing`).
"""
