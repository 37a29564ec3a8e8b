package org.tailoff.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where one IDX file is.
 *
 * @param uri of a file or of a resource in a jar; plain or gzipped
 * @param sha256 of the uncompressed bytes, in lower-case hexadecimal digits, where it is known beforehand
 */
record IdxSource(URI uri, Optional<String> sha256) {
    /** A source whose bytes may be any. */
    static IdxSource of(URI uri) {
        return new IdxSource(uri, Optional.empty());
    }

    /** What messages call it: the path of a file, the entry of a jar. */
    String name() {
        String text = uri.toString();
        return file().map(Path::toString).orElse(text.substring(text.lastIndexOf('!') + 1));
    }

    /** The file it is; none for a resource in a jar. */
    Optional<Path> file() {
        return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
    }

    /** Bytes of the file, still compressed if they are. */
    long length() {
        try {
            return Files.size(Path.of(uri));
        } catch (IOException e) {
            throw DataException.of(name(), "a readable file", e.toString());
        }
    }

    /** The raw bytes, still compressed if they are. */
    InputStream open() {
        try {
            return uri.toURL().openStream();
        } catch (IOException e) {
            throw DataException.of(name(), "a readable file", e.toString());
        }
    }
}
