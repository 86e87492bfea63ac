// Timestamps of authorities (RFC 3161, with RFC 5816): the same check in the same order as the one in Java. Nothing is
// fetched, so a certificate that was revoked is not found out.

const SIGNED_DATA = '1.2.840.113549.1.7.2', TST_INFO = '1.2.840.113549.1.9.16.1.4', TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const CONTENT_TYPE = '1.2.840.113549.1.9.3', MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12', SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const ROOTS = 'timestamps/roots.pem', ANSWER_MAX = 1 << 18, CERTIFICATES_MAX = 10;

/** A TimeStampResp whose request was granted. Nothing of it is checked by reading it. */
function readToken(response) {
    if (response.length > ANSWER_MAX) throw new Malformed(`an answer of more than ${ANSWER_MAX} bytes`);
    const parts = derParts(derValue(response), SEQUENCE);
    const status = derContent(derAt(derParts(derAt(parts, 0), SEQUENCE), 0), INTEGER);
    if (status.length !== 1 || status[0] > 1) throw new Malformed(`the authority refused, with status ${hex(status)}`);
    const content = derParts(derAt(parts, 1), SEQUENCE);
    if (objectId(derAt(content, 0)) !== SIGNED_DATA) throw new Malformed('the token is no signed message');
    const signed = derParts(derValue(derContent(derAt(content, 1), 0xa0)), SEQUENCE);
    const encapsulated = derParts(derAt(signed, 2), SEQUENCE);
    if (objectId(derAt(encapsulated, 0)) !== TST_INFO) throw new Malformed('what is signed is no timestamp');
    const info = derContent(derValue(derContent(derAt(encapsulated, 1), 0xa0)), OCTETS);
    const field = derTagged(signed, 0xa0), certificates = field ? derParts(field, 0xa0) : [];
    if (certificates.length > CERTIFICATES_MAX) throw new Malformed(`a timestamp with more than ${CERTIFICATES_MAX} certificates`);
    const signers = derParts(signed[signed.length - 1], SET);
    if (signers.length !== 1) throw new Malformed(`a timestamp has one signer, not ${signers.length}`);
    const told = derParts(derValue(info), SEQUENCE);
    const imprint = derParts(derAt(told, 2), SEQUENCE);
    return {
        info,
        imprintAlgorithm: objectId(derAt(derParts(derAt(imprint, 0), SEQUENCE), 0)),
        imprint: derContent(derAt(imprint, 1), OCTETS),
        at: tokenTime(derAt(told, 4)),
        certificates: certificates.flatMap(each => readable(each.whole)),
        signer: derParts(signers[0], SEQUENCE),
    };
}

/** A certificate if it can be read. They are not signed, and whether the one that signed is among them is asked later. */
function readable(der) {
    try {
        return [readCertificate(der)];
    } catch (e) {
        if (e instanceof Malformed) return [];
        throw e;
    }
}

/** The time as text, and in milliseconds since 1970 rounded down. */
function tokenTime(value) {
    const said = latin1(derContent(value, TIME));
    const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{0,9}))?Z$/.exec(said);
    const seconds = parts && `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}`;
    const isReal = seconds && !isNaN(new Date(seconds + 'Z')) && new Date(seconds + 'Z').toISOString().startsWith(seconds);
    if (!isReal) throw new Malformed(`\`${shown(said)}\` is no time of a timestamp`);
    const digits = (parts[7] || '').replace(/0+$/, '');
    const fraction = digits.padEnd(3 * Math.ceil(digits.length / 3), '0');
    return {text: seconds + (fraction && '.' + fraction) + 'Z', millis: Date.parse(seconds + 'Z') + Number(fraction.padEnd(3, '0').slice(0, 3))};
}

async function digestOf(id, admitsSha1, bytes) {
    const name = own(DIGESTS, id);
    if (!name || (name === 'SHA-1' && !admitsSha1)) throw new Malformed(`hashes of the kind \`${id}\` are not taken here`);
    return new Uint8Array(await crypto.subtle.digest(name, bytes));
}

/** The certificate that the token says it is signed with, by issuer and number or by key identifier. */
function signingCertificate(token) {
    const name = derAt(token.signer, 1);
    const found = token.certificates.find(each => {
        if (name.tag === SEQUENCE) {
            const parts = derParts(name, SEQUENCE);
            return same(derAt(parts, 0).whole, each.issuer.whole) && same(derContent(derAt(parts, 1), INTEGER), each.serial);
        }
        const id = extension(each, KEY_IDENTIFIER);
        return id && same(derContent(id, OCTETS), derContent(name, 0x80));
    });
    if (!found) throw new Malformed('the certificate that signed it is not in it');
    return found;
}

function signedAttribute(attributes, id) {
    const found = attributes.map(each => derParts(each, SEQUENCE)).filter(parts => objectId(derAt(parts, 0)) === id)
        .map(parts => derParts(derAt(parts, 1), SET));
    if (found.length > 1 || (found.length === 1 && found[0].length !== 1)) throw new Malformed('a signed attribute stands in it twice');
    return found.length === 1 ? found[0][0] : null;
}

