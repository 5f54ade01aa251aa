"""Who is coded as what: sentences of our own with the actor in brackets."""
