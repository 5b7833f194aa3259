"""The quick answers' rules, without the web."""
