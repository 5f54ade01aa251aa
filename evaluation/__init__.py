"""Holding what twosource finds against gold records; not part of the package that ships."""
