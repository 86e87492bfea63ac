package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("European data that go on from Japan")
final class OnwardDutiesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final Onward UNDER_THE_DECISION = new Onward("EU", "A45-3");
    private static final Party JAPAN = Party.of("JP", "controller", "business");
    private static final Safeguard COVERING = Safeguard.of("equivalent-measures")
            .form("contract")
            .states("coversSupplementaryRules", true)
            .build();

    private final Law law = Law.load();

    private static Flow onward(String to, Safeguard route) {
        return Flow.transfer(
                        JAPAN,
                        Party.of(to, "processor", "business"),
                        FlowData.ofPersonal("EU").build())
                .operation(Operation.ONWARD)
                .onward(UNDER_THE_DECISION)
                .and(route);
    }

    private List<String> duties(Flow flow) {
        Ruling ruling = law.rule(flow, DAY);
        assertThat(ruling.allows()).as(ruling::toString).isTrue();
        return ruling.duties().stream().map(Duty::id).toList();
    }

    @Test
    @DisplayName("keep the Supplementary Rules with the business that holds them")
    void holder() {
        assertThat(duties(onward("DE", Safeguard.just("entrustment")))).contains("SR:first-hop", "APPI:25");
    }

    @Test
    @DisplayName("bind the recipient to the same where its own system is the route")
    void recipient() {
        assertThat(duties(onward("SG", COVERING))).contains("SR:first-hop", "SR:next-hop", "APPI:28(3)");
    }

    @Test
    @DisplayName("carry nothing of the kind when they are Japanese data")
    void japanese() {
        Flow flow = Flow.transfer(
                        JAPAN,
                        Party.of("SG", "processor", "business"),
                        FlowData.ofPersonal("JP").build())
                .and(COVERING);
        assertThat(duties(flow)).doesNotContain("SR:first-hop", "SR:next-hop").contains("APPI:28(3)");
    }
}
