-- That a body was there and was erased, and on which ground: evidence shows it so.
CREATE TABLE erased_body (
    sha256 TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    ground TEXT NOT NULL,
    erased BIGINT NOT NULL
);
