// The check of a bundle: the same steps in the same order, and the same answer, as the one in Java. The first fault
// refuses all of it.

const NOTE_MAX = 1 << 20, TEXT_MAX = 1 << 22, PROOF_MAX = 1 << 26, LOOK_AHEAD = 1024, NAMES_MAX = 1000, ROWS_MAX = 200;
const BODY_FIELDS = ['bodyHash', 'reasonHash', 'statementHash'];
const MANIFEST_FIELDS = ['format', 'scope', 'node', 'origin', 'treeSize', 'entries', 'lawDataVersion', 'softwareVersion',
    'developmentMode', 'withBodies'];

/** Turns what is malformed into a fault. */
async function part(fault, step) {
    try {
        return await step();
    } catch (e) {
        throw e instanceof Malformed ? new Refused(fault, e.message) : e;
    }
}

async function signedHead(bytes, trusted, place) {
    const head = await part('CHECKPOINT', () => {
        const note = readNote(bytes);
        return {...readCheckpoint(note.text), note};
    });
    if (!trusted.logs.some(log => log.name === head.origin)) {
        throw new Refused('ORIGIN', `${place} is of \`${shown(head.origin)}\`, which is no log of the policy`);
    }
    head.signatures = [];
    for (const line of head.note.signatures) {
        for (const key of policyKeys(trusted)) {
            if (key.name !== line.name || key.id !== line.id) continue;
            const checked = await checkSignature(key, head.note.text, line);
            if (checked && !checked.good) {
                throw new Refused(trusted.logs.includes(key) ? 'LOG_SIGNATURE' : 'COSIGNATURE', `${place}: ${checked.reason}`);
            }
            if (checked) head.signatures.push(checked);
        }
    }
    const isOfLog = each => trusted.logs.includes(each.key) && each.key.name === head.origin;
    head.log = head.signatures.find(isOfLog);
    if (!head.log) {
        const isByOther = head.note.signatures.some(line => line.name === head.origin);
        throw new Refused(isByOther ? 'OTHER_KEY' : 'LOG_SIGNATURE',
            `${place} is not signed with a key that the policy has for \`${shown(head.origin)}\``);
    }
    if (!reachesQuorum(trusted, head.signatures.map(each => each.key))) {
        throw new Refused('WITNESS_MISSING', `${place}: the quorum \`${trusted.quorum}\` is not reached`);
    }
    head.latest = head.signatures.map(each => each.at || '').sort().pop();
    return head;
}

function requireContinued(earlier, newest, proof, place) {
    const sizes = `${place} has ${earlier.size} entries, the newest one ${newest.size}`;
    if (earlier.origin !== newest.origin) throw new Refused('ORIGIN', `${place} is of \`${earlier.origin}\``);
    if (earlier.size === newest.size && !same(earlier.root, newest.root)) throw new Refused('FORKED', `${sizes}, with two roots`);
    if (earlier.size > newest.size) {
        const isSignedLater = earlier.latest !== '' && newest.latest !== '' && newest.latest > earlier.latest;
        throw new Refused(isSignedLater ? 'TRUNCATED' : 'OLD_CHECKPOINT', sizes);
    }
    if (earlier.size === newest.size || earlier.size === 0) return;
    if (!proof) throw new Refused('NO_CONSISTENCY_PROOF', `${sizes}; ask for a bundle made with \`--since ${earlier.size}\``);
    if (proof.length !== consistencyLength(earlier.size, newest.size)) {
        throw new Refused('CONSISTENCY_PROOF', `${sizes}; a proof of ${proof.length} hashes is not one between these sizes`);
    }
    const reason = inconsistency(earlier.size, earlier.root, newest.size, newest.root, proof);
    if (reason) throw new Refused('REWRITTEN', `${sizes}; ${reason}`);
}

async function consistencyProof(archive, size) {
    const name = `earlier/${size}.consistency`;
    if (!archive.members.has(name)) return null;
    const bytes = await wholeFile(archive, name, NOTE_MAX);
    return part('CONSISTENCY_PROOF', () => lines(utf8(bytes)).map(hashOf));
}

