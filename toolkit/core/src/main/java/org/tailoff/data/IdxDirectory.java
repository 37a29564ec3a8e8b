package org.tailoff.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A directory with the four IDX files of a data set, under the names that are in use: MNIST's own, a dot in place of
 * their last hyphen but one, another beginning such as EMNIST's {@code emnist-letters-}, {@code test} for {@code t10k},
 * {@code idx4} for images with channels; each plain or, failing that, with {@code .gz}.
 *
 * @param directory the directory
 * @param names of the files in it, sorted
 */
record IdxDirectory(Path directory, List<String> names) {
    private static final String GZ = ".gz";
    private static final int SHOWN = 6;

    /**
     * Lists a directory.
     *
     * @throws DataException if it is none
     */
    static IdxDirectory of(Path directory) {
        if (!Files.isDirectory(directory)) {
            String found = Files.exists(directory) ? "a file" : "nothing";
            throw DataException.of(directory.toString(), "a directory with the four IDX files", found);
        }
        try (Stream<Path> files = Files.list(directory)) {
            return new IdxDirectory(
                    directory,
                    files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw DataException.of(directory.toString(), "a readable directory", e.toString());
        }
    }

    /**
     * Finds a file; those of one set have one beginning, and MNIST's own names come before others.
     *
     * @throws DataException if there is none, or more than one that it could be
     */
    IdxSource find(IdxFile file) {
        String beginning = beginning();
        Set<String> found = new TreeSet<>();
        for (String name : names) {
            Matcher matcher = file.names().matcher(name);
            if (matcher.matches() && matcher.group(1).equals(beginning)) {
                found.add(name.endsWith(GZ) ? name.substring(0, name.length() - GZ.length()) : name);
            }
        }
        String wanted = beginning + file.fileName();
        if (found.isEmpty()) {
            throw DataException.of(
                    directory.toString(),
                    "a file " + wanted + " or, of a set of another name, NAME-" + file.fileName()
                            + ", both with or without .gz",
                    shown(names));
        }
        if (found.size() > 1 && !found.contains(wanted)) {
            throw DataException.of(directory.toString(), "one file for " + wanted, shown(found));
        }
        String name = found.contains(wanted) ? wanted : found.iterator().next();
        return IdxSource.of(
                directory.resolve(names.contains(name) ? name : name + GZ).toUri());
    }

    /** How the names of the set begin: empty for MNIST's own. */
    private String beginning() {
        Set<String> beginnings = names.stream()
                .map(IdxFile.TRAIN_IMAGES.names()::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (beginnings.size() > 1 && !beginnings.contains("")) {
            throw DataException.of(
                    directory.toString(), "the files of one data set", beginnings.size() + " sets: " + beginnings);
        }
        return beginnings.isEmpty() ? "" : beginnings.iterator().next();
    }

    private static String shown(Collection<String> names) {
        String some = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.isEmpty() ? "no files" : some + (names.size() > SHOWN ? ", ..." : "");
    }
}
