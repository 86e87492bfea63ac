-- Who sees a dataset that is on offer: everybody, or those whom its grants name.
ALTER TABLE dataset ADD COLUMN for_everyone BOOLEAN NOT NULL DEFAULT TRUE;
CREATE INDEX dataset_for_everyone ON dataset (id) WHERE on_offer AND for_everyone;

-- Of restricted datasets on offer alone.
CREATE TABLE dataset_grant (
    named   TEXT COLLATE "binary" NOT NULL,
    dataset TEXT COLLATE "binary" NOT NULL,
    PRIMARY KEY (named, dataset)
);
CREATE INDEX dataset_grant_of_dataset ON dataset_grant (dataset);

-- Everything that a grant ever named: few rows, read again after each change of a dataset.
CREATE TABLE granted (
    named TEXT COLLATE "binary" NOT NULL PRIMARY KEY
);

-- Descriptions that are not published.
CREATE TABLE dataset_draft (
    id      TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    saved   BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body    TEXT NOT NULL
);
