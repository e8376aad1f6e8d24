"""The lexicon: interface phrases as data, one table a language, each phrase with its sources."""
