-- What this node's own people ask for: answers that are kept for a request that is repeated, and who is told of events.

CREATE TABLE kept_answer (
    name    TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    request TEXT NOT NULL,
    answer  TEXT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX kept_answer_by_expiry ON kept_answer (expires);

CREATE TABLE webhook (
    id      TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    body    TEXT NOT NULL
);

-- Lists are filtered by what never changes in a row, so that a step of an exchange does not touch these.
CREATE INDEX negotiation_of_peer ON negotiation (peer, created, pid);
CREATE INDEX negotiation_of_dataset ON negotiation (dataset, created, pid);
CREATE INDEX transfer_of_peer ON transfer (peer, created, pid);
CREATE INDEX transfer_of_agreement ON transfer (agreement, created, pid);
CREATE INDEX agreement_of_peer ON agreement (peer, made, id);
CREATE INDEX agreement_of_dataset ON agreement (dataset, made, id);
