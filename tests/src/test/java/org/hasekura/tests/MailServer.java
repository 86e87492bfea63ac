package org.hasekura.tests;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A mail server on this machine that takes whatever comes, one message after the other; or refuses it. RFC 5321. */
final class MailServer implements AutoCloseable {

    private final ServerSocket listening;
    private final BlockingQueue<MimeMessage> taken = new LinkedBlockingQueue<>();
    private volatile boolean refuses;

    MailServer() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listening.getLocalPort();
    }

    void refuse() {
        refuses = true;
    }

    /** The next message, as soon as it is there. */
    MimeMessage next() throws InterruptedException {
        return taken.take();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                talk(socket);
            } catch (SocketException closed) {
                return;
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("the mail server of the test failed", e);
            }
        }
    }

    private void talk(Socket socket) throws IOException, MessagingException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        say(socket, "220 mail.test");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.substring(0, Math.min(4, line.length()));
            switch (verb) {
                case "DATA" -> {
                    say(socket, "354 go on");
                    taken.add(message(in));
                    say(socket, "250 taken");
                }
                case "RCPT" -> say(socket, refuses ? "550 nobody" : "250 ok");
                case "QUIT" -> {
                    say(socket, "221 bye");
                    return;
                }
                default -> say(socket, "250 ok");
            }
        }
    }

    private static MimeMessage message(BufferedReader in) throws IOException, MessagingException {
        var text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
