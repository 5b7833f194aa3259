"""The journal: what the student did, in order, with figures, proof and the words of others."""
