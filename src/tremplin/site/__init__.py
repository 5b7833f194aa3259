"""The doors put together: settings, addresses, command line."""
