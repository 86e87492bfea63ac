package org.hasekura.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an event does to the register: a record for each. A change with a slot gives it a value; others only add. */
public sealed interface Change {

    /** Id of the promise, instrument or meeting. */
    String subject();

    /** The word for it in files. */
    String word();

    Optional<Slot> slot();

    /** The side in whose name alone it can be said. */
    default Optional<Side> saidBy() {
        return Optional.empty();
    }

    /** A family of changes that give one field a value. */
    sealed interface Filling extends Change {
        String field();

        @Override
        default Optional<Slot> slot() {
            return Optional.of(new Slot(subject(), field()));
        }
    }

    /** A family of changes that only add. */
    sealed interface Adding extends Change {
        @Override
        default Optional<Slot> slot() {
            return Optional.empty();
        }
    }

    record EnterInstrument(Instrument instrument) implements Filling {
        @Override
        public String subject() {
            return instrument.id();
        }

        @Override
        public String word() {
            return "enter-instrument";
        }

        @Override
        public String field() {
            return "entry";
        }
    }

    /** A document that later changes rest on. */
    record EnterSource(Source source) implements Filling {
        @Override
        public String subject() {
            return source.id();
        }

        @Override
        public String word() {
            return "enter-source";
        }

        @Override
        public String field() {
            return "source";
        }
    }

    record Enter(Commitment commitment) implements Filling {
        @Override
        public String subject() {
            return commitment.id();
        }

        @Override
        public String word() {
            return "enter";
        }

        @Override
        public String field() {
            return "entry";
        }
    }

    /** Says better what the document says. */
    record Reword(String subject, Phrase text) implements Filling {
        @Override
        public String word() {
            return "reword";
        }

        @Override
        public String field() {
            return "text";
        }
    }

    record Assign(String subject, Side side, List<String> owners) implements Filling {
        public Assign {
            owners = List.copyOf(owners);
        }

        @Override
        public String word() {
            return "assign";
        }

        @Override
        public String field() {
            return "owners-" + side.word();
        }
    }

    /** What was read in the text itself; empty: the text names no date. */
    record ReadDue(String subject, Optional<Due> due) implements Filling {
        @Override
        public String word() {
            return "read-due";
        }

        @Override
        public String field() {
            return "due";
        }
    }

    /** What people expect, kept apart from the text; empty: no longer expected by a date. */
    record Expect(String subject, Optional<PartialDate> date) implements Filling {
        @Override
        public String word() {
            return "expect";
        }

        @Override
        public String field() {
            return "expected";
        }
    }

    /** The paragraph of a document, by somebody who has read it. */
    record Cite(String subject, Citation citation) implements Filling {
        @Override
        public String word() {
            return "cite";
        }

        @Override
        public String field() {
            return "citation-" + citation.source();
        }
    }

    record SelfReport(String subject, Side side, Report report) implements Filling {
        @Override
        public String word() {
            return "report";
        }

        @Override
        public String field() {
            return "report-" + side.word();
        }

        @Override
        public Optional<Side> saidBy() {
            return Optional.of(side);
        }
    }

    record Assess(String subject, Assessment assessment) implements Filling {
        @Override
        public String word() {
            return "assess";
        }

        @Override
        public String field() {
            return "assessment-" + assessment.assessor();
        }
    }

    record Convene(Meeting meeting) implements Filling {
        @Override
        public String subject() {
            return meeting.id();
        }

        @Override
        public String word() {
            return "convene";
        }

        @Override
        public String field() {
            return "entry";
        }
    }

    record Prove(String subject, Evidence evidence) implements Adding {
        @Override
        public String word() {
            return "prove";
        }
    }

    record Connect(Link link) implements Adding {
        @Override
        public String subject() {
            return link.from();
        }

        @Override
        public String word() {
            return "connect";
        }
    }

    /** Asks a side to say by a day why it is late. */
    record AskToExplain(String subject, Side side, LocalDate by) implements Adding {
        @Override
        public String word() {
            return "ask";
        }
    }

    record Explain(String subject, Explanation explanation) implements Adding {
        @Override
        public String word() {
            return "explain";
        }

        @Override
        public Optional<Side> saidBy() {
            return Optional.of(explanation.side());
        }
    }

    record Decide(Decision decision) implements Adding {
        @Override
        public String subject() {
            return decision.meeting();
        }

        @Override
        public String word() {
            return "decide";
        }
    }

    /** Takes back what was only added. It stays in the history. */
    record Withdraw(String subject, EventId event) implements Adding {
        @Override
        public String word() {
            return "withdraw";
        }
    }
}
