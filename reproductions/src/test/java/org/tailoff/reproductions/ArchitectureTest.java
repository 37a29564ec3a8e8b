package org.tailoff.reproductions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of docs/architecture.md and the doors between them. */
class ArchitectureTest {
    /** In a whole build the tests of other modules lie in jars, which ArchUnit does not take for tests. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.tailoff");

    private static final String OURS = "org.tailoff.";
    private static final String[] SPI = {"org.tailoff.initialise", "org.tailoff.record", "org.tailoff.text"};
    private static final String[] COMMAND_LINE = {
        "org.tailoff.command",
        "org.tailoff.terminal",
        "org.tailoff.reproductions.app",
        "org.tailoff.reproductions.bench"
    };
    /** Claims on networks that no spec describes are about DL4J's own layers and updaters, and train them with it. */
    private static final String BEYOND = "org.tailoff.reproductions.argument.beyond";

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** A little less than there are, so that a module that is not found is noticed. */
    private static final int FLOOR = 700;

    @Test
    void enoughClassesAreLookedAt() {
        assertThat(CLASSES.size()).isGreaterThan(FLOOR);
    }

    /**
     * The table of docs/architecture.md is what is true: every package that there is, with exactly the packages that it
     * uses.
     */
    @Test
    void theTableOfPackagesIsThatOfTheCode() throws IOException {
        assertThat(documented()).isEqualTo(actual());
    }

    private static NavigableMap<String, NavigableSet<String>> actual() {
        NavigableMap<String, NavigableSet<String>> actual = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            NavigableSet<String> used = actual.computeIfAbsent(relative(type), absent -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(OURS))
                    .map(ArchitectureTest::relative)
                    .filter(name -> !name.equals(relative(type)))
                    .forEach(used::add);
        }
        return actual;
    }

    private static String relative(JavaClass type) {
        return type.getPackageName().substring(OURS.length());
    }

    private static NavigableMap<String, NavigableSet<String>> documented() throws IOException {
        NavigableMap<String, NavigableSet<String>> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "architecture.md"))) {
            String[] cells = line.split(" *\\| *", -1);
            if (cells.length == 6 && cells[1].startsWith("`")) {
                documented.put(names(cells[1]).first(), names(cells[4]));
            }
        }
        return documented;
    }

    /** What stands between back quotes. */
    private static NavigableSet<String> names(String cell) {
        return QUOTED.matcher(cell)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noPackageHasMoreThanThirtyFiles() {
        Map<String, Long> files = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().startsWith("Jte"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files).allSatisfy((name, count) -> assertThat(count).isBetween(1L, 30L));
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching("org.tailoff.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noTwoClassesHaveOneName() {
        Map<String, List<String>> named = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(named.values()).allSatisfy(classes -> assertThat(classes).hasSize(1));
    }

    @Test
    void onlyTrainSeesDeeplearning4j() {
        noClasses()
                .that(resideInAPackage("org.tailoff..").and(not(resideInAnyPackage("org.tailoff.train..", BEYOND))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.deeplearning4j..", "org.bytedeco.."))
                .check(CLASSES);
    }

    @Test
    void onlyTrainSeesTheFusedEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.train..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tailoff.train.fused")
                .check(CLASSES);
    }

    @Test
    void onlyTrainSeesNd4jApartFromTheReaderThatDataVecsInterfaceForces() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.tailoff.train..", "org.tailoff.data", BEYOND)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.datavec..")
                .check(CLASSES);
    }

    @Test
    void onlyTheRendererSeesXChartAndAwt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.figure.render")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.knowm..", "java.awt..", "javax.imageio..", "de.erichseifert..")
                .check(CLASSES);
    }

    @Test
    void onlyTheReportSeesTheTemplates() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.report")
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
    void onlySvmSeesLibsvm() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tailoff.svm")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("libsvm..")
                .check(CLASSES);
    }

    @Test
    void theSpiUsesTheJdkAlone() {
        classes()
                .that()
                .resideInAnyPackage(SPI)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", SPI[0], SPI[1], SPI[2])
                .check(CLASSES);
    }

    @Test
    void theInitialisersThatShipUseTheSpiAlone() {
        classes()
                .that()
                .resideInAPackage("org.tailoff.plugins..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.tailoff.initialise", "org.tailoff.plugins..")
                .check(CLASSES);
    }

    @Test
    void theAnalysisUsesTheJdkAndHipparchusAlone() {
        classes()
                .that()
                .resideInAPackage("org.tailoff.analysis")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.hipparchus..", "org.tailoff.analysis", "org.tailoff.text")
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
                .that(resideInAnyPackage(
                                "org.tailoff.reproductions.argument..", "org.tailoff.verify", "org.tailoff.comparison")
                        .and(not(resideInAPackage(BEYOND))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tailoff.train..")
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
                .resideInAnyPackage(
                        "java..", "org.tailoff.claim", "org.tailoff.analysis", "org.tailoff.spec", "org.tailoff.text")
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
                .resideOutsideOfPackages(COMMAND_LINE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PrintWriter.class)
                .check(CLASSES);
    }

    /**
     * Which numbers come from a seed is no contract of the JDK's, so of all its randomness only the interface is used.
     */
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

    /** Persian, Arabic, Bengali and others write %d in digits of their own, and Turkish has an i of its own. */
    @Test
    void nothingIsWrittenInTheLanguageOfTheMachine() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "formats or changes case without a Locale",
                        call -> isWithoutLocale(call.getTarget().getName(), call.getTarget())))
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "format in the language of the machine",
                        type -> type.isAssignableTo(java.text.Format.class)
                                || type.isEquivalentTo(java.util.Formatter.class)))
                .check(CLASSES);
    }

    private static boolean isWithoutLocale(String name, CodeUnitAccessTarget target) {
        boolean string = target.getOwner().isEquivalentTo(String.class);
        boolean localised =
                target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(java.util.Locale.class));
        return switch (name) {
            case "formatted" -> string;
            case "toLowerCase", "toUpperCase" -> string && !localised;
            case "format", "printf" ->
                !localised
                        && (string
                                || target.getOwner().isAssignableTo(java.io.PrintStream.class)
                                || target.getOwner().isAssignableTo(java.io.PrintWriter.class)
                                || target.getOwner().isEquivalentTo(java.io.Console.class));
            default -> false;
        };
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
                .resideOutsideOfPackages(COMMAND_LINE)
                .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }
}
