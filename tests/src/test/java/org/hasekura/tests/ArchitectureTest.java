package org.hasekura.tests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The house")
class ArchitectureTest {

    /** Which rooms a room may use, beside itself. Read from the top down, as the house is drawn. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry(
                    "node",
                    Set.of(
                            "client",
                            "store",
                            "portal",
                            "sender",
                            "delivery",
                            "exchange",
                            "policy",
                            "identity",
                            "law",
                            "partnership",
                            "resilience",
                            "document",
                            "verify",
                            "evidence")),
            Map.entry("client", Set.of()),
            Map.entry(
                    "portal",
                    Set.of(
                            "exchange",
                            "partnership",
                            "resilience",
                            "policy",
                            "identity",
                            "law",
                            "document",
                            "evidence")),
            Map.entry("store", Set.of("delivery", "exchange", "policy", "identity", "evidence")),
            Map.entry("sender", Set.of("delivery", "exchange")),
            Map.entry("delivery", Set.of("exchange", "policy", "evidence")),
            Map.entry("exchange", Set.of("policy", "identity", "law", "evidence")),
            Map.entry("policy", Set.of("law", "identity")),
            Map.entry("law", Set.of()),
            Map.entry("document", Set.of()),
            Map.entry("resilience", Set.of()),
            Map.entry("partnership", Set.of("resilience")),
            Map.entry("identity", Set.of()),
            Map.entry("verify", Set.of("evidence")),
            Map.entry("evidence", Set.of()),
            // A counterpart for tests and benchmarks: nothing of the product, and the product knows nothing of it.
            Map.entry("edc", Set.of()));

    private static final List<String> BELOW_STORE = List.of(
            "evidence", "law", "document", "resilience", "partnership", "identity", "policy", "exchange", "delivery");

    private static JavaClasses house = new ClassFileImporter().importClasses();

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.hasekura");
    }

    @Test
    @DisplayName("has no room that this test does not know, and all that it knows")
    void allRooms() {
        assertThat(house.stream()
                        .map(each -> each.getPackageName().substring("org.hasekura.".length()))
                        .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    }

    @TestFactory
    @DisplayName("has arrows that point down only:")
    Stream<DynamicTest> arrows() {
        return ARROWS.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(arrow -> {
            String[] above = ARROWS.keySet().stream()
                    .filter(room ->
                            !room.equals(arrow.getKey()) && !arrow.getValue().contains(room))
                    .map(ArchitectureTest::in)
                    .toArray(String[]::new);
            return DynamicTest.dynamicTest(
                    arrow.getKey() + " uses " + arrow.getValue(),
                    () -> noClasses()
                            .that()
                            .resideInAPackage(in(arrow.getKey()))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(above.length == 0 ? new String[] {"none"} : above)
                            .because("a room can be understood, and replaced, knowing only the rooms below it")
                            .check(house));
        });
    }

    @Test
    @DisplayName("keeps evidence, and what checks it, on the JDK alone")
    void evidenceAlone() {
        classes()
                .that()
                .resideInAnyPackage(in("evidence"), in("verify"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        // The names in certificates; a part of the JDK's base as well.
                        "javax.security.auth.x500..",
                        "org.jspecify.annotations..",
                        in("evidence"),
                        in("verify"))
                .because("a regulator checks a receipt with this code and must be able to read all of it")
                .check(house);
    }

    @TestFactory
    @DisplayName("keeps the rooms below store on the JDK and one library for JSON:")
    Stream<DynamicTest> fewLibraries() {
        return BELOW_STORE.stream().filter(room -> !room.equals("evidence")).map(room -> {
            var allowed = new ArrayList<>(
                    List.of("java..", "org.jspecify.annotations..", "org.hasekura..", "tools.jackson.."));
            if (room.equals("identity")) {
                // Ed25519 of the JDK is many times slower (docs/decisions), and every request is signed.
                allowed.add("org.bouncycastle..");
            }
            if (room.equals("document")) {
                // Writes PDF files, fonts inside (docs/decisions); its exceptions and numbers are the JDK's.
                allowed.add("org.apache.pdfbox..");
            }
            return DynamicTest.dynamicTest(
                    room,
                    () -> classes()
                            .that()
                            .resideInAPackage(in(room))
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(allowed.toArray(String[]::new))
                            .because("what may be sent, and to whom, is a library that anyone can use")
                            .check(house));
        });
    }

    @TestFactory
    @DisplayName("lets the rooms below store reach the world by ports only; they use no:")
    Stream<DynamicTest> noWorld() {
        return Stream.of(
                noUse("files", "java.io.File", "java.io.RandomAccessFile", "java.nio.file.", "java.nio.channels."),
                noUse(
                        "network",
                        "java.net.http.",
                        "java.net.Socket",
                        "java.net.ServerSocket",
                        "java.net.URLConnection"),
                noUse(
                        "chance",
                        "java.security.SecureRandom",
                        "java.util.Random",
                        "java.util.concurrent.ThreadLocalRandom"),
                noUse("processes", "java.lang.ProcessBuilder", "java.lang.Process", "java.lang.Runtime"),
                noUse("databases", "java.sql.", "javax.sql."));
    }

    private static DynamicTest noUse(String what, String... names) {
        var used = new DescribedPredicate<JavaClass>("stand for " + what) {
            @Override
            public boolean test(JavaClass each) {
                return Stream.of(names)
                        .anyMatch(name -> name.endsWith(".")
                                ? each.getName().startsWith(name)
                                : each.getName().equals(name));
            }
        };
        return DynamicTest.dynamicTest(
                what,
                () -> noClasses()
                        .that()
                        .resideInAnyPackage(belowStore())
                        .and(areNot(FIXED_CHANCE))
                        .should()
                        .dependOnClassesThat(used)
                        .because(
                                "two whole nodes then run on one thread under a seed, and a failing seed is the bug report")
                        .check(house));
    }

    /** Gives a key generator the bytes it is handed: named a SecureRandom, and no chance in it. */
    private static final String FIXED_CHANCE = "org.hasekura.identity.SigningKey$FixedRandom";

