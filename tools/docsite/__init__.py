"""The documentation as a site of pages: what is gathered, how links are carried over, whether they lead somewhere."""
