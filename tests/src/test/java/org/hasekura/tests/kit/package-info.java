/** The official conformance kit of the Dataspace Protocol, run against a node of ours. */
@org.jspecify.annotations.NullMarked
package org.hasekura.tests.kit;
