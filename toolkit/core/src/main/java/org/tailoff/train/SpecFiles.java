package org.tailoff.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tailoff.data.CsvFormat;
import org.tailoff.data.CsvRoles;
import org.tailoff.data.CsvTable;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.Mnist;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.spec.DataSource;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SpecException;
import org.tailoff.spec.Specs;
import org.tailoff.train.file.ConfigurationFile;

/** Specs in files, with the files that they name; those are looked for from the directory of the spec. */
public final class SpecFiles {
    private SpecFiles() {}

    /**
     * Reads a spec. Its network may be {@code network: {dl4j: FILE, initialiser: ID}}, with any
     * {@code MultiLayerConfiguration} as JSON, as YAML or in a model zip of {@code ModelSerializer}.
     *
     * @param file the spec
     * @return the spec, with the configuration itself in place of the name of its file
     * @throws SpecException if a file cannot be read or breaks a rule; one line that names it
     */
    public static RunSpec read(Path file) {
        return Specs.read(text(file), file.toString(), name -> ConfigurationFile.read(file.resolveSibling(name)));
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            String found = Files.exists(file) ? "a directory" : "nothing";
            throw new SpecException(file + ": expected a file, found " + found);
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SpecException(file + ": expected a text in UTF-8, found " + e);
        }
    }

    /**
     * Reads the examples of a spec.
     *
     * @param source where they come from
     * @param directory where its paths start: that of the spec
     * @return the whole sets
     * @throws org.tailoff.data.DataException if a file is missing, or wrong in a line or at an offset
     */
    public static ExampleSets examples(DataSource source, Path directory) {
        if (source instanceof DataSource.Csv csv) {
            return table(csv, directory.resolve(csv.file()));
        }
        return source instanceof DataSource.Idx idx
                ? ExampleSets.read(directory.resolve(idx.directory()), idx.labelsFrom())
                : Mnist.embedded();
    }

    private static ExampleSets table(DataSource.Csv csv, Path file) {
        char separator = csv.separator().equals(DataSource.Csv.TAB)
                ? '\t'
                : csv.separator().charAt(0);
        CsvFormat format = new CsvFormat(csv.header(), separator, csv.decimal().charAt(0));
        CsvRoles roles = csv.targets().isEmpty() ? CsvRoles.label(csv.label()) : CsvRoles.targets(csv.targets());
        CsvTable table = CsvTable.read(file, format, roles.ignoring(csv.ignore()));
        int[] order = Shuffle.identity(table.count());
        Shuffle.inPlace(order, new NamedStreams(csv.split().seed()).stream("splitting"));
        ExampleSets sets =
                table.split(order, csv.split().validation(), csv.split().test());
        return csv.scale() == DataSource.Rescaling.STANDARD ? sets.standardised() : sets;
    }
}
