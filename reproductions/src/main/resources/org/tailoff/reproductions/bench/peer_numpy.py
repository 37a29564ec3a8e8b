#!/usr/bin/env python3
"""The peer that `tailoff bench --peer` times beside its own engines: one step of the book's network in vectorised NumPy.

784-H-10, sigmoid, cross-entropy, L2, mini-batches of M; plain stochastic gradient descent that records nothing.

usage: peer_numpy.py DIRECTORY HIDDEN MINI_BATCH    (DIRECTORY holds MNIST's two training files, gzipped)

Reads lines `PRECISION ITERATIONS`, where PRECISION is float or double. For each it makes that many steps and answers with
wall and CPU time in microseconds per iteration. One BLAS thread.
"""
import gzip
import os
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
import numpy as np

TRAINING_IMAGES = 50_000
ETA, LAMBDA = 0.5, 5.0


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class Network:
    """The network in one precision, going on from round to round."""

    def __init__(self, images, labels, hidden, mini_batch, dtype):
        self.x, self.y = images.astype(dtype) / dtype(256), np.eye(10, dtype=dtype)[labels]
        self.random = np.random.RandomState(1)
        normal = lambda *shape: self.random.randn(*shape).astype(dtype)
        self.w1, self.w2, self.b1, self.b2 = normal(784, hidden), normal(hidden, 10), normal(hidden), normal(10)
        self.mini_batch = mini_batch
        self.keep, self.step = dtype(1 - ETA * LAMBDA / TRAINING_IMAGES), dtype(ETA / mini_batch)

    def train(self, iterations):
        """Makes some iterations; returns wall and CPU seconds, without the shuffle."""
        order, m = self.random.permutation(TRAINING_IMAGES), self.mini_batch
        wall, cpu = time.perf_counter(), time.process_time()
        for iteration in range(iterations):
            start = iteration * m % (TRAINING_IMAGES - m + 1)
            self.update(order[start:start + m])
        return time.perf_counter() - wall, time.process_time() - cpu

    def update(self, batch):
        a0 = self.x[batch]
        a1 = sigmoid(a0 @ self.w1 + self.b1)
        d2 = sigmoid(a1 @ self.w2 + self.b2) - self.y[batch]
        d1 = (d2 @ self.w2.T) * a1 * (1 - a1)
        self.w1 *= self.keep
        self.w1 -= self.step * (a0.T @ d1)
        self.w2 *= self.keep
        self.w2 -= self.step * (a1.T @ d2)
        self.b1 -= self.step * d1.sum(0)
        self.b2 -= self.step * d2.sum(0)


def main(directory, hidden, mini_batch):
    def read(name, header):
        with gzip.open(os.path.join(directory, name)) as file:
            return np.frombuffer(file.read(), dtype=np.uint8)[header:]

    images = read("train-images-idx3-ubyte.gz", 16).reshape(-1, 784)[:TRAINING_IMAGES]
    labels = read("train-labels-idx1-ubyte.gz", 8)[:TRAINING_IMAGES]
    networks = {
        name: Network(images, labels, hidden, mini_batch, dtype)
        for name, dtype in (("float", np.float32), ("double", np.float64))
    }
    print("NumPy", np.__version__, flush=True)
    for line in sys.stdin:
        precision, iterations = line.split()
        wall, cpu = networks[precision].train(int(iterations))
        print(wall / int(iterations) * 1e6, cpu / int(iterations) * 1e6, flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
