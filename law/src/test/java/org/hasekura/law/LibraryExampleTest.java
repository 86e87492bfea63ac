package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the library")
final class LibraryExampleTest {
    private static final Path README = Path.of("README.md");
    private static final Path THIS = Path.of("src/test/java/org/hasekura/law/LibraryExampleTest.java");

    @Test
    @DisplayName("does what the example in its README says")
    void example() {
        // tag::example
        Law law = Law.load();
        Party germany = Party.of("DE", "controller", "business");
        Party japan = Party.of("JP", "processor", "hospital").subjectTo("APPI");
        FlowData patients = FlowData.ofPersonal("EU").special("health").build();
        Flow flow = Flow.transfer(germany, japan, patients)
                .and(Safeguard.of("art9-basis").ref("9(2)(a)").build());

        Ruling ruling = law.rule(flow, LocalDate.of(2026, 9, 1));
        String told = switch (ruling) {
            case Ruling.Permitted free -> "permitted; duties: " + free.duties().size();
            case Ruling.PermittedIf first -> "once met: " + first.conditions();
            case Ruling.Forbidden bar -> "forbidden; cures: " + bar.cures();
            case Ruling.Undecided open -> "a person decides: " + open.missingFacts();
        };
        List<String> because =
                ruling.grounds().stream().map(Provision::citation).toList();

        Ruling without = law.withEnd("EU-JP-2019", LocalDate.of(2026, 8, 31)).rule(flow, LocalDate.of(2026, 9, 1));
        // end::example
        assertThat(told).startsWith("permitted; duties: ");
        assertThat(because).contains("GDPR Art. 45(3)");
        assertThat(without).isInstanceOf(Ruling.Forbidden.class);
    }

    @Test
    @DisplayName("shows in its README the very code that is compiled and tested, and the coordinates of its build")
    void readMe() throws IOException {
        String source = Files.readString(THIS);
        String example = source.substring(source.indexOf("// tag::example\n") + 16, source.indexOf("// end::example"))
                .stripTrailing()
                .stripIndent();
        String readMe = Files.readString(README);
        assertThat(readMe).contains("```java\n" + example + "\n```");
        String build = Files.readString(Path.of("pom.xml"));
        for (String coordinate : List.of(
                "<groupId>org.hasekura</groupId>",
                "<artifactId>law</artifactId>",
                "<version>0.1.0-SNAPSHOT</version>")) {
            assertThat(readMe).contains(coordinate);
            assertThat(build).contains(coordinate);
        }
    }
}
