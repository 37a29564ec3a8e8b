package org.tailoff.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tailoff.store.AtomicFiles;

/** Fills the templates, which were compiled with this package, and writes the pages. */
public final class Pages {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, Pages.class.getPackageName());

    private Pages() {}

    /** Writes a page, all of it or nothing. */
    public static void write(Path file, String template, Object model) throws IOException {
        StringOutput page = new StringOutput();
        TEMPLATES.render(template, model, page);
        write(file, page.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file, all of it or nothing, and makes its directory. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFiles.write(file, bytes);
    }
}
