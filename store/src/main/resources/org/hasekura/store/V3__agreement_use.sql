-- How often an agreement under which this node provides has been used: transfers that were started under it.
CREATE TABLE agreement_use (
    agreement TEXT COLLATE "binary" NOT NULL PRIMARY KEY,
    uses      BIGINT NOT NULL,
    first_use BIGINT NOT NULL
);
