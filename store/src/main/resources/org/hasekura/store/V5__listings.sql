-- Datasets that can be found: this node's own on offer (peer '', the rest stands in `dataset`) and those of peers whose
-- catalogs were read. A number is given once; one of a listing that has changed is gone and a new one is given.
CREATE TABLE listing (
    number BIGINT NOT NULL PRIMARY KEY,
    peer   TEXT COLLATE "binary" NOT NULL,
    id     TEXT COLLATE "binary" NOT NULL,
    -- Of a peer: the page of its catalog, from 1 on, and when it last stood there.
    page   BIGINT NOT NULL,
    seen   BIGINT NOT NULL,
    body   TEXT,
    UNIQUE (peer, id)
);
CREATE INDEX listing_of_page ON listing (peer, page) WHERE page > 0;

-- One row: the next number, and how many shelves of 4,096 numbers are in `listing_term`.
CREATE TABLE listing_extent (
    only_row BIGINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
    next     BIGINT NOT NULL,
    sealed   BIGINT NOT NULL
);

-- Which numbers of a shelf have a term.
CREATE TABLE listing_term (
    term    TEXT COLLATE "binary" NOT NULL,
    shelf   BIGINT NOT NULL,
    numbers BYTEA NOT NULL,
    PRIMARY KEY (term, shelf)
);
CREATE INDEX listing_term_of_shelf ON listing_term (shelf);

-- Numbers that are gone but may still stand in `listing_term`.
CREATE TABLE listing_gone (
    number BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO listing (number, peer, id, page, seen)
    SELECT row_number() OVER (ORDER BY id) - 1, '', id, 0, 0 FROM dataset WHERE on_offer;
INSERT INTO listing_extent (only_row, next, sealed) SELECT 1, count(*), 0 FROM listing;

-- Peers whose catalogs are read again and again.
CREATE TABLE peer_catalog (
    peer TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
);

-- What is needed to ask for a page only if it has changed.
CREATE TABLE peer_page (
    peer    TEXT COLLATE "binary" NOT NULL,
    page    BIGINT NOT NULL,
    address TEXT NOT NULL,
    tag     TEXT NOT NULL,
    next    TEXT,
    PRIMARY KEY (peer, page)
);
