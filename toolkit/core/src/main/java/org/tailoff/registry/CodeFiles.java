package org.tailoff.registry;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The code in one jar or directory, class by class, each with those inside it: its source where that lies beside it,
 * else its class files. A source is the same whatever compiled it.
 *
 * <p>A class needs those that its code names, and those that theirs name. What merely looks like a name is taken for
 * one, so that rather too much is digested than too little.
 */
final class CodeFiles implements Closeable {
    private static final String CLASS = ".class";
    private static final String SOURCE = ".java";

    private final Path root;
    private final Optional<FileSystem> jar;

    private CodeFiles(Path root, Optional<FileSystem> jar) {
        this.root = root;
        this.jar = jar;
    }

    /** Opens a jar or a directory. */
    static CodeFiles in(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return new CodeFiles(place, Optional.empty());
        }
        FileSystem jar = FileSystems.newFileSystem(place);
        return new CodeFiles(jar.getPath("/"), Optional.of(jar));
    }

    /** SHA-256 over the names and the code of a class and of all that it needs from here, in the order of the names. */
    String digest(String type) throws IOException {
        Map<String, List<Path>> others = classFiles();
        SortedMap<String, String> digests = new TreeMap<>();
        Deque<String> needed = new ArrayDeque<>(List.of(outermost(type.replace('.', '/'))));
        while (!needed.isEmpty()) {
            String name = needed.remove();
            Path source = root.resolve(name + SOURCE);
            boolean isSource = Files.isRegularFile(source);
            String code = isSource ? source(source) : bytes(others.get(name));
            others.remove(name);
            digests.put(name, DigestUtils.sha256Hex(code));
            List<String> named = others.keySet().stream()
                    .filter(other -> code.contains(asWritten(isSource ? simple(other) : other)))
                    .toList();
            needed.addAll(
                    named.stream().filter(other -> !needed.contains(other)).toList());
        }
        return DigestUtils.sha256Hex(digests.toString());
    }

    /** With the line ends that it has in the repository. */
    private static String source(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    private static String bytes(List<Path> classFiles) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Path file : classFiles) {
            bytes.write(Files.readAllBytes(file));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** The name without its package, as sources have it. */
    private static String simple(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** As it stands in a file whose bytes are read as characters. */
    private static String asWritten(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The class that a class is inside of. */
    private static String outermost(String name) {
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    /** By the outermost class, in the order of their names. */
    private SortedMap<String, List<Path>> classFiles() throws IOException {
        SortedMap<String, List<Path>> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.sorted().toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(CLASS)) {
                    String type = outermost(name.substring(0, name.length() - CLASS.length()));
                    files.computeIfAbsent(type, first -> new ArrayList<>()).add(file);
                }
            }
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        if (jar.isPresent()) {
            jar.get().close();
        }
    }
}
