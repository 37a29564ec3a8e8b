package org.tailoff.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of npm packages, exactly as published there: uplot 1.6.32, MIT licence, and for tests alone axe-core 4.14.1,
 * MPL 2.0.
 */
class VendoredTest {
    @ParameterizedTest
    @CsvSource({
        "uPlot.iife.min.js, 19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
        "uPlot.min.css, df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
        "uPlot.LICENSE, 8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd",
        "axe.min.js, 29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c",
        "axe.LICENSE, af175b9d96ee93c21a036152e1b905b0b95304d4ae8c2c921c7609100ba8df7e"
    })
    void aVendoredFileIsThePublishedOne(String name, String sha256) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            assertThat(DigestUtils.sha256Hex(in)).isEqualTo(sha256);
        }
    }
}
