/** Files of networks: configurations as DL4J writes them, and trained networks for Java and for Python. */
package org.tailoff.train.file;