function readManifest(bytes) {
    const manifest = canonicalJson(bytes);
    if (!hasExactly(manifest, MANIFEST_FIELDS)) throw new Malformed('it does not have exactly the fields of a manifest');
    if (textOf(manifest, 'format') !== 'hasekura-bundle/1') throw new Malformed('its format is not `hasekura-bundle/1`');
    ['node', 'origin', 'lawDataVersion', 'softwareVersion'].forEach(name => textOf(manifest, name));
    ['treeSize', 'entries'].forEach(name => {
        if (!Number.isSafeInteger(manifest[name]) || manifest[name] < 0) throw new Malformed(`\`${name}\` is not a whole number from 0 on`);
    });
    ['developmentMode', 'withBodies'].forEach(name => {
        if (typeof manifest[name] !== 'boolean') throw new Malformed(`\`${name}\` is neither true nor false`);
    });
    const scope = manifest.scope;
    if (hasExactly(scope, ['kind', 'from', 'until']) && scope.kind === 'PERIOD') {
        if (time(textOf(scope, 'from')).order >= time(textOf(scope, 'until')).order) throw new Malformed('its scope is empty');
    } else if (hasExactly(scope, ['kind', 'processes']) && scope.kind === 'EXCHANGE') {
        const isList = Array.isArray(scope.processes) && scope.processes.length > 0 && scope.processes.length <= 10000;
        if (!isList || !scope.processes.every(each => typeof each === 'string')) throw new Malformed('its processes are not texts');
    } else {
        throw new Malformed('its scope is neither a period nor an exchange');
    }
    return manifest;
}

/** From left to right through the tree: entries that are shown, and gaps by the hashes of subtrees over them. */
function readRangeProof(bytes) {
    const all = lines(utf8(bytes));
    if (all.length < 2 || all[0] !== 'hasekura-range-proof/1' || !all[1].startsWith('size ')) {
        throw new Malformed('it does not begin with `hasekura-range-proof/1` and the size');
    }
    const size = decimal(all[1].slice(5));
    const parts = [];
    let at = 0;
    for (let i = 2; i < all.length;) {
        const words = all[i++].split(' ');
        const to = words.length === 3 && decimal(words[1]) === at ? decimal(words[2]) : 0;
        if (to <= at || to > size) throw new Malformed(`line ${i} of it does not go on from entry ${at}`);
        const isShown = words[0] === 'entries';
        if (!isShown && words[0] !== 'skip') throw new Malformed(`line ${i} of it names neither entries nor a gap`);
        if (parts.length > 0 && parts[parts.length - 1].isShown === isShown) throw new Malformed(`line ${i} of it should be one with the part before`);
        const hashes = [];
        for (let from = at; !isShown && from < to;) {
            if (i === all.length) throw new Malformed(`it has too few hashes from entry ${from} on`);
            const height = subtreeHeight(from, to);
            hashes.push({hash: hashOf(all[i++]), height});
            from += 2 ** height;
        }
        parts.push({from: at, to, isShown, hashes});
        at = to;
    }
    if (at !== size) throw new Malformed(`it ends at entry ${at} of ${size}`);
    const ranges = parts.filter(each => each.isShown);
    return {size, parts, ranges, count: ranges.reduce((sum, each) => sum + each.to - each.from, 0)};
}

/** Walks through entries and leaves side by side; the leaves alone decide whether the root is reached. */
class EntryWalk {
    constructor(archive, progress) {
        this.entries = new MemberReader(archive, 'entries');
        this.leaves = new MemberReader(archive, 'leaves');
        this.ahead = [];
        this.tree = new Frontier();
        this.fault = null;
        this.progress = progress;
    }

