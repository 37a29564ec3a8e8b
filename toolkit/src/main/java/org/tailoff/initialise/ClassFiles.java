package org.tailoff.initialise;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class files of one jar or directory. A class needs those that its file names, and those that theirs name: a name stands in the file
 * as it is. What also looks like a name is taken for one, so that rather too much is digested than too little.
 */
final class ClassFiles implements Closeable {
    private static final String ENDING = ".class";

    private final Path root;
    private final Optional<FileSystem> jar;

    private ClassFiles(Path root, Optional<FileSystem> jar) {
        this.root = root;
        this.jar = jar;
    }

    /** Opens a jar or a directory. */
    static ClassFiles in(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return new ClassFiles(place, Optional.empty());
        }
        FileSystem jar = FileSystems.newFileSystem(place);
        return new ClassFiles(jar.getPath("/"), Optional.of(jar));
    }

    /** SHA-256 over the names and the bytes of a class and of all that it needs from here, in the order of the names. */
    String digest(String type) throws IOException {
        TreeMap<String, String> digests = new TreeMap<>();
        Set<String> others = names();
        Deque<String> needed = new ArrayDeque<>(Set.of(type.replace('.', '/')));
        while (!needed.isEmpty()) {
            String name = needed.remove();
            others.remove(name);
            byte[] bytes = Files.readAllBytes(root.resolve(name + ENDING));
            digests.put(name, Sha256.of(bytes));
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            Set<String> named = others.stream()
                    .filter(other -> text.contains(asWritten(other)))
                    .collect(Collectors.toSet());
            others.removeAll(named);
            needed.addAll(named);
        }
        return Sha256.of(digests.toString());
    }

    /** As it stands in a class file whose bytes are read as characters. */
    private static String asWritten(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public void close() throws IOException {
        if (jar.isPresent()) {
            jar.get().close();
        }
    }
}
