package org.hasekura.evidence;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which signatures are taken under timestamps and their certificates: those with SHA-256 or better. The JDK alone takes SHA-1
 * under certificates still.
 */
final class StrongSignatures extends PKIXCertPathChecker {

    private static final String RSA_PSS = "1.2.840.113549.1.1.10";

    private static final Map<String, String> NAMES = Map.of(
            "1.2.840.113549.1.1.11", "SHA256withRSA",
            "1.2.840.113549.1.1.12", "SHA384withRSA",
            "1.2.840.113549.1.1.13", "SHA512withRSA",
            "1.2.840.10045.4.3.2", "SHA256withECDSA",
            "1.2.840.10045.4.3.3", "SHA384withECDSA",
            "1.2.840.10045.4.3.4", "SHA512withECDSA",
            "1.3.101.112", "Ed25519");

    /** Whether this identifies RSASSA-PSS, which has its hash among its parameters. */
    static boolean isPss(String objectId) {
        return objectId.equals(RSA_PSS);
    }

    /** The JDK's name of an algorithm that is taken, other than RSASSA-PSS. */
    static Optional<String> name(String objectId) {
        return Optional.ofNullable(NAMES.get(objectId));
    }

    /** Parameters of RSASSA-PSS (RFC 4055 §3.1), of which the mask must be made with the same hash. */
    static PSSParameterSpec pss(byte[] der) throws GeneralSecurityException, MalformedException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
        try {
            parameters.init(der);
        } catch (IOException e) {
            throw new MalformedException("its signature has parameters that cannot be read");
        }
        PSSParameterSpec spec = parameters.getParameterSpec(PSSParameterSpec.class);
        boolean isOneHash = spec.getMGFParameters() instanceof MGF1ParameterSpec mask
                && mask.getDigestAlgorithm().equals(spec.getDigestAlgorithm());
        if (!isOneHash || !Set.of("SHA-256", "SHA-384", "SHA-512").contains(spec.getDigestAlgorithm())) {
            throw new MalformedException("signatures of the kind `" + RSA_PSS + "` are not taken here with `"
                    + spec.getDigestAlgorithm() + "`");
        }
        return spec;
    }

    @Override
    public void init(boolean forward) {
        // It looks at each certificate alone.
    }

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public Set<String> getSupportedExtensions() {
        return Set.of();
    }

    @Override
    public void check(Certificate certificate, Collection<String> unresolved) throws CertPathValidatorException {
        X509Certificate signed = (X509Certificate) certificate;
        try {
            if (isPss(signed.getSigAlgOID())) {
                pss(Optional.ofNullable(signed.getSigAlgParams()).orElse(new byte[0]));
            } else if (name(signed.getSigAlgOID()).isEmpty()) {
                throw new CertPathValidatorException("it is signed with " + signed.getSigAlgName());
            }
        } catch (GeneralSecurityException | MalformedException e) {
            throw new CertPathValidatorException("how it is signed is not taken here", e);
        }
    }
}
