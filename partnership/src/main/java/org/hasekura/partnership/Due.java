package org.hasekura.partnership;

import java.util.Optional;

/** When a document says that something is to be done. What a document does not say is no due date. */
public sealed interface Due {

    String YEARLY = "yearly";

    String text();

    record By(PartialDate date) implements Due {
        @Override
        public String text() {
            return date.text();
        }
    }

    /** Again in each year: never done for good. */
    record EveryYear() implements Due {
        @Override
        public String text() {
            return YEARLY;
        }
    }

    static Optional<Due> parse(String text) {
        return text.equals(YEARLY)
                ? Optional.of(new EveryYear())
                : PartialDate.parse(text).map(By::new);
    }
}
