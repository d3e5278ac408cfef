"""The inbox: new papers, what is proposed for each with its reason, and a person's yes."""
