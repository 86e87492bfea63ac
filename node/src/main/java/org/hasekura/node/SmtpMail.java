package org.hasekura.node;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Mail by SMTP (RFC 5321), with TLS from the first byte or by STARTTLS, which is then demanded and not merely tried. */
final class SmtpMail implements Mail {

    private static final String PATIENCE_MS = "10000";

    private final Settings.Mail settings;

    SmtpMail(Settings.Mail settings) {
        this.settings = settings;
    }

    @Override
    public void send(String to, String subject, String text) throws IOException {
        try {
            Session session = Session.getInstance(properties());
            var message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's holiday note answers it
            try (Transport transport = session.getTransport("smtp")) {
                if (settings.user().isPresent()) {
                    transport.connect(settings.user().get(), settings.password().orElse(""));
                } else {
                    transport.connect();
                }
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException refused) {
            throw new IOException("the mail server `" + settings.host() + "` did not take it", refused);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MS);
        properties.put("mail.smtp.timeout", PATIENCE_MS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MS);
        properties.put("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case NONE -> {}
        }
        return properties;
    }
}
