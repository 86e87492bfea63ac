package org.hasekura.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A sink in memory, which survives the fetcher, can damage what it keeps, and watches that no part is open twice. */
final class MemorySink implements Sink {
    final Map<String, byte[]> parts = new HashMap<>();
    final Map<String, String> tags = new HashMap<>();
    final Map<String, byte[]> finished = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    byte[] at(String location) {
        return Optional.ofNullable(finished.get(location)).orElseThrow();
    }

    byte[] part(byte[] none, String pid) {
        return Optional.ofNullable(parts.get(pid)).orElse(none);
    }

    @Override
    public Part part(String pid) {
        if (!open.add(pid)) {
            throw new IllegalStateException("part `" + pid + "` is open already");
        }
        return new MemoryPart(pid);
    }

    private final class MemoryPart implements Part {
        private final String pid;
        private boolean isEnded;

        MemoryPart(String pid) {
            this.pid = pid;
        }

        @Override
        public long size() {
            return part(new byte[0], pid).length;
        }

        @Override
        public Optional<String> tag() {
            return Optional.ofNullable(tags.get(pid));
        }

        @Override
        public void begin(Optional<String> tag) {
            forget();
            tag.ifPresent(each -> tags.put(pid, each));
        }

        @Override
        public void append(byte[] bytes, int from, int length) {
            if (isEnded) {
                throw new IllegalStateException("the part has ended");
            }
            var out = new ByteArrayOutputStream();
            out.writeBytes(part(new byte[0], pid));
            out.write(bytes, from, length);
            parts.put(pid, out.toByteArray());
        }

        @Override
        public InputStream read() {
            return new ByteArrayInputStream(part(new byte[0], pid));
        }

        @Override
        public String finish(String name) throws IOException {
            finished.put(pid + "/" + name, part(new byte[0], pid));
            discard();
            return pid + "/" + name;
        }

        @Override
        public void discard() {
            isEnded = true;
            forget();
        }

        private void forget() {
            parts.remove(pid);
            tags.remove(pid);
        }

        @Override
        public void close() {
            open.remove(pid);
        }
    }
}
