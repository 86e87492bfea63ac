package org.hasekura.policy;

/** A constraint of a rule as it was written and as it is understood, by the place where it stands. */
record Clause(Constraint written, Condition condition, String path) {}
