"""Who is at risk, which fixed path applies, and who can help here and now."""
