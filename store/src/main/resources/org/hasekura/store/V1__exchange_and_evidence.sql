-- One text for SQLite and PostgreSQL: nothing here that either of them does not know.
--
-- Names and identifiers are TEXT in the order of their bytes (COLLATE "binary" is SQLite's own; on PostgreSQL the node
-- makes a collation of that name). Instants are BIGINT, nanoseconds since 1970-01-01T00:00:00Z. `body` is the JSON that
-- the room's ...Json classes write; the columns beside it repeat what is searched for.

CREATE TABLE negotiation (
    pid       TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    peer      TEXT COLLATE "binary" NOT NULL,
    peer_pid  TEXT COLLATE "binary",
    -- The peer's name of it, if the peer opened it: the same request twice must not open two.
    opened_as TEXT COLLATE "binary",
    role      TEXT NOT NULL,
    dataset   TEXT COLLATE "binary" NOT NULL,
    state     TEXT NOT NULL,
    open      BOOLEAN NOT NULL,
    created   BIGINT NOT NULL,
    changed   BIGINT NOT NULL,
    version   BIGINT NOT NULL,
    body      TEXT NOT NULL,
    UNIQUE (peer, opened_as)
);
CREATE INDEX negotiation_by_age ON negotiation (created, pid);
CREATE INDEX negotiation_open ON negotiation (created, pid) WHERE open;

CREATE TABLE transfer (
    pid       TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    peer      TEXT COLLATE "binary" NOT NULL,
    peer_pid  TEXT COLLATE "binary",
    opened_as TEXT COLLATE "binary",
    role      TEXT NOT NULL,
    agreement TEXT COLLATE "binary" NOT NULL,
    state     TEXT NOT NULL,
    open      BOOLEAN NOT NULL,
    created   BIGINT NOT NULL,
    changed   BIGINT NOT NULL,
    version   BIGINT NOT NULL,
    body      TEXT NOT NULL,
    UNIQUE (peer, opened_as)
);
CREATE INDEX transfer_by_age ON transfer (created, pid);
CREATE INDEX transfer_open ON transfer (created, pid) WHERE open;

CREATE TABLE agreement (
    id          TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    peer        TEXT COLLATE "binary" NOT NULL,
    negotiation TEXT COLLATE "binary" NOT NULL,
    dataset     TEXT COLLATE "binary" NOT NULL,
    made        BIGINT NOT NULL,
    stands      BOOLEAN NOT NULL,
    body        TEXT NOT NULL
);
CREATE INDEX agreement_by_age ON agreement (made, id);

CREATE TABLE dataset (
    id       TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    on_offer BOOLEAN NOT NULL,
    version  BIGINT NOT NULL,
    body     TEXT NOT NULL
);
CREATE INDEX dataset_on_offer ON dataset (id) WHERE on_offer;

CREATE TABLE participant (
    did  TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);

CREATE TABLE outbox (
    id       TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    process  TEXT NOT NULL,
    pid      TEXT COLLATE "binary" NOT NULL,
    peer     TEXT COLLATE "binary" NOT NULL,
    target   TEXT NOT NULL,
    type     TEXT NOT NULL,
    body     TEXT NOT NULL,
    created  BIGINT NOT NULL,
    attempts BIGINT NOT NULL
);

CREATE TABLE token_use (
    issuer   TEXT COLLATE "binary" NOT NULL,
    token_id TEXT COLLATE "binary" NOT NULL,
    expires  BIGINT NOT NULL,
    PRIMARY KEY (issuer, token_id)
);
CREATE INDEX token_use_by_expiry ON token_use (expires);

-- The evidence log. Rows are added, never changed and never taken away.
CREATE TABLE entry (
    idx     BIGINT NOT NULL PRIMARY KEY,
    process TEXT COLLATE "binary",
    bytes   BYTEA NOT NULL
);
CREATE INDEX entry_of_process ON entry (process, idx) WHERE process IS NOT NULL;

-- One row once the first checkpoint is signed: the largest tree head that was given out.
CREATE TABLE signed_head (
    only_row BIGINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
    size     BIGINT NOT NULL,
    root     BYTEA NOT NULL
);

CREATE TABLE setting (
    name  TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    value BYTEA NOT NULL
);

-- What evidence names by hash only, so that it can be erased without touching evidence.
CREATE TABLE body (
    sha256  TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    salt    BYTEA,
    bytes   BYTEA NOT NULL,
    created BIGINT NOT NULL
);
CREATE INDEX body_by_age ON body (created);
