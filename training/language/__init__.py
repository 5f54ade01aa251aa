"""How the language model is trained: the sets, the model, the export."""
