package org.hasekura.evidence;

/** What a witness answers to add-checkpoint (C2SP tlog-witness v1.0.0), with its HTTP form. */
public sealed interface WitnessAnswer {

    /** HTTP status. */
    int status();

    /** HTTP body. */
    String body();

    /** HTTP content type. */
    default String contentType() {
        return "text/plain; charset=utf-8";
    }

    /** Cosigned. {@code head} must be durably recorded for {@code origin} before this is sent. */
    record Cosigned(String origin, TreeHead head, NoteSignature signature) implements WitnessAnswer {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public String body() {
            return signature.line();
        }
    }

    /** Malformed, or the old size is more than the new. */
    record BadRequest(String reason) implements WitnessAnswer {
        @Override
        public int status() {
            return 400;
        }

        @Override
        public String body() {
            return reason + "\n";
        }
    }

    /** No trusted key of the log signed it. */
    record NotSigned(String reason) implements WitnessAnswer {
        @Override
        public int status() {
            return 403;
        }

        @Override
        public String body() {
            return reason + "\n";
        }
    }

    /** A log that is not witnessed here. */
    record UnknownLog(String reason) implements WitnessAnswer {
        @Override
        public int status() {
            return 404;
        }

        @Override
        public String body() {
            return reason + "\n";
        }
    }

    /** The last cosigned size is another one; ask again with a proof from it. */
    record Conflict(long lastSize) implements WitnessAnswer {
        @Override
        public int status() {
            return 409;
        }

        @Override
        public String contentType() {
            return "text/x.tlog.size";
        }

        @Override
        public String body() {
            return lastSize + "\n";
        }
    }

    /** The log does not continue what was cosigned: a sign of a rewritten log, worth keeping. */
    record Inconsistent(String reason) implements WitnessAnswer {
        @Override
        public int status() {
            return 422;
        }

        @Override
        public String body() {
            return reason + "\n";
        }
    }
}