    async walk(proof, root, visit) {
        for (const each of proof.parts) {
            each.hashes.forEach(({hash, height}) => this.tree.append(hash, height));
            if (each.isShown) await this.show(each.from, each.to, visit);
        }
        if ((await this.leaves.take(1)).length > 0) throw new Refused('PROOF', 'there are more leaf hashes than entries in the proof');
        const reached = this.tree.root();
        if (!same(reached, root)) {
            throw new Refused('PROOF', `they lead to the root ${hex(reached)}, but ${hex(root)} was signed: `
                + 'an entry was changed, left out, put in or moved, or the proof is of others');
        }
        if (this.fault) throw this.fault;
        if (await this.nextEntry()) throw new Refused('ENTRY_ADDED', 'after the last entry that is proved', proof.size);
    }

    async show(from, to, visit) {
        for (let index = from; index < to; index++) {
            const leaf = this.ahead.length > 0 ? this.ahead.shift() : await this.nextLeaf();
            this.tree.append(leaf, 0);
            if (this.fault) continue;
            const entry = await this.nextEntry();
            const found = entry && leafHash(entry);
            if (found && same(found, leaf)) {
                // That the root is not reached comes before any other fault.
                try {
                    const waiting = visit(index, entry);
                    if (waiting) await waiting;
                } catch (e) {
                    if (!(e instanceof Refused)) throw e;
                    this.fault = e;
                }
            } else {
                this.fault = await this.faultAt(index, leaf, found);
            }
            if (index % 20000 === 0) await this.progress(index - from, to - from);
        }
    }

    async faultAt(index, leaf, found) {
        const given = found ? [hex(found)] : [];
        while (found && given.length < LOOK_AHEAD) {
            const next = await this.nextEntry();
            if (!next) break;
            given.push(hex(leafHash(next)));
        }
        const ahead = await this.leaves.take((LOOK_AHEAD - 1) * 32);
        for (let at = 0; at + 32 <= ahead.length; at += 32) this.ahead.push(ahead.slice(at, at + 32));
        const comesLater = found && this.ahead.some(each => same(each, found));
        const leafComesLater = given.includes(hex(leaf));
        let fault = 'ENTRY_ALTERED';
        if (!found || (comesLater && !leafComesLater)) fault = 'ENTRY_MISSING';
        else if (comesLater) fault = 'ENTRIES_REORDERED';
        else if (leafComesLater) fault = 'ENTRY_ADDED';
        return new Refused(fault, `the log has an entry with the leaf hash ${hex(leaf)} there, the bundle `
            + (found ? `one with ${hex(found)}` : 'none'), index);
    }

    async nextLeaf() {
        const leaf = this.leaves.ready(32) || await this.leaves.take(32);
        if (leaf.length < 32) throw new Refused('PROOF', 'there are fewer leaf hashes than entries in the proof');
        return leaf.slice();
    }

    async nextEntry() {
        const head = this.entries.ready(2) || await this.entries.take(2);
        if (head.length === 0) return null;
        const length = head[0] << 8 | head[1];
        const entry = head.length < 2 ? head : this.entries.ready(length) || await this.entries.take(length);
        if (head.length < 2 || entry.length < length) throw new Refused('FILE', 'the file `entries` ends inside an entry');
        return entry;
    }
}

/** The list of what entries name by hash only. */
class BodyList {
    constructor(archive, grounds) {
        this.archive = archive;
        this.grounds = grounds;
        this.reader = new MemberReader(archive, 'bodies.txt');
        this.checked = new Set();
        this.counts = {included: 0, kept: 0, erased: {}, unknown: 0};
    }

    refuse(detail, index) {
        throw new Refused('BODY', detail, index);
    }

    async line() {
        let text = '';
        for (;;) {
            const byte = this.reader.ready(1) || await this.reader.take(1);
            if (byte.length === 0) {
                if (text !== '') throw new Refused('FILE', 'the file `bodies.txt` ends inside a line');
                return null;
            }
            if (byte[0] === 10) return text;
            if (text.length === 200) throw new Refused('FILE', 'the file `bodies.txt` has a line that is too long');
            text += String.fromCharCode(byte[0]);
        }
    }

