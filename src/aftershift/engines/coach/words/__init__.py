"""Words to say or to send to somebody: made, chosen and put in another form."""
