package org.hasekura.law;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The flow of a {@link Matrix}: from a business to a business as controllers, for an ordinary purpose, with no instrument for the transfer.
 * The data come from the exporter's country, and the processing itself is lawful there, if need be by consent to it. The importer is subject to the laws of its country that decisions name, and stands on no list.
 */
final class PlainFlow {

    /** What kind of data. */
    enum Data {
        PERSONAL,
        SPECIAL,
        HR,
        NON_PERSONAL;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private PlainFlow() {}

    static Flow of(Law law, String from, String to, Data kind, LocalDate day) {
        Party importer = Party.of(to, "controller", "business")
                .subjectTo(namedLaws(law.data(), to).toArray(String[]::new));
        Flow flow = Flow.transfer(Party.of(from, "controller", "business"), importer, data(law, from, kind, day));
        return switch (kind) {
            case NON_PERSONAL -> flow;
            case SPECIAL ->
                agreed(flow).and(Safeguard.of("art9-basis").ref("9(2)(a)").build());
            case PERSONAL, HR -> agreed(flow);
        };
    }

    /** Japan asks for a ground of every provision to a third party, be it at home: here consent, not to a provision abroad. */
    private static Flow agreed(Flow flow) {
        return flow.exporter().country().equals("JP")
                ? flow.and(Safeguard.of("appi-consent")
                        .scope("third-party-provision")
                        .build())
                : flow;
    }

    private static FlowData data(Law law, String from, Data kind, LocalDate day) {
        if (kind == Data.NON_PERSONAL) {
            return FlowData.ofNonPersonal().build();
        }
        FlowData.Builder data =
                FlowData.ofPersonal(law.data().regime(from, day)).hr(kind == Data.HR);
        return kind == Data.SPECIAL ? data.special("health").build() : data.build();
    }

    /** Laws that a decision for the country asks its recipients to be subject to. */
    static Set<String> namedLaws(LawData law, String country) {
        Set<String> laws = new TreeSet<>();
        law.everyDecision()
                .filter(decision -> decision.beneficiaries().contains(country))
                .forEach(decision -> laws.addAll(decision.scope().subjectTo()));
        return laws;
    }
}
