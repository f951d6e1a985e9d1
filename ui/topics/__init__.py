"""The topic editor: topics made and changed by people who are not programmers."""
