// Inputs and the run over them.
