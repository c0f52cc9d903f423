"""The documents and the habits of the house."""
