package org.hasekura.sender;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;

/** Bytes as they are; a file's go from the system's cache to the network without passing through this process. */
record PlainLink(SocketChannel channel) implements Link {

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        channel.write(from);
    }

    @Override
    public long send(FileChannel file, long from, long count) throws IOException {
        long sent = file.transferTo(from, count, channel);
        if (sent == 0 && file.size() <= from) {
            throw new EOFException("the file ended early, at byte " + from);
        }
        return sent;
    }

    @Override
    public boolean flush() {
        return true;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void finish() throws IOException {
        channel.shutdownOutput();
    }
}
