"""French law on internships and work-study contracts, as pure functions of facts and dates."""
