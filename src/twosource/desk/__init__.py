"""The desk: a folder in which reports are kept and sorted into stories."""