async function requireTokenSignature(token, certificate) {
    const digest = objectId(derAt(derParts(derAt(token.signer, 2), SEQUENCE), 0));
    const attributes = derAt(token.signer, 3);
    const signed = derParts(attributes, 0xa0);
    const type = signedAttribute(signed, CONTENT_TYPE);
    if (!type || objectId(type) !== TST_INFO) throw new Malformed('its signature is over another kind of content');
    const stated = signedAttribute(signed, MESSAGE_DIGEST);
    if (!stated) throw new Malformed('its signature does not name the content');
    if (!same(derContent(stated, OCTETS), await digestOf(digest, false, token.info))) {
        throw new Malformed('its content was changed after it was signed');
    }
    await requireNamed(signed, certificate);
    // RFC 5652 §5.4: signed is the SET, not the implicitly tagged field.
    const covered = derWritten(SET, attributes.content);
    const signature = derContent(derAt(token.signer, 5), OCTETS);
    if (!await isSignedBy(certificate.key, derAt(token.signer, 4), DIGESTS[digest], covered, signature)) {
        throw new Malformed('its signature is not by the certificate in it');
    }
}

/** RFC 5816: the signature names its certificate by hash, so that no other with the same key can take its place. */
async function requireNamed(attributes, certificate) {
    const second = signedAttribute(attributes, SIGNING_CERTIFICATE_V2);
    const value = second || signedAttribute(attributes, SIGNING_CERTIFICATE);
    if (!value) throw new Malformed('its signature does not name its certificate');
    const id = derParts(derAt(derParts(derAt(derParts(value, SEQUENCE), 0), SEQUENCE), 0), SEQUENCE);
    const namesDigest = second && derAt(id, 0).tag === SEQUENCE;
    const digest = namesDigest ? objectId(derAt(derParts(id[0], SEQUENCE), 0))
        : second ? '2.16.840.1.101.3.4.2.1' : '1.3.14.3.2.26';
    if (!same(derContent(derAt(id, namesDigest ? 1 : 0), OCTETS), await digestOf(digest, true, certificate.der))) {
        throw new Malformed('its signature names another certificate');
    }
}

/** RFC 3161 §2.3: for timestamps, for nothing else, and said so critically. */
function requirePurpose(certificate) {
    const found = certificate.extensions.get(PURPOSES);
    const purposes = found ? derParts(extension(certificate, PURPOSES), SEQUENCE).map(objectId) : [];
    if (!found || !found.isCritical || purposes.length !== 1 || purposes[0] !== TIME_STAMPING) {
        throw new Malformed('its certificate is not one for timestamps alone');
    }
}

/** The authority's time and name; what does not hold is thrown. */
async function checkTimestamp(response, stamped, roots) {
    const token = readToken(response);
    if (!same(token.imprint, await digestOf(token.imprintAlgorithm, false, stamped))) {
        throw new Malformed('it is of something else: the hash differs');
    }
    const certificate = signingCertificate(token);
    await requireTokenSignature(token, certificate);
    requirePurpose(certificate);
    if (roots.length === 0) throw new Malformed('no root certificate of an authority is given');
    if (!await leadsToRoot(certificate, token.certificates, roots, token.at.millis)) {
        throw new Malformed('its certificate does not lead to a root that is given');
    }
    return {at: token.at.text, authority: nameText(certificate.subject)};
}

/** Each timestamp of a bundle is of a checkpoint that this log signed and that the newest continues. */
async function checkStamps(archive, head, given) {
    const isGiven = given.length > 0;
    const included = archive.members.has(ROOTS) ? readPem(await wholeFile(archive, ROOTS, NOTE_MAX)) : [];
    const roots = isGiven ? given : included;
    const stamps = [];
    for (const name of archive.members.keys()) {
        if (!name.startsWith('timestamps/') || !name.endsWith('.tsr')) continue;
        const place = `the timestamp \`${name.slice('timestamps/'.length)}\``;
        const stamped = await wholeFile(archive, name.replace(/tsr$/, 'stamped'), NOTE_MAX);
        const byLog = {logs: [head.log.key], witnesses: [], groups: [], quorum: null};
        const earlier = await signedHead(stamped, byLog, `the checkpoint of ${place}`);
        requireContinued(earlier, head, await consistencyProof(archive, earlier.size), `the checkpoint of ${place}`);
        const answer = await wholeFile(archive, name, ANSWER_MAX);
        const stamp = await part('TIMESTAMP', async () => {
            try {
                return await checkTimestamp(answer, stamped, roots);
            } catch (e) {
                throw e instanceof Malformed ? new Malformed(`${place}: ${e.message}`) : e;
            }
        });
        stamps.push({size: earlier.size, at: stamp.at, authority: stamp.authority, trust: isGiven ? 'GIVEN' : 'ASSUMED'});
    }
    return stamps;
}
