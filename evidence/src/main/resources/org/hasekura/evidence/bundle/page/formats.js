// Text formats: strict readers. What is malformed is thrown; who reads turns it into a verdict.

class Malformed extends Error {}

const NUMBER_MAX = Number.MAX_SAFE_INTEGER;

function hex(bytes) {
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function shown(text) {
    const line = text.replace(/[\u0000-\u001f\u007f]/g, '·');
    return line.length <= 80 ? line : line.slice(0, 77) + '...';
}

function utf8(bytes) {
    try {
        return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    } catch (e) {
        throw new Malformed('the text is not valid UTF-8');
    }
}

const encode = text => new TextEncoder().encode(text);

/** Standard base64 in its one canonical spelling. */
function base64(text) {
    try {
        const raw = atob(text);
        if (btoa(raw) === text) return Uint8Array.from(raw, c => c.charCodeAt(0));
    } catch (e) {
        // The same as below.
    }
    throw new Malformed(`\`${shown(text)}\` is not base64 in its canonical form`);
}

function hashOf(text) {
    const bytes = base64(text);
    if (bytes.length !== 32) throw new Malformed(`a hash has 32 bytes, \`${shown(text)}\` has ${bytes.length}`);
    return bytes;
}

function decimal(text) {
    if (!/^(0|[1-9][0-9]{0,18})$/.test(text) || Number(text) > NUMBER_MAX) {
        throw new Malformed(`\`${shown(text)}\` is not a decimal number that can be counted with here`);
    }
    return Number(text);
}

function lines(text) {
    if (!text.endsWith('\n')) throw new Malformed('the last line does not end in a newline');
    return text.slice(0, -1).split('\n');
}

// JSON in its canonical form (RFC 8785), without fractions.

function canonical(value, depth = 0) {
    if (depth > 32) throw new Malformed('the JSON is nested deeper than 32');
    if (typeof value === 'string') {
        if (/\p{Surrogate}/u.test(value)) throw new Malformed('half a character (a lone surrogate)');
        return JSON.stringify(value);
    }
    if (typeof value === 'boolean' || Number.isSafeInteger(value)) return String(value);
    if (Array.isArray(value)) return '[' + value.map(item => canonical(item, depth + 1)).join(',') + ']';
    if (typeof value === 'object' && value !== null) {
        return '{' + Object.keys(value).sort()
            .map(name => canonical(name) + ':' + canonical(value[name], depth + 1)).join(',') + '}';
    }
    throw new Malformed('neither text nor an integer within 2^53, nor true or false');
}

function canonicalJson(bytes) {
    const text = utf8(bytes);
    let value;
    try {
        value = JSON.parse(text);
    } catch (e) {
        throw new Malformed('not JSON');
    }
    if (canonical(value) !== text) throw new Malformed('not canonical JSON');
    return value;
}

const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);
const hasExactly = (value, names) =>
    isObject(value) && Object.keys(value).sort().join() === [...names].sort().join();
const own = (value, name) => Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined;

function textOf(value, name) {
    const text = own(value, name);
    if (typeof text !== 'string') throw new Malformed(`\`${name}\` is not a text`);
    return text;
}

/** A time in its one spelling, and the same so that times can be compared as texts. */
function time(text) {
    const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.((?:\d{3}){1,3}))?Z$/.exec(text);
    const isReal = parts
        && !isNaN(new Date(parts[1] + 'Z')) && new Date(parts[1] + 'Z').toISOString().startsWith(parts[1]);
    if (!isReal || (parts[2] && parts[2].endsWith('000'))) {
        throw new Malformed(`\`${shown(text)}\` is not a time like 2026-11-21T22:00:00Z in its one spelling`);
    }
    return {text, order: parts[1] + '.' + (parts[2] || '').padEnd(9, '0')};
}

// Keys and notes (C2SP signed-note, tlog-checkpoint, tlog-cosignature).

