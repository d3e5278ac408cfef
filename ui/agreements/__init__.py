"""The room of agreements: the register of all papers, and how they stand to one another."""
