package org.hasekura.evidence.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import org.hasekura.evidence.Cosigner;
import org.hasekura.evidence.NoteSigner;

/** Four Ed25519 key pairs that everybody knows: what is signed with them is for tests alone. */
public final class FixedKeys {

    private static final List<String> PUBLIC = List.of(
            "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c",
            "8139770ea87d175f56a35466c34c7ecccb8d8a91b4ee37a25df60f5b8fc9b394",
            "ed4928c628d1c2c6eae90338905995612959273a5c63f93636c14614ac8737d1",
            "ca93ac1705187071d67b83c7ff0efe8108e8ec4530575d7726879333dbdabe7c");

    private FixedKeys() {}

    /** Number 1 to 4; its private key is the byte of that number, 32 times. */
    public static KeyPair pair(int number) {
        HexFormat hex = HexFormat.of();
        String spki = "302a300506032b6570032100" + PUBLIC.get(number - 1);
        String pkcs8 = "302e020100300506032b657004220420" + ("0" + number).repeat(32);
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(hex.parseHex(spki))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(hex.parseHex(pkcs8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** A log that signs with it. */
    public static NoteSigner log(int number, String name) {
        return NoteSigner.ed25519(name, pair(number));
    }

    /** A witness that cosigns with it. */
    public static Cosigner witness(int number, String name) {
        return Cosigner.ed25519(name, pair(number));
    }
}
