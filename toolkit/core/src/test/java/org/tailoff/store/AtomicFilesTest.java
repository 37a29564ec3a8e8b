package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path directory;

    @Test
    void aFileIsReplacedWholeAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "a longer text than the new one");
        AtomicFiles.writeText(file, "na\u00efve");
        assertThat(file).hasContent("na\u00efve");
        assertThat(directory).isDirectoryContaining("glob:**a.txt");
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void anEmptyFileIsWritten() throws IOException {
        AtomicFiles.write(directory.resolve("empty"), new byte[0]);
        assertThat(directory.resolve("empty")).isEmptyFile();
    }

    @Test
    void aFailureLeavesTheOldFileAndNoTemporary() throws IOException {
        Path occupied = Files.createDirectory(directory.resolve("occupied"));
        Files.writeString(occupied.resolve("inside"), "kept");
        assertThatIOException().isThrownBy(() -> AtomicFiles.writeText(occupied, "new"));
        assertThat(occupied.resolve("inside")).hasContent("kept");
        assertThat(directory.toFile().list()).containsExactly("occupied");
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path file = directory.resolve("nowhere/a.txt");
        assertThatIOException()
                .isThrownBy(() -> AtomicFiles.writeText(file, "x"))
                .withMessageContaining("nowhere");
    }

    @Test
    void temporaryNamesDiffer() {
        Path file = directory.resolve("a.txt");
        assertThat(AtomicFiles.temporaryFor(file)).isNotEqualTo(AtomicFiles.temporaryFor(file));
    }

    @Test
    void onlyTemporariesAreDeleted() throws IOException {
        Files.createFile(AtomicFiles.temporaryFor(directory.resolve("a.txt")));
        Files.createFile(directory.resolve("a.tmp"));
        AtomicFiles.deleteTemporaries(directory);
        assertThat(directory.toFile().list()).containsExactly("a.tmp");
    }
}
