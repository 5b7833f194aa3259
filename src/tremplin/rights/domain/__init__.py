"""What Droits says of an audited agreement: facts in words, requests, comparisons. No Django here."""
