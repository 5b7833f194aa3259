"""Evidence: figures found in French text, how they are worded, and the guard that keeps documents honest."""
