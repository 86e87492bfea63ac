package org.hasekura.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON value as evidence has it: text, whole numbers, truth values, arrays, objects; nothing else. */
public sealed interface Json {

    /** A string. */
    record Text(String value) implements Json {}

    /** An integer within ±(2^53 - 1), which every reader of JSON keeps exactly. */
    record Whole(long value) implements Json {
        static final long MAX = (1L << 53) - 1;

        public Whole {
            if (value > MAX || value < -MAX) {
                throw new IllegalArgumentException(value + " is not exact in every JSON reader; write it as text");
            }
        }
    }

    /** true or false. */
    record Truth(boolean value) implements Json {}

    /** An array. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** An object; its members in the order of their names by UTF-16 unit, as JCS has them. */
    record Fields(SortedMap<String, Json> values) implements Json {
        public Fields {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        /** The text under this name, if it is there and is text. */
        public Optional<String> text(String name) {
            return values.get(name) instanceof Text(String value) ? Optional.of(value) : Optional.empty();
        }

        /** The items under this name; none if there is no array. */
        public List<Json> items(String name) {
            return values.get(name) instanceof Items(List<Json> items) ? items : List.of();
        }
    }

    /** null or a number with fraction or exponent, as it was written: met only when reading what others wrote. */
    record Foreign(String raw) implements Json {}
}
