package org.tailoff.reproductions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The rooms of docs/architecture.md and the doors between them. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tailoff");

    @Test
    void enoughClassesAreLookedAt() {
        assertThat(CLASSES.size()).isGreaterThan(80);
    }

    @Test
    void theFlowGoesOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("data")
                .definedBy("org.tailoff.data")
                .layer("random")
                .definedBy("org.tailoff.random")
                .layer("spec")
                .definedBy("org.tailoff.spec")
                .layer("initialise")
                .definedBy("org.tailoff.initialise")
                .layer("conformance")
                .definedBy("org.tailoff.conformance")
                .layer("record")
                .definedBy("org.tailoff.record")
                .layer("train")
                .definedBy("org.tailoff.train")
                .layer("store")
                .definedBy("org.tailoff.store")
                .layer("analysis")
                .definedBy("org.tailoff.analysis")
                .layer("claim")
                .definedBy("org.tailoff.claim")
                .layer("reproductions")
                .definedBy("org.tailoff.reproductions")
                .layer("figure")
                .definedBy("org.tailoff.reproductions.figure")
                .layer("calculated")
                .definedBy("org.tailoff.reproductions.calculated")
                .layer("argument")
                .definedBy("org.tailoff.reproductions.argument")
                .layer("compare")
                .definedBy("org.tailoff.reproductions.compare")
                .layer("report")
                .definedBy("org.tailoff.reproductions.report")
                .layer("cli")
                .definedBy("org.tailoff.reproductions.cli")
                .layer("plugins")
                .definedBy("org.tailoff.plugins..")
                .whereLayer("data")
                .mayNotAccessAnyLayer()
                .whereLayer("random")
                .mayNotAccessAnyLayer()
                .whereLayer("spec")
                .mayNotAccessAnyLayer()
                .whereLayer("initialise")
                .mayNotAccessAnyLayer()
                .whereLayer("conformance")
                .mayOnlyAccessLayers("initialise", "random")
                .whereLayer("conformance")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("record")
                .mayNotAccessAnyLayer()
                .whereLayer("train")
                .mayOnlyAccessLayers("data", "random", "spec", "initialise", "record")
                .whereLayer("store")
                .mayOnlyAccessLayers("record", "spec")
                .whereLayer("analysis")
                .mayNotAccessAnyLayer()
                .whereLayer("claim")
                .mayOnlyAccessLayers("analysis", "spec")
                .whereLayer("argument")
                .mayOnlyAccessLayers("claim", "analysis", "record", "spec", "store", "reproductions", "figure")
                .whereLayer("argument")
                .mayOnlyBeAccessedByLayers("cli", "report")
                .whereLayer("compare")
                .mayOnlyAccessLayers("claim", "analysis", "record", "spec", "reproductions", "figure")
                .whereLayer("compare")
                .mayOnlyBeAccessedByLayers("cli", "report")
                .whereLayer("report")
                .mayOnlyAccessLayers(
                        "claim",
                        "analysis",
                        "record",
                        "spec",
                        "store",
                        "reproductions",
                        "figure",
                        "argument",
                        "compare")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("figure")
                .mayNotAccessAnyLayer()
                .whereLayer("calculated")
                .mayNotAccessAnyLayer()
                .whereLayer("plugins")
                .mayOnlyAccessLayers("initialise")
                .whereLayer("plugins")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    /** A reproduction's main starts the command line, so these two packages are one room with two doors. */
    @Test
    void thereAreNoCycles() {
        slices().matching("org.tailoff.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTrainSeesDeeplearning4j() {
        noClasses()
                .that(resideInAPackage("org.tailoff..").and(not(resideInAPackage("org.tailoff.train"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.deeplearning4j..", "org.bytedeco.."))
                .check(CLASSES);
    }

    @Test
    void onlyTrainSeesNd4jApartFromTheReaderThatDataVecsInterfaceForces() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.tailoff.random..",
                        "org.tailoff.spec..",
                        "org.tailoff.initialise..",
                        "org.tailoff.conformance..",
                        "org.tailoff.record..",
                        "org.tailoff.store..",
                        "org.tailoff.reproductions..",
                        "org.tailoff.plugins..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.datavec..")
                .check(CLASSES);
    }

    @Test
    void onlyTheRendererSeesXChartAndAwt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.reproductions.figure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.knowm..", "java.awt..", "javax.imageio..", "de.erichseifert..")
                .check(CLASSES);
    }

    @Test
    void onlyTheReportSeesTheTemplates() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.reproductions.report")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte..")
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreSeesDuckDb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheMachinesSeeLibsvm() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.reproductions.machine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("libsvm..")
                .check(CLASSES);
    }

    @Test
    void theSpiUsesTheJdkAlone() {
        classes()
                .that()
                .haveNameMatching(
                        "org.tailoff.initialise.(WeightInitialiser|Layer|LayerShape|Sample|Parameter|Distribution)"
                                + "([$].*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.tailoff.initialise")
                .check(CLASSES);
    }

    @Test
    void theAnalysisUsesTheJdkAndHipparchusAlone() {
        classes()
                .that()
                .resideInAPackage("org.tailoff.analysis")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.hipparchus..", "org.tailoff.analysis")
                .check(CLASSES);
    }

    @Test
    void theCalculationsUseTheJdkAndHipparchusAlone() {
        classes()
                .that()
                .resideInAPackage("org.tailoff.reproductions.calculated")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.hipparchus..", "org.tailoff.reproductions.calculated")
                .check(CLASSES);
    }

    @Test
    void neitherTheArgumentNorAComparisonTrains() {
        noClasses()
                .that()
                .resideInAnyPackage("org.tailoff.reproductions.argument", "org.tailoff.reproductions.compare")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tailoff.train")
                .check(CLASSES);
    }

    /** A verdict is a pure function of what was predicted and measured. */
    @Test
    void aVerdictUsesTheJdkTheAnalysisAndTheSpecAlone() {
        classes()
                .that()
                .resideInAPackage("org.tailoff.claim")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.tailoff.claim", "org.tailoff.analysis", "org.tailoff.spec")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("org.tailoff.claim", "org.tailoff.analysis")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.time..", "java.util.concurrent..")
                .check(CLASSES);
    }

    @Test
    void nothingDeserialisesJavaObjectsOrSwallowsAFullDisk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.reproductions.cli")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PrintWriter.class)
                .check(CLASSES);
    }

    /** Which numbers come from a seed is no contract of the JDK's, so of all its randomness only the interface is used. */
    @Test
    void nothingRandomIsTheJdks() {
        noClasses()
                .should()
                .dependOnClassesThat(describe("draw numbers", ArchitectureTest::drawsNumbers))
                .check(CLASSES);
        noClasses()
                .should()
                .accessTargetWhere(member(RandomGenerator.class, "of|getDefault"))
                .check(CLASSES);
        noClasses().should().accessTargetWhere(member(Math.class, "random")).check(CLASSES);
        noClasses()
                .should()
                .accessTargetWhere(member(StrictMath.class, "random"))
                .check(CLASSES);
        noClasses()
                .should()
                .accessTargetWhere(member(Collections.class, "shuffle"))
                .check(CLASSES);
        noClasses().should().accessTargetWhere(member(UUID.class, "randomUUID")).check(CLASSES);
    }

    /** Random has the others of java.util and java.security under it. */
    private static boolean drawsNumbers(JavaClass type) {
        return type.isAssignableTo(Random.class)
                || type.isEquivalentTo(SplittableRandom.class)
                || (type.getPackageName().equals("java.util.random") && !type.isEquivalentTo(RandomGenerator.class));
    }

    /** The last bit of these is the JDK's and the processor's own affair; of StrictMath's it is not. */
    @Test
    void noDigitHangsOnTheMathematicsOfAJdk() {
        noClasses()
                .should()
                .accessTargetWhere(
                        member(Math.class, "exp|expm1|log|log10|log1p|pow|cbrt|hypot|a?(sin|cos|tan)h?|atan2"))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String names) {
        return describe(
                owner.getSimpleName() + "." + names,
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && access.getName().matches(names));
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.reproductions.cli")
                .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }
}
