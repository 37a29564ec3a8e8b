package org.tailoff.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files of a finished run with their sizes and digests.
 *
 * @param run the run's id
 * @param files the files
 * @param digest SHA-256 of the manifest with this component empty
 */
record Manifest(String run, List<Entry> files, String digest) {
    Manifest {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param name its name in the directory
     * @param bytes its size
     * @param sha256 its digest, hexadecimal
     */
    record Entry(String name, long bytes, String sha256) {
        static Entry of(Path file) throws IOException {
            return new Entry(
                    file.getFileName().toString(),
                    Files.size(file),
                    new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file));
        }

        void check(Path file) throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new RunStoreException(file + ": expected " + bytes + " bytes, found no file");
            }
            expect(file, bytes + " bytes", Files.size(file) + " bytes");
            expect(
                    file,
                    "SHA-256 " + sha256,
                    "SHA-256 " + new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file));
        }
    }

    /** The manifest of files that are in a directory. */
    static Manifest of(RunDirectory directory, List<String> names) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String name : names) {
            entries.add(Entry.of(directory.file(name)));
        }
        return new Manifest(directory.path().getFileName().toString(), entries, "").sealed();
    }

    /** SHA-256 of each file by its name. */
    SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach(entry -> digests.put(entry.name, entry.sha256));
        return digests;
    }

    private List<String> names() {
        return files.stream().map(Entry::name).toList();
    }

    byte[] toJson() {
        return Json.write(this);
    }

    private Manifest sealed() {
        return new Manifest(run, files, DigestUtils.sha256Hex(new Manifest(run, files, "").toJson()));
    }

    /**
     * Reads a directory's manifest and checks it and every file against it.
     *
     * @throws RunStoreException if a file is missing or changed: names it, what was expected and what was found
     */
    static Manifest readAndCheck(RunDirectory directory) throws IOException {
        Path file = directory.file(RunDirectory.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new RunStoreException(file + ": expected a manifest, found no file: the run is not finished");
        }
        Manifest manifest = parse(file, Files.readAllBytes(file));
        expect(file, "run " + directory.path().getFileName(), "run " + manifest.run);
        if (!manifest.names().equals(RunDirectory.FINISHED_WITH_NETWORK)) {
            expect(file, "files " + RunDirectory.FINISHED, "files " + manifest.names());
        }
        for (Entry entry : manifest.files) {
            entry.check(directory.file(entry.name));
        }
        return manifest;
    }

    private static Manifest parse(Path file, byte[] json) {
        try {
            Manifest manifest = Json.read(json, Manifest.class);
            byte[] expected = manifest.sealed().toJson();
            if (!Arrays.equals(expected, json)) {
                expect(file, "SHA-256 " + DigestUtils.sha256Hex(expected), "SHA-256 " + DigestUtils.sha256Hex(json));
            }
            return manifest;
        } catch (IOException e) {
            throw new RunStoreException(file + ": expected a manifest, found something else", e);
        }
    }

    private static void expect(Path file, String expected, String found) {
        if (!expected.equals(found)) {
            throw new RunStoreException(file + ": expected " + expected + ", found " + found);
        }
    }
}