const ED25519 = 1, ECDSA = 2, COSIGNATURE = 4, TREE_HEAD = 5, COSIGNATURE_ML_DSA = 6, OTHER = 255;
const KEY_BYTES = {[ED25519]: 32, [ECDSA]: 0, [COSIGNATURE]: 32, [TREE_HEAD]: 0, [COSIGNATURE_ML_DSA]: 1312, [OTHER]: 0};
const isName = name => /^[^\s+\u0000-\u001f\u007f-\u009f]+$/u.test(name);

function readKey(vkey) {
    const parts = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(vkey);
    if (!parts || !isName(parts[1])) throw new Malformed(`\`${shown(vkey)}\` is not a key of the form <name>+<key id>+<base64>`);
    const typed = base64(parts[3]);
    const type = typed[0];
    if (typed.length < 2 || !(type in KEY_BYTES) || (KEY_BYTES[type] !== 0 && KEY_BYTES[type] !== typed.length - 1)) {
        throw new Malformed(`the key of \`${parts[1]}\` is of no known type and length`);
    }
    const key = typed.slice(1);
    const id = hex((type === ECDSA ? sha256(key) : sha256(encode(parts[1] + '\n'), typed)).slice(0, 4));
    if (id !== parts[2]) throw new Malformed(`the key id of \`${parts[1]}\` should be ${id}, not ${parts[2]}`);
    return {name: parts[1], id, type, key, text: vkey};
}

function readNote(bytes) {
    const note = utf8(bytes);
    if (note.length > 1 << 20) throw new Malformed('the note is too long');
    if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) throw new Malformed('the note has a control character');
    const end = note.lastIndexOf('\n\n');
    if (end < 0 || end + 2 === note.length) throw new Malformed('the note has no signatures after an empty line');
    const signatures = lines(note.slice(end + 2)).map(line => {
        const parts = line.startsWith('\u2014 ') ? line.slice(2).split(' ') : [];
        if (parts.length !== 2 || !isName(parts[0])) throw new Malformed(`\`${shown(line)}\` is not a signature line`);
        const signed = base64(parts[1]);
        if (signed.length < 5) throw new Malformed(`the signature of \`${parts[0]}\` is too short`);
        return {name: parts[0], id: hex(signed.slice(0, 4)), signature: signed.slice(4)};
    });
    if (signatures.length > 64) throw new Malformed('the note has more than 64 signatures');
    return {text: note.slice(0, end + 1), signatures};
}

function readCheckpoint(text) {
    const all = lines(text);
    if (all.length < 3 || all.includes('')) throw new Malformed('a checkpoint has at least three lines and no empty one');
    return {origin: all[0], size: decimal(all[1]), root: hashOf(all[2])};
}

async function ed25519(key, message, signature) {
    if (signature.length !== 64) return false;
    try {
        const imported = await crypto.subtle.importKey('raw', key, {name: 'Ed25519'}, false, ['verify']);
        return await crypto.subtle.verify({name: 'Ed25519'}, imported, signature, message);
    } catch (e) {
        if (e instanceof DOMException && e.name === 'NotSupportedError') throw e;
        return false;
    }
}

