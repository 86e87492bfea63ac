package org.hasekura.partnership;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A promise with everything found about it on a day. */
public record Judged(Entry entry, Optional<Deadline> deadline, List<Finding> findings) {

    public Judged {
        findings = findings.stream()
                .sorted(Comparator.comparingInt(Finding::weight).reversed())
                .toList();
    }

    public <F extends Finding> Optional<F> find(Class<F> kind) {
        return findings.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    public boolean has(Class<? extends Finding> kind) {
        return find(kind).isPresent();
    }

    /** Whether it rises by itself to a meeting: late, disputed, in conflict, or standing still past its date. */
    public boolean isForAgenda() {
        return findings.stream().anyMatch(each -> switch (each) {
            case Finding.Overdue _, Finding.Disputed _, Finding.Conflicting _, Finding.Stalled _ -> true;
            default -> false;
        });
    }

    public int weight() {
        return findings.stream().mapToInt(Finding::weight).max().orElse(0);
    }
}
