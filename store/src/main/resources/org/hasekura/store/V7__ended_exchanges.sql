-- What has ended, by when: a row comes into these once, with its last change, so that the steps before do not touch them.
CREATE INDEX negotiation_ended ON negotiation (changed) WHERE NOT open;
CREATE INDEX transfer_ended ON transfer (changed) WHERE NOT open;