    async next(index, hash) {
        const words = (await this.line() || '').split(' ');
        if (words.length < 3 || words[0] !== String(index) || words[1] !== hash) this.refuse('the list of bodies does not go on with it', index);
        if (words[2] === 'included') {
            await this.requireBody(index, hash);
            this.counts.included++;
        } else if (words[2] === 'kept' || words[2] === 'unknown') {
            this.counts[words[2]]++;
        } else if (words[2] === 'erased' && words.length === 5 && this.grounds.includes(words[3])) {
            this.counts.erased[words[3]] = (this.counts.erased[words[3]] || 0) + 1;
        } else {
            this.refuse('the list says nothing known of a body', index);
        }
        return words;
    }

    async requireBody(index, hash) {
        if (!/^[0-9a-f]{64}$/.test(hash) || !this.archive.members.has('bodies/' + hash)) this.refuse('a body is said to be included, and is not', index);
        if (this.checked.has(hash)) return;
        this.checked.add(hash);
        const reader = new MemberReader(this.archive, 'bodies/' + hash);
        const digest = new Sha256();
        for (let piece = await reader.take(65536); piece.length > 0; piece = await reader.take(65536)) digest.update(piece);
        if (hex(digest.digest()) !== hash) this.refuse(`the body named \`${hash}\` has another SHA-256`, index);
    }

    async done() {
        if (await this.line() !== null) this.refuse('the list of bodies goes on after the last entry');
        [...this.archive.members.keys()].filter(name => name.startsWith('bodies/') && !this.checked.has(name.slice(7)))
            .forEach(name => this.refuse(`no entry names \`${name}\``));
        return this.counts;
    }
}

/** Counts what entries say, and refuses those that a bundle of this scope cannot have. */
class EntrySummary {
    constructor(manifest, proof, bodies) {
        Object.assign(this, {manifest, proof, bodies, kinds: {}, lawData: new Set(), inPeriod: 0, first: null, last: null, rows: []});
        const scope = manifest.scope;
        this.processes = new Set(scope.processes || []);
        this.from = scope.from && time(scope.from).order;
        this.until = scope.until && time(scope.until).order;
        const parts = proof.parts;
        this.begins = parts.length > 0 && !parts[0].isShown ? parts[0].to : -1;
        this.ends = parts.length > 0 && !parts[parts.length - 1].isShown ? parts[parts.length - 1].from - 1 : -1;
    }

    /** Answers a promise only if there is something to wait for. */
    visit(index, bytes) {
        let entry, at;
        try {
            entry = canonicalJson(bytes);
            if (!isObject(entry)) throw new Malformed('an entry is a JSON object');
            ['format', 'kind', 'at', 'node'].forEach(name => textOf(entry, name));
            at = time(entry.at);
        } catch (e) {
            throw e instanceof Malformed ? new Refused('ENTRY_MALFORMED', e.message, index) : e;
        }
        this.requireScope(index, entry, at);
        if (own(this.kinds, entry.kind) !== undefined || Object.keys(this.kinds).length < NAMES_MAX) {
            this.kinds[entry.kind] = (own(this.kinds, entry.kind) || 0) + 1;
        }
        if (typeof own(entry, 'lawDataVersion') === 'string' && this.lawData.size < NAMES_MAX) this.lawData.add(entry.lawDataVersion);
        if (!this.first || at.order < this.first.order) this.first = at;
        if (!this.last || at.order > this.last.order) this.last = at;
        const row = this.rows.length < ROWS_MAX ? {index, at: entry.at, kind: entry.kind, text: utf8(bytes), body: ''} : null;
        if (row) this.rows.push(row);
        const hashes = BODY_FIELDS.filter(name => typeof own(entry, name) === 'string').map(name => entry[name]);
        return hashes.length > 0 ? this.visitBodies(index, hashes, row) : null;
    }

    async visitBodies(index, hashes, row) {
        for (const hash of hashes) {
            const words = await this.bodies.next(index, hash);
            if (row) row.body = words.slice(2);
        }
    }

