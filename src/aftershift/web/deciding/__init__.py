"""A decision between work and those at home, on sheets that are laid side by side.

It is a wing of its own and no page of `agreements`: a sheet is one person's private writing, needs
no link between two accounts, and works where what is for two is put away. Only a sheet that
somebody else fills in on the same device is for two, and stands behind the gates for that
(`gate.asked_first`). No sheet crosses to a linked account: a side of a link holds what agreements
are, in one size, and a second subject in it would want a preview, a way to take it back and an end
of its own. Two people who are linked each fill in their own, and read them to each other.
"""
