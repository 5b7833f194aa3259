"""Backups: everything in one file, put back identical on this machine or another."""