    requireScope(index, entry, at) {
        if (entry.node !== this.manifest.node) throw new Refused('SCOPE', `it is from another node than \`${this.manifest.node}\``, index);
        if (this.manifest.scope.kind === 'EXCHANGE') {
            if (!this.processes.has(own(entry, 'pid')) && !this.processes.has(own(entry, 'agreementId'))) {
                throw new Refused('SCOPE', 'it names none of the bundle\'s processes', index);
            }
            this.inPeriod++;
            return;
        }
        if (at.order >= this.from && at.order < this.until) this.inPeriod++;
        const isFirst = index === this.begins, isLast = index === this.ends;
        if ((isFirst && at.order >= this.from) || (isLast && at.order < this.until)) {
            throw new Refused('INCOMPLETE', `the log goes on ${isFirst ? 'before' : 'after'} it, and it is of ${at.text}, within the period`, index);
        }
    }
}

/** The log keys that a DID document names. */
function logKeys(document) {
    let json;
    try {
        json = JSON.parse(document.body);
    } catch (e) {
        throw new Malformed(`the document of \`${document.did}\`: not JSON`);
    }
    if (!isObject(json) || own(json, 'id') !== document.did) throw new Malformed(`it is not the document of \`${document.did}\``);
    return (Array.isArray(own(json, 'service')) ? json.service : [])
        .filter(service => isObject(service) && [].concat(own(service, 'type')).includes('TransparencyLog'))
        .map(service => {
            if (!isObject(own(service, 'serviceEndpoint'))) throw new Malformed('the endpoint of its log service is not an object');
            return readKey(textOf(service.serviceEndpoint, 'vkey'));
        });
}

function readSigners(bytes, manifest, head) {
    const documents = canonicalJson(bytes);
    const isList = Array.isArray(documents) && documents.length <= 64
        && documents.every(each => hasExactly(each, ['did', 'body']) && typeof each.did === 'string' && typeof each.body === 'string');
    if (!isList) throw new Malformed('it is not a list of DID documents');
    const named = documents.map(document => ({did: document.did, keys: logKeys(document)}));
    named.forEach(({did, keys}) => {
        if (did === manifest.node && !keys.some(key => key.name === head.origin)) {
            throw new Malformed(`the document of \`${did}\` does not name the log \`${head.origin}\``);
        }
    });
    const signers = [];
    head.signatures.forEach(({key, at}) => {
        let whose;
        named.forEach(({did, keys}) => {
            if (keys.some(each => each.name === key.name && same(each.key, key.key))) whose = did;
            else if (keys.some(each => each.name === key.name)) throw new Malformed(`the document of \`${did}\` names another key of \`${key.name}\``);
        });
        const isLog = key === head.log.key;
        const signer = {name: key.name, role: isLog ? 'LOG' : 'WITNESS'};
        if (at) signer.at = at;
        if (whose) signer.did = whose;
        if (isLog) signers.unshift(signer); else signers.push(signer);
    });
    return signers;
}

/**
 * Checks a bundle. `policy` and `known` are bytes, or nothing; `grounds` the grounds of erasure that there are; `roots`
 * certificates of timestamp authorities, of which those in the bundle are assumed when there are none.
 */
