package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Java has no type parameter for numbers, so {@link FloatBlas} is {@link DoubleBlas} written again. */
final class TwinsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/tailoff/train/fused");

    /** Each line of the class, spaces apart from one at most, without what changes precision on its way to Java. */
    private static List<String> lines(String file) throws IOException {
        String text = Files.readString(SOURCES.resolve(file));
        String code = text.substring(text.indexOf("final class"))
                .replaceAll("(?m)^.*FloatStaging.*\\R", "")
                .replaceAll("staging\\.store\\((\\w+), (\\w+), ", "$2.put($1, 0, ")
                .replaceAll("staging\\.load\\((.+), (\\w+), ([^,]+)\\);", "$1.get($2, 0, $3);")
                .replace("(float) ", "")
                .replace("float", "double")
                .replace("Float", "Double")
                .replace("cblas_dsdot", "cblas_ddot")
                .replace("cblas_s", "cblas_d")
                .replace("cblas_isamax", "cblas_idamax");
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void singleAndDoublePrecisionHaveTheSameText() throws IOException {
        assertThat(lines("FloatBlas.java")).hasSizeGreaterThan(200).isEqualTo(lines("DoubleBlas.java"));
    }
}
