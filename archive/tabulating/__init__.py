"""Tables of activity reports into the catalogue: each row an activity, its page the evidence."""
