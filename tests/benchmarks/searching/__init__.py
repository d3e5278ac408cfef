"""The parts of the benchmark of search: what is asked, our side, the peers, what upkeep costs."""
