package org.tailoff.train.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tailoff.train.platform.Processor.VectorUnits;

class ProcessorTest {
    @Test
    void isReadFromTheFirstOnesLinesOnLinux() {
        Processor processor = Processor.ofCpuInfo("""
                processor\t: 0
                model\t\t: 143
                model name\t: Intel(R) Xeon(R) Platinum: 8481C
                flags\t\t: fpu avx avx2 avx512f avx512dq avx512bw avx512vl
                vmx flags\t: vnmi

                processor\t: 1
                model name\t: another
                flags\t\t: fpu
                """);
        assertThat(processor.model()).isEqualTo("Intel(R) Xeon(R) Platinum: 8481C");
        assertThat(processor.features()).contains("avx512vl", "fpu").doesNotContain("vnmi");
        assertThat(processor.vectors()).isEqualTo(VectorUnits.AVX512);
    }

    @Test
    void isUnknownWhereLinuxNamesNoModel() {
        Processor processor = Processor.ofCpuInfo("processor\t: 0\nFeatures\t: fp asimd\nCPU part\t: 0xd0c\n");
        assertThat(processor.model()).isEqualTo("unknown");
        assertThat(processor.vectors()).isEqualTo(VectorUnits.OLDER);
    }

    @Test
    void isReadFromTwoNamesOnMacOs() {
        Processor intel = Processor.ofSysctl("Intel(R) Core(TM) i7\n", "SMEP BMI1 AVX2 BMI2\n");
        assertThat(intel.model()).isEqualTo("Intel(R) Core(TM) i7");
        assertThat(intel.vectors()).isEqualTo(VectorUnits.AVX2);
        assertThat(Processor.ofSysctl("Apple M2\n", "").vectors()).isEqualTo(VectorUnits.OLDER);
    }

    @Test
    void isFoundHere() {
        assertThat(Processor.here().model()).isNotBlank();
    }
}
