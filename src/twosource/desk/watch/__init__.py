"""The watch: polls feeds, looks at the pages that their entries lead to, now and again, and hands them to the desk."""
