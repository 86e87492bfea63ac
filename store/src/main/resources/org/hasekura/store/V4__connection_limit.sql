-- Limits on connections; never taken away, so that it can be told later which held when.
CREATE TABLE connection_limit (
    id     TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    given  BIGINT NOT NULL,
    lifted BOOLEAN NOT NULL,
    body   TEXT NOT NULL
);
