"""Before it is sent: a second look at a message, of which no word is kept."""
