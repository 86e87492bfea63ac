package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hasekura.store.Webhook;

/**
 * Sends one message to the address of a webhook, signed so that the receiver can tell it from anybody else's. Standard
 * Webhooks 1.0 (HMAC-SHA256, {@code v1}). No redirect is followed, and only machines that peers may be are contacted.
 */
final class WebhookSender {

    private static final int ANSWER_BYTES_MAX = 64 * 1024;

    /** How long an address may take; what it answers beyond its status is not looked at. */
    static final Settings.Peers PATIENCE =
            new Settings.Peers(Duration.ofSeconds(5), Duration.ofSeconds(15), ANSWER_BYTES_MAX);

    private final PeerClient client;

    WebhookSender(PeerClient client) {
        this.client = client;
    }

    /** What became of a message. */
    sealed interface Sent {

        record Taken(int status) implements Sent {}

        /**
         * It was not taken, or nobody knows.
         *
         * @param isGone the address says that it wants no more, now or ever (410)
         */
        record NotTaken(String reason, boolean isGone) implements Sent {}
    }

    /**
     * Sends it once.
     *
     * @param messageId the same at each try
     */
    Sent send(Webhook webhook, String messageId, String body, Instant now) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signed = messageId + "." + now.getEpochSecond() + "." + body;
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "hasekura-webhooks/1",
                "webhook-id",
                messageId,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                signatures(webhook, signed, now));
        try {
            PeerAnswer answer = client.post(webhook.address(), headers, bytes, ANSWER_BYTES_MAX);
            return answer.isSuccess()
                    ? new Sent.Taken(answer.status())
                    : new Sent.NotTaken("answered " + answer.status(), answer.status() == 410);
        } catch (IOException e) {
            return new Sent.NotTaken(String.valueOf(e.getMessage()), false);
        }
    }

    /** One for each secret that is good now. */
    private static String signatures(Webhook webhook, String signed, Instant now) {
        Stream<Webhook.Secret> before =
                webhook.before().filter(old -> now.isBefore(old.until())).map(Webhook.OldSecret::secret).stream();
        return Stream.concat(Stream.of(webhook.secret()), before)
                .map(secret -> "v1," + hmac(secret, signed))
                .collect(Collectors.joining(" "));
    }

    private static String hmac(Webhook.Secret secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.base64()), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks HMAC-SHA256", e);
        }
    }
}
