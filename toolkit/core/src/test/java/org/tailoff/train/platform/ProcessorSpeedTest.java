package org.tailoff.train.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That it measures; never how fast. */
class ProcessorSpeedTest {
    @Test
    void isAPositiveNumberThatATestsMachineCanHave() {
        assertThat(ProcessorSpeed.timesTheReference()).isBetween(0.01, 1000.0);
    }
}
