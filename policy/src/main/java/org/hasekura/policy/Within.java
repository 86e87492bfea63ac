package org.hasekura.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether terms that are asked for stay within those that were published: they may narrow, never widen.
 *
 * <p>Every permission asked for matches a published one of the same action that it is at least as tight as, with at
 * least its duties; every published prohibition and obligation is kept. More prohibitions and duties may be added.
 */
public sealed interface Within {

    /** The asked terms are the published ones or narrower. */
    record Inside() implements Within {}

    /** What is asked that was not offered, or left out that was, each as a sentence. */
    record Beyond(List<String> what) implements Within {
        public Beyond {
            what = List.copyOf(what);
        }
    }

    static Within compare(Terms asked, Terms published) {
        if (asked.equals(published)) {
            return new Inside();
        }
        List<String> beyond = new ArrayList<>();
        if (asked.permissions().isEmpty() && !published.permissions().isEmpty()) {
            beyond.add("no permission is asked for");
        }
        for (Permission permission : asked.permissions()) {
            permission(permission, published, beyond);
        }
        for (Prohibition prohibition : published.prohibitions()) {
            if (asked.prohibitions().stream().noneMatch(kept -> keeps(kept, prohibition))) {
                beyond.add("leaves out the prohibition: " + TermsText.english(prohibition));
            }
        }
        for (Duty duty : published.obligations()) {
            if (asked.obligations().stream().noneMatch(kept -> keeps(kept, duty))) {
                beyond.add("leaves out the duty: " + TermsText.english(duty));
            }
        }
        return beyond.isEmpty() ? new Inside() : new Beyond(beyond);
    }

    private static void permission(Permission asked, Terms published, List<String> beyond) {
        List<Permission> sameAction = published.permissions().stream()
                .filter(each -> each.action().compact().equals(asked.action().compact()))
                .toList();
        if (sameAction.isEmpty()) {
            beyond.add("asks to " + TermsText.english(asked.action()) + ", which is not on offer");
            return;
        }
        List<List<String>> lacks =
                sameAction.stream().map(each -> lacks(asked, each)).toList();
        if (lacks.stream().noneMatch(List::isEmpty)) {
            // Of several permissions for one action the one that was missed least is the one that was meant.
            beyond.addAll(lacks.stream()
                    .min((left, right) -> Integer.compare(left.size(), right.size()))
                    .orElseThrow());
        }
    }

    /** What the asked permission lacks of the published one. */
    private static List<String> lacks(Permission asked, Permission published) {
        String action = TermsText.english(asked.action());
        Stream<String> constraints = published.constraints().stream()
                .filter(wanted -> !Tightness.enough(asked.constraints(), wanted))
                .map(wanted -> "asks to " + action + " beyond: " + TermsText.english(wanted));
        Stream<String> duties = published.duties().stream()
                .filter(wanted -> asked.duties().stream().noneMatch(kept -> keeps(kept, wanted)))
                .map(wanted -> "asks to " + action + " without the duty: " + TermsText.english(wanted));
        return Stream.concat(constraints, duties).toList();
    }

    /** A prohibition is kept by one that applies whenever it does. */
    private static boolean keeps(Prohibition kept, Prohibition wanted) {
        return kept.action().compact().equals(wanted.action().compact())
                && kept.constraints().stream().allMatch(each -> Tightness.enough(wanted.constraints(), each))
                && wanted.remedies().stream()
                        .allMatch(remedy -> kept.remedies().stream().anyMatch(each -> keeps(each, remedy)));
    }

    /** A duty is kept by one with the same bounds or tighter, as an earlier day. */
    private static boolean keeps(Duty kept, Duty wanted) {
        return kept.action().compact().equals(wanted.action().compact())
                && wanted.constraints().stream().allMatch(each -> Tightness.enough(kept.constraints(), each))
                && wanted.consequences().stream()
                        .allMatch(
                                consequence -> kept.consequences().stream().anyMatch(each -> keeps(each, consequence)));
    }
}
