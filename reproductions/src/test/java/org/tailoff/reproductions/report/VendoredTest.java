package org.tailoff.reproductions.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of the npm package uplot 1.6.32, MIT licence, exactly as published there. */
class VendoredTest {
    @ParameterizedTest
    @CsvSource({
        "uPlot.iife.min.js, 19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
        "uPlot.min.css, df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
        "uPlot.LICENSE, 8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd"
    })
    void aVendoredFileIsThePublishedOne(String name, String sha256) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            assertThat(DigestUtils.sha256Hex(in)).isEqualTo(sha256);
        }
    }
}
