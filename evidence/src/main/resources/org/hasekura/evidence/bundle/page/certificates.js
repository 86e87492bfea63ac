// Certificates (RFC 5280) and the signatures under them, by WebCrypto. What the browser cannot do, and what of RFC 5280 is
// not done here (constraints on names and policies), is refused: a chain that holds here holds in Java, too.

const RSA = '1.2.840.113549.1.1.1', RSA_PSS = '1.2.840.113549.1.1.10', ED25519_ID = '1.3.101.112';
const RSA_BITS_MIN = 1024, CHAIN_MAX = 5;

const DIGESTS = {
    '1.3.14.3.2.26': 'SHA-1',
    '2.16.840.1.101.3.4.2.1': 'SHA-256',
    '2.16.840.1.101.3.4.2.2': 'SHA-384',
    '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
const SIGNATURES = {
    '1.2.840.113549.1.1.11': ['RSA', 'SHA-256'],
    '1.2.840.113549.1.1.12': ['RSA', 'SHA-384'],
    '1.2.840.113549.1.1.13': ['RSA', 'SHA-512'],
    '1.2.840.10045.4.3.2': ['ECDSA', 'SHA-256'],
    '1.2.840.10045.4.3.3': ['ECDSA', 'SHA-384'],
    '1.2.840.10045.4.3.4': ['ECDSA', 'SHA-512'],
    [ED25519_ID]: ['Ed25519', ''],
};
const CURVES = {
    '1.2.840.10045.3.1.7': ['P-256', 32],
    '1.3.132.0.34': ['P-384', 48],
    '1.3.132.0.35': ['P-521', 66],
};
const KEY_WORDS = {
    '2.5.4.3': 'CN', '2.5.4.6': 'C', '2.5.4.7': 'L', '2.5.4.8': 'ST', '2.5.4.10': 'O', '2.5.4.11': 'OU', '2.5.4.9': 'STREET',
    '0.9.2342.19200300.100.1.25': 'DC', '0.9.2342.19200300.100.1.1': 'UID',
};
const CONSTRAINTS = '2.5.29.19', KEY_USAGE = '2.5.29.15', PURPOSES = '2.5.29.37', KEY_IDENTIFIER = '2.5.29.14';
const NAME_CONSTRAINTS = '2.5.29.30', POLICY_CONSTRAINTS = '2.5.29.36', POLICY_MAPPINGS = '2.5.29.33', ANY_POLICY = '2.5.29.54';
const UNDERSTOOD = [CONSTRAINTS, KEY_USAGE, PURPOSES, '2.5.29.17', '2.5.29.32'];
const CERT_SIGN = 5;

/** A certificate's parts. Nothing is checked by reading it. */
function readCertificate(der) {
    const outer = derParts(derValue(der), SEQUENCE);
    const whole = derAt(outer, 0), algorithm = derAt(outer, 1);
    const parts = derParts(whole, SEQUENCE);
    const at = derAt(parts, 0).tag === 0xa0 ? 1 : 0;
    const validity = derParts(derAt(parts, at + 3), SEQUENCE);
    const extensions = new Map();
    const field = derTagged(parts, 0xa3);
    (field ? derParts(derValue(field.content), SEQUENCE) : []).forEach(each => {
        const [id, ...rest] = derParts(each, SEQUENCE);
        const name = objectId(id), isCritical = rest.length === 2 && derContent(rest[0], 0x01)[0] !== 0;
        if (extensions.has(name)) throw new Malformed('a certificate with an extension twice');
        extensions.set(name, {isCritical, value: derContent(derAt(rest, rest.length - 1), OCTETS)});
    });
    if (!same(derAt(parts, at + 1).whole, algorithm.whole)) throw new Malformed('a certificate with two algorithms');
    return {
        der, signed: whole.whole, algorithm, signature: bitString(outer[2]), serial: derContent(parts[at], INTEGER),
        issuer: derAt(parts, at + 2), notBefore: certificateTime(derAt(validity, 0)), notAfter: certificateTime(derAt(validity, 1)),
        subject: derAt(parts, at + 4), key: derAt(parts, at + 5), extensions,
    };
}

function bitString(value) {
    const bits = derContent(value, BITS);
    if (bits.length === 0 || bits[0] !== 0) throw new Malformed('a signature or key that is no whole number of bytes');
    return bits.subarray(1);
}

/** Milliseconds since 1970. RFC 5280 §4.1.2.5: years of two digits are those from 1950 to 2049. */
function certificateTime(value) {
    const text = latin1(value.content);
    const long = value.tag === UTC_TIME ? (text < '5' ? '20' : '19') + text : text;
    const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(long);
    if (![UTC_TIME, TIME].includes(value.tag) || !parts) throw new Malformed('a certificate with no possible time');
    return Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`);
}

function extension(certificate, id) {
    const found = certificate.extensions.get(id);
    return found && derValue(found.value);
}

/** A name as RFC 2253 writes it, and as the JDK does where that leaves a choice. */
function nameText(name) {
    return derParts(name, SEQUENCE).reverse()
        .map(set => derParts(set, SET).map(attributeText).join('+')).join(',');
}

function attributeText(attribute) {
    const parts = derParts(attribute, SEQUENCE);
    const id = objectId(parts[0]), word = own(KEY_WORDS, id), value = derAt(parts, 1);
    const charset = {0x0c: 'utf-8', 0x13: 'latin1', 0x14: 'latin1', 0x16: 'latin1', 0x1b: 'latin1', 0x1e: 'utf-16be'}[value.tag];
    if (!word || !charset) return `${word || id}=#${hex(value.whole)}`;
    const text = charset === 'latin1' ? latin1(value.content) : new TextDecoder(charset, {ignoreBOM: true}).decode(value.content);
    return word + '=' + text.replace(/[,=+<>#;"\\]/g, '\\$&').replace(/\0/g, '\\00')
        .replace(/^[ \r]+|[ \r]+$/g, spaces => spaces.replace(/[^]/g, '\\$&'));
}

/** Whether the key made this signature over the bytes; `digest` is for algorithms that name none. */
async function isSignedBy(key, algorithm, digest, bytes, signature) {
    const [id, parameters] = derParts(algorithm, SEQUENCE);
    const [kind, hash] = objectId(id) === RSA ? ['RSA', digest] : objectId(id) === RSA_PSS ? pssHash(parameters)
        : own(SIGNATURES, objectId(id)) || [];
    if (!kind || (kind !== 'Ed25519' && !hash)) throw new Malformed(`signatures of the kind \`${objectId(id)}\` are not taken here`);
    const [keyKind, curve] = derParts(derAt(derParts(key, SEQUENCE), 0), SEQUENCE);
    const isOfKind = {
        RSA: [RSA], PSS: [RSA, RSA_PSS], ECDSA: ['1.2.840.10045.2.1'], Ed25519: [ED25519_ID],
    }[kind].includes(objectId(keyKind));
    if (!isOfKind) throw new Malformed('its signature cannot be checked: it is not of the kind of its key');
    if (kind === 'ECDSA') return ecdsa(key, objectId(curve), hash, bytes, signature);
    const names = {RSA: {name: 'RSASSA-PKCS1-v1_5', hash}, PSS: {name: 'RSA-PSS', hash}, Ed25519: {name: 'Ed25519'}};
    const spki = kind === 'Ed25519' ? key.whole : rsaKey(key);
    return verified(spki, names[kind], {name: names[kind].name, saltLength: kind === 'PSS' ? pssSalt(parameters) : undefined}, bytes, signature);
}

async function verified(spki, kind, algorithm, bytes, signature) {
    try {
        const imported = await crypto.subtle.importKey('spki', spki, kind, false, ['verify']);
        return await crypto.subtle.verify(algorithm, imported, signature, bytes);
    } catch (e) {
        throw new Malformed(`its signature cannot be checked: ${e.message || e.name}`);
    }
}

/** WebCrypto takes keys of RSA under their general name alone. */
function rsaKey(key) {
    const bits = derAt(derParts(key, SEQUENCE), 1);
    const modulus = derContent(derAt(derParts(derValue(bitString(bits)), SEQUENCE), 0), INTEGER);
    const first = modulus.findIndex(byte => byte !== 0);
    const length = first < 0 ? 0 : 8 * (modulus.length - first) - Math.clz32(modulus[first]) + 24;
    if (length < RSA_BITS_MIN) throw new Malformed(`its signature cannot be checked: a key of ${length} bits is too weak`);
    const general = Uint8Array.of(0x30, 0x0d, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0);
    return derWritten(SEQUENCE, Uint8Array.of(...general, ...bits.whole));
}

/** RFC 4055 §3.1. The mask must be made with the same hash: WebCrypto knows no other, nor is another in use. */
function pssHash(parameters) {
    const fields = derParts(parameters, SEQUENCE);
    const named = tag => {
        const field = derTagged(fields, tag);
        return field ? derParts(derValue(field.content), SEQUENCE) : null;
    };
    const hash = named(0xa0), mask = named(0xa1);
    const name = hash ? DIGESTS[objectId(derAt(hash, 0))] : 'SHA-1';
    const maskName = mask ? DIGESTS[objectId(derAt(derParts(derAt(mask, 1), SEQUENCE), 0))] : 'SHA-1';
    return ['PSS', name === maskName && name !== 'SHA-1' ? name : ''];
}

function pssSalt(parameters) {
    const field = derTagged(derParts(parameters, SEQUENCE), 0xa2);
    return field ? parseInt(hex(derContent(derValue(field.content), INTEGER)), 16) : 20;
}

/** WebCrypto wants the two numbers of a signature one after the other, each as long as the curve's. */
async function ecdsa(key, curve, hash, bytes, signature) {
    const [namedCurve, length] = own(CURVES, curve) || [];
    if (!namedCurve) throw new Malformed(`its signature cannot be checked: keys of the curve \`${curve}\` are not taken here`);
    const raw = new Uint8Array(2 * length);
    const numbers = derParts(derValue(signature), SEQUENCE);
    for (let i = 0; i < 2; i++) {
        const number = derContent(derAt(numbers, i), INTEGER);
        const digits = number.subarray(number.findIndex(byte => byte !== 0));
        if (digits.length > length || number[0] >= 0x80) return false;
        raw.set(digits, (i + 1) * length - digits.length);
    }
    return verified(key.whole, {name: 'ECDSA', namedCurve}, {name: 'ECDSA', hash}, bytes, raw);
}

/** Whether a certificate leads to a root at this time, over others that came with it (RFC 5280 §6.1); each is tried once. */
async function leadsToRoot(certificate, others, roots, time) {
    const open = [{certificate, below: 0}], seen = new Set([certificate]);
    while (open.length > 0) {
        const {certificate: each, below} = open.shift();
        if (roots.some(root => same(root.der, each.der))) return true;
        if (time < each.notBefore || time > each.notAfter || !isUnderstood(each)) continue;
        for (const issuer of [...roots, ...others]) {
            const isNext = !seen.has(issuer) && same(issuer.subject.whole, each.issuer.whole) && await isIssuedBy(each, issuer);
            if (isNext && roots.includes(issuer)) return true;
            if (!isNext || below >= CHAIN_MAX || !mayIssue(issuer, below)) continue;
            seen.add(issuer);
            // The shorter chain comes first, and admits whatever a longer one does.
            if (isSelfIssued(issuer)) open.unshift({certificate: issuer, below});
            else open.push({certificate: issuer, below: below + 1});
        }
    }
    return false;
}

const isSelfIssued = certificate => same(certificate.issuer.whole, certificate.subject.whole);

async function isIssuedBy(certificate, issuer) {
    try {
        return await isSignedBy(issuer.key, certificate.algorithm, '', certificate.signed, certificate.signature);
    } catch (e) {
        if (e instanceof Malformed) return false;
        throw e;
    }
}

function isUnderstood(certificate) {
    const limits = [NAME_CONSTRAINTS, POLICY_CONSTRAINTS, POLICY_MAPPINGS, ANY_POLICY];
    return [...certificate.extensions].every(([id, {isCritical}]) =>
        !limits.includes(id) && (!isCritical || UNDERSTOOD.includes(id)));
}

/** Whether it is the certificate of an authority with at most so many others below it. */
function mayIssue(certificate, below) {
    const constraints = extension(certificate, CONSTRAINTS);
    const [isAuthority, pathLength] = constraints ? derParts(constraints, SEQUENCE) : [];
    const usage = extension(certificate, KEY_USAGE);
    const maySign = !usage || (derContent(usage, BITS)[1] >> (7 - CERT_SIGN)) % 2 === 1;
    return isAuthority !== undefined && isAuthority.tag === 0x01 && isAuthority.content[0] !== 0 && maySign
        && (pathLength === undefined || parseInt(hex(derContent(pathLength, INTEGER)), 16) >= below);
}

/** The certificates of a PEM file; none if it cannot be read. */
function readPem(bytes) {
    const blocks = latin1(bytes).match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) || [];
    try {
        return blocks.map(block => readCertificate(base64(block.replace(/-----[A-Z ]*-----|\s/g, ''))));
    } catch (e) {
        if (e instanceof Malformed) return [];
        throw e;
    }
}