    @Test
    @DisplayName("has no clock, wait or chance of its own below store")
    void noClock() {
        Set<String> calls = Set.of(
                "java.time.Clock.systemUTC",
                "java.time.Clock.systemDefaultZone",
                "java.time.Clock.system",
                "java.time.Clock.tickMillis",
                "java.time.Instant.now",
                "java.time.LocalDate.now",
                "java.time.LocalDateTime.now",
                "java.time.ZonedDateTime.now",
                "java.time.OffsetDateTime.now",
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.lang.System.getenv",
                "java.lang.System.exit",
                "java.lang.Thread.sleep",
                "java.lang.Thread.start",
                "java.lang.Math.random",
                "java.util.UUID.randomUUID",
                "java.net.InetAddress.getByName",
                "java.net.InetAddress.getAllByName");
        var called = new DescribedPredicate<JavaAccess<?>>("a clock, a wait, chance or the process") {
            @Override
            public boolean test(JavaAccess<?> access) {
                AccessTarget target = access.getTarget();
                return calls.contains(target.getOwner().getName() + "." + target.getName())
                        // A clock or day handed in is what is wanted: `now(clock)` is no clock of its own.
                        && !(access.getTarget() instanceof AccessTarget.CodeUnitCallTarget unit
                                && target.getName().equals("now")
                                && unit.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.getName().equals("java.time.Clock")));
            }
        };
        String why = "time and chance are parameters: what cannot be repeated cannot be proved";
        noClasses()
                .that()
                .resideInAnyPackage(belowStore())
                .should()
                .accessTargetWhere(called)
                .because(why)
                .check(house);
        ArchRule ofNode =
                noClasses().that().resideInAPackage(in("node")).should().accessTargetWhere(called);
        assertThat(ofNode.evaluate(house).hasViolation())
                .as("the composition root has a clock, so this test can see one")
                .isTrue();
    }

    @Test
    @DisplayName("reads and writes JSON only in classes named for it")
    void jackson() {
        noClasses()
                .that(new DescribedPredicate<>("are not named …Json") {
                    @Override
                    public boolean test(JavaClass each) {
                        JavaClass file = outermost(each);
                        return !file.getSimpleName().endsWith("Json")
                                && !CARRIES_JSON.contains(file.getName())
                                && !resideInAPackage(in("edc")).test(file);
                    }
                })
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."))
                .because("the shape on the wire is decided in one place, and the domain knows none")
                .check(house);
    }

    /** Classes that hold a tree without the name. None of them decides a shape; the list may only become shorter. */
    private static final Set<String> CARRIES_JSON = Set.of(
            // The object being read and the path to it, for the …Json classes beside it.
            "org.hasekura.exchange.Fields",
            // Hashes what OdrlJson wrote.
            "org.hasekura.exchange.Proofs",
            // Hand a body that ManagementJson read back to ManagementJson, field by field.
            "org.hasekura.node.ReceiptRoutes");

    @Test
    @DisplayName("wears no annotation of a library")
    void noAnnotations() {
        noClasses()
                .that()
                .resideInAnyPackage(belowStore())
                .should()
                .beAnnotatedWith(ofLibrary())
                .because("records of the domain say what they are in Java; codecs stand beside them")
                .check(house);
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(belowStore())
                .should()
                .notBeAnnotatedWith(ofLibrary())
                .because("records of the domain say what they are in Java; codecs stand beside them")
                .check(house);
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaAnnotation<?>> ofLibrary() {
        return new DescribedPredicate<>("an annotation of a library") {
            @Override
            public boolean test(com.tngtech.archunit.core.domain.JavaAnnotation<?> annotation) {
                String name = annotation.getRawType().getPackageName();
                return !name.startsWith("java.")
                        && !name.startsWith("org.jspecify.")
                        && !name.startsWith("org.hasekura.");
            }
        };
    }

    @Test
    @DisplayName("has no circles between its rooms")
    void noCircles() {
        slices().matching("org.hasekura.(*)..")
                .should()
                .beFreeOfCycles()
                .because("what depends on itself cannot be understood a part at a time")
                .check(house);
    }

    @Test
    @DisplayName("prints and logs nothing by itself below node")
    void noPrinting() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("node"), in("verify"))
                .should(accessField(System.class, "out").or(accessField(System.class, "err")))
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.util.logging"))
                .because("a room used as a library must not write where its user did not ask it to")
                .check(house);
    }

    private static DescribedPredicate<JavaClass> areNot(String name) {
        return new DescribedPredicate<>("are not " + name) {
            @Override
            public boolean test(JavaClass each) {
                return !each.getName().equals(name);
            }
        };
    }

    private static JavaClass outermost(JavaClass each) {
        return each.getEnclosingClass().map(ArchitectureTest::outermost).orElse(each);
    }

    private static String[] belowStore() {
        return BELOW_STORE.stream().map(ArchitectureTest::in).toArray(String[]::new);
    }

    private static String in(String room) {
        return "org.hasekura." + room + "..";
    }
}