async function checkBundle(blob, policy, known, grounds, progress = async () => {}, roots = []) {
    const archive = await readArchive(blob);
    const manifestBytes = await wholeFile(archive, 'manifest.json', TEXT_MAX);
    const manifest = await part('MANIFEST', () => readManifest(manifestBytes));
    const policyBytes = await wholeFile(archive, 'policy', 1 << 18);
    const ownPolicy = await part('POLICY', () => readPolicy(policyBytes));
    const trusted = policy ? await part('POLICY', () => readPolicy(policy)) : ownPolicy;
    const head = await signedHead(await wholeFile(archive, 'checkpoint', NOTE_MAX), trusted, 'the checkpoint');
    if (manifest.origin !== head.origin) throw new Refused('ORIGIN', `the bundle is of \`${shown(manifest.origin)}\`, the checkpoint of \`${head.origin}\``);
    const proofBytes = await wholeFile(archive, 'proof', PROOF_MAX);
    const proof = await part('PROOF', () => readRangeProof(proofBytes));
    const sizes = `the proof is for a tree of ${proof.size} entries, the checkpoint of ${head.size}`;
    if (proof.size > head.size) throw new Refused('OLD_CHECKPOINT', sizes);
    if (proof.size < head.size) throw new Refused('PROOF', sizes);
    if (manifest.treeSize !== proof.size || manifest.entries !== proof.count) {
        throw new Refused('MANIFEST', `it says ${manifest.entries} of ${manifest.treeSize} entries, the proof has ${proof.count} of ${proof.size}`);
    }
    const continued = [];
    for (const name of archive.members.keys()) {
        if (!name.startsWith('earlier/') || !name.endsWith('.checkpoint')) continue;
        const place = `the checkpoint \`${name}\``;
        const earlier = await signedHead(await wholeFile(archive, name, NOTE_MAX), trusted, place);
        if (name !== `earlier/${earlier.size}.checkpoint`) throw new Refused('CHECKPOINT', `${place} has ${earlier.size} entries`);
        requireContinued(earlier, head, await consistencyProof(archive, earlier.size), place);
        continued.push(earlier.size);
    }
    if (known) {
        // Who cosigned it is not asked: the reader has it anyhow.
        const earlier = await signedHead(known, {...trusted, quorum: null}, 'the checkpoint you know');
        requireContinued(earlier, head, await consistencyProof(archive, earlier.size), 'the checkpoint you know');
    }
    const summary = new EntrySummary(manifest, proof, new BodyList(archive, grounds));
    await new EntryWalk(archive, progress).walk(proof, head.root, (index, bytes) => summary.visit(index, bytes));
    const bodies = await summary.bodies.done();
    if (manifest.scope.kind === 'PERIOD' && proof.ranges.length !== 1 && proof.size > 0) {
        throw new Refused('INCOMPLETE', 'the entries shown are not one stretch of the log');
    }
    const documents = await wholeFile(archive, 'dids.json', TEXT_MAX);
    const signers = await part('DID_DOCUMENT', () => readSigners(documents, manifest, head));
    const verdict = {
        proven: true, scope: manifest.scope, node: manifest.node, log: manifest.origin, treeSize: manifest.treeSize,
        entries: manifest.entries, stretches: proof.ranges.length, inPeriod: summary.inPeriod, kinds: summary.kinds,
        lawData: [...summary.lawData].sort(), bodies, signers, continued, known: Boolean(known),
        stamps: await checkStamps(archive, head, roots), trust: policy ? 'GIVEN' : 'ASSUMED', developmentMode: manifest.developmentMode,
    };
    if (summary.first) Object.assign(verdict, {first: summary.first.text, last: summary.last.text});
    const edges = {
        starts: proof.ranges.length > 0 && proof.ranges[0].from > 0,
        ends: proof.ranges.length > 0 && proof.ranges[proof.ranges.length - 1].to < proof.size,
        to: proof.ranges.length > 0 ? proof.ranges[proof.ranges.length - 1].to : 0,
    };
    return {verdict, edges, rows: summary.rows};
}

/** The same, with a refusal as an answer. */
async function verdictOn(blob, policy, known, grounds, progress, roots) {
    try {
        return await checkBundle(blob, policy, known, grounds, progress, roots);
    } catch (e) {
        if (!(e instanceof Refused)) throw e;
        const verdict = {proven: false, fault: e.fault, detail: e.message};
        if (e.index !== undefined) verdict.index = e.index;
        return {verdict, edges: {}, rows: []};
    }
}

/** The signed checkpoint of a file that a reader may already have: a bundle, or the checkpoint itself. */
async function checkpointOf(blob) {
    try {
        return await wholeFile(await readArchive(blob), 'checkpoint', NOTE_MAX);
    } catch (e) {
        if (!(e instanceof Refused)) throw e;
        const bytes = new Uint8Array(await blob.slice(0, NOTE_MAX + 1).arrayBuffer());
        readNote(bytes);
        return bytes;
    }
}
