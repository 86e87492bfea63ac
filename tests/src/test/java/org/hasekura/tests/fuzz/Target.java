package org.hasekura.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A reader of input from outside.
 *
 * @param name room and what is read, without spaces
 * @param seeds right inputs, from which wrong ones are made
 * @param reading takes an input or refuses it in its own way; anything thrown is a fault
 */
public record Target(String name, List<byte[]> seeds, Reading reading) {

    /** What is done with one input. */
    public interface Reading {
        void of(byte[] input) throws Exception;
    }

    public Target {
        seeds = List.copyOf(seeds);
    }

    /** Of text in UTF-8; a reader of text is never given what is none. */
    public static Target text(String name, List<String> seeds, Consumer<String> reading) {
        return new Target(name, bytes(seeds), input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), input)) {
                reading.accept(text);
            }
        });
    }

    /** Whose every answer is right. */
    public static Target read(String name, List<byte[]> seeds, Function<byte[], ?> reading) {
        return new Target(name, seeds, input -> Objects.requireNonNull(reading.apply(input)));
    }

    /**
     * What is taken must be the same when it has been written and is read again.
     *
     * @param read empty when the input was refused
     */
    public static <T> Reading again(Function<byte[], Optional<T>> read, Function<T, byte[]> write) {
        return input -> read.apply(input).ifPresent(taken -> {
            byte[] written = write.apply(taken);
            Optional<byte[]> again = read.apply(written).map(write);
            if (!again.map(bytes -> Arrays.equals(bytes, written)).orElse(false)) {
                throw new IllegalStateException("was written as `" + new String(written, StandardCharsets.UTF_8)
                        + "`, and then read as "
                        + again.map(bytes -> "`" + new String(bytes, StandardCharsets.UTF_8) + "`")
                                .orElse("nothing"));
            }
        });
    }

    /** Texts as bytes. */
    public static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(each -> each.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
