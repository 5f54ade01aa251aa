"""How the tables and models that ship are made; not part of the package that ships."""