/** What a key says about a signature that carries its name and id: good, bad, or nothing. */
async function checkSignature(key, text, line) {
    if (key.type === ED25519) {
        return await ed25519(key.key, encode(text), line.signature)
            ? {good: true, key} : {good: false, reason: `the signature of \`${key.name}\` does not fit the text`};
    }
    if (key.type !== COSIGNATURE) return null;
    if (line.signature.length !== 72) return {good: false, reason: `the cosignature of \`${key.name}\` has not 72 bytes`};
    const seconds = new DataView(line.signature.buffer, line.signature.byteOffset).getBigUint64(0);
    if (seconds > 253402300799n) return {good: false, reason: `the cosignature of \`${key.name}\` has no possible time`};
    const message = encode(`cosignature/v1\ntime ${seconds}\n${text}`);
    return await ed25519(key.key, message, line.signature.slice(8))
        ? {good: true, key, at: new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z')}
        : {good: false, reason: `the cosignature of \`${key.name}\` does not fit the checkpoint and its time`};
}

// Policies (C2SP tlog-policy).

function readPolicy(bytes) {
    let text;
    try {
        text = utf8(bytes);
    } catch (e) {
        text = new TextDecoder('latin1').decode(bytes);
    }
    const policy = {logs: [], witnesses: [], groups: [], quorum: null};
    const defined = new Set(), members = new Set();
    let hasQuorum = false;
    const require = (holds, otherwise) => { if (!holds) throw new Malformed(otherwise); };
    const define = name => {
        require(name !== 'none' && !defined.has(name), `\`${shown(name)}\` cannot be defined here`);
        defined.add(name);
    };
    const kinds = {
        log(words) {
            require(words.length === 2 || words.length === 3, 'a log is written `log <vkey> [<url>]`');
            const key = readKey(words[1]);
            require(key.type !== COSIGNATURE, 'a log does not sign with such a key');
            require(!policy.logs.some(log => same(log.key, key.key)), 'this log stands above already');
            policy.logs.push(key);
        },
        witness(words) {
            require(words.length === 3 || words.length === 4, 'a witness is written `witness <name> <vkey> [<url>]`');
            const key = readKey(words[2]);
            require([COSIGNATURE, COSIGNATURE_ML_DSA].includes(key.type), 'a witness does not sign with such a key');
            require(!policy.witnesses.some(each => same(each.key.key, key.key)), 'this witness stands above already');
            define(words[1]);
            policy.witnesses.push({name: words[1], key});
        },
        group(words) {
            require(words.length >= 4, 'a group is written `group <name> all|any|<k> <member>...`');
            const group = words.slice(3);
            group.forEach(member => {
                require(defined.has(member) && !members.has(member), `\`${shown(member)}\` is not defined, or a member already`);
                members.add(member);
            });
            const threshold = words[2] === 'all' ? group.length : words[2] === 'any' ? 1 : decimal(words[2]);
            require(threshold >= 1 && threshold <= group.length, `\`${shown(words[2])}\` of ${group.length} members cannot be`);
            define(words[1]);
            policy.groups.push({name: words[1], threshold, members: group});
        },
        quorum(words) {
            require(words.length === 2 && !hasQuorum, 'the quorum is written `quorum <name>` or `quorum none`, once');
            require(words[1] === 'none' || defined.has(words[1]), `\`${shown(words[1])}\` is not defined above`);
            hasQuorum = true;
            policy.quorum = words[1] === 'none' ? null : words[1];
        },
    };
    lines(text).forEach((line, i) => {
        if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw new Malformed(`line ${i + 1} of the policy: a control character`);
        const words = line.replace(/\t/g, ' ').trim().split(/ +/);
        if (words[0] === '' || words[0].startsWith('#')) return;
        try {
            require(Object.keys(kinds).includes(words[0]), `\`${shown(words[0])}\` is no word of a policy`);
            kinds[words[0]](words);
        } catch (e) {
            throw e instanceof Malformed ? new Malformed(`line ${i + 1} of the policy: ${e.message}`) : e;
        }
    });
    if (!hasQuorum) throw new Malformed('the policy has no `quorum` line');
    return policy;
}

const policyKeys = policy => [...policy.logs, ...policy.witnesses.map(witness => witness.key)];

/** Whether the quorum is reached by these keys. */
function reachesQuorum(policy, keys) {
    const texts = new Set(keys.map(key => key.text));
    const reached = new Set(policy.witnesses.filter(each => texts.has(each.key.text)).map(each => each.name));
    policy.groups.forEach(group => {
        if (group.members.filter(member => reached.has(member)).length >= group.threshold) reached.add(group.name);
    });
    return policy.quorum === null || reached.has(policy.quorum);
}
