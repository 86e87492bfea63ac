package org.hasekura.law;

import java.util.ArrayList;
import java.util.List;

/** The rulings on the cases of a file, beside what was expected. */
public record CaseReport(List<Judged> cases) {

    /** A case with its ruling. */
    public record Judged(CaseFile.Case theCase, Ruling ruling) {

        /** Whether outcome is equal and a basis token is shared; a case without expectation passes. */
        public boolean passes() {
            return theCase.expected().map(this::meets).orElse(true);
        }

        private boolean meets(CaseFile.Expected expected) {
            boolean shares =
                    expected.basis().isEmpty() || ruling.basis().stream().anyMatch(expected.basis()::contains);
            return ruling.outcome().equals(expected.outcome()) && shares;
        }

        /** Whether every expected IRI of the W3C vocabulary is present; counted apart. */
        public boolean hasExpectedIris() {
            List<String> iris = dpvIris(ruling);
            return theCase.expected().map(e -> iris.containsAll(e.dpvIri())).orElse(true);
        }

        /** One line for people: id, outcome, basis. */
        public String ownLine() {
            return theCase.id() + " " + ruling.outcome() + " " + ruling.basis();
        }

        /** One line for people: id, verdict, and where it differs. */
        public String line() {
            if (theCase.expected().isEmpty()) {
                return ownLine();
            }
            String own = ruling.outcome() + " " + ruling.basis();
            CaseFile.Expected expected = theCase.expected().get();
            return passes()
                    ? theCase.id() + " passed: " + own
                    : theCase.id() + " failed: " + own + ", expected " + expected.outcome() + " one of "
                            + expected.basis().stream().sorted().toList();
        }
    }

    public CaseReport {
        cases = List.copyOf(cases);
    }

    /** Judges every case for its day. */
    public static CaseReport of(Law law, CaseFile file) {
        List<Judged> judged = new ArrayList<>();
        for (CaseFile.Case theCase : file.cases()) {
            judged.add(new Judged(theCase, law.rule(theCase.flow(), theCase.day())));
        }
        return new CaseReport(judged);
    }

    /** How many cases with an expectation are ruled as expected. */
    public long passed() {
        return cases.stream()
                .filter(judged -> judged.theCase().expected().isPresent() && judged.passes())
                .count();
    }

    /** How many are not. */
    public long failed() {
        return cases.stream().filter(judged -> !judged.passes()).count();
    }

    /** {@code N passed, N failed}; cases without expectation count in neither. */
    public String summary() {
        return passed() + " passed, " + failed() + " failed";
    }

    /** IRIs of the grounds that are basis tokens, each once. */
    static List<String> dpvIris(Ruling ruling) {
        List<String> basis = ruling.basis();
        return ruling.grounds().stream()
                .filter(ground -> basis.contains(ground.token()))
                .flatMap(ground -> ground.dpvIri().stream())
                .distinct()
                .toList();
    }
}
