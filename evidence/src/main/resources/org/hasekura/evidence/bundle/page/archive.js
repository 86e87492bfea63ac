// The archive: read by its directory, with everything refused that a bundle has no need of, so that two readers of one
// file cannot see two different things in it.

/** Why the bundle proves nothing. */
class Refused extends Error {
    constructor(fault, detail, index) {
        super(detail);
        this.fault = fault;
        this.index = index;
    }
}

const FILES_MAX = 60000;
const NEEDED = ['manifest.json', 'policy', 'checkpoint', 'dids.json', 'proof', 'entries', 'leaves', 'bodies.txt'];
const OTHERS = new RegExp('^(?:README\\.md|README\\.ja\\.md|verify\\.html'
    + '|earlier/(?:0|[1-9][0-9]{0,17})\\.(?:checkpoint|consistency)'
    + '|timestamps/(?:roots\\.pem|(?:0|[1-9][0-9]{0,17})-[0-9]{1,2}\\.(?:tsr|stamped))|bodies/[0-9a-f]{64})$');
const FILE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

const CRC_TABLE = new Uint32Array(256).map((_, n) => {
    for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ n >>> 1 : n >>> 1;
    return n;
});

async function bytesAt(blob, from, length) {
    if (from < 0 || length < 0 || from + length > blob.size) throw new Refused('FILE', 'it breaks off');
    return new Uint8Array(await blob.slice(from, from + length).arrayBuffer());
}

function latin1(bytes) {
    return Array.from(bytes, byte => String.fromCharCode(byte)).join('');
}

/** The files of a zip archive by name, each as where its bytes lie. */
async function readArchive(blob) {
    const refuse = detail => { throw new Refused('FILE', detail); };
    if (blob.size < 22 || blob.size > 0xfffffffe) refuse('it is no zip file of at most 4 GiB');
    const end = new DataView((await bytesAt(blob, blob.size - 22, 22)).buffer);
    const files = end.getUint16(10, true), length = end.getUint32(12, true), begin = end.getUint32(16, true);
    const isWhole = end.getUint32(0, true) === 0x06054b50 && end.getUint32(4, true) === 0
        && end.getUint16(8, true) === files && end.getUint16(20, true) === 0 && begin + length === blob.size - 22;
    if (!isWhole || files > FILES_MAX || length > FILES_MAX * 512) refuse('it does not end as a zip file of one disk without a comment');
    const directory = await bytesAt(blob, begin, length);
    const view = new DataView(directory.buffer);
    const members = new Map();
    let at = 0, next = 0;
    for (let i = 0; i < files; i++) {
        if (at + 46 > length || view.getUint32(at, true) !== 0x02014b50) refuse(`its directory breaks off at file ${i}`);
        const nameLength = view.getUint16(at + 28, true);
        const rest = nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
        if (at + 46 + rest > length) refuse(`its directory breaks off at file ${i}`);
        const name = latin1(directory.slice(at + 46, at + 46 + nameLength));
        if (!FILE_NAME.test(name) || nameLength > 200) refuse(`\`${shown(name)}\` is no name of a file in a bundle`);
        const method = view.getUint16(at + 10, true);
        const packed = view.getUint32(at + 20, true), size = view.getUint32(at + 24, true);
        const local = view.getUint32(at + 42, true);
        const isKnown = (method === 0 && packed === size) || method === 8;
        if (!isKnown || view.getUint16(at + 8, true) & 1 || packed > 0xfffffffe || size > 0xfffffffe || local < next) {
            refuse(`the file \`${name}\` is packed in a way not used here`);
        }
        const head = new DataView((await bytesAt(blob, local, 30)).buffer);
        const localName = head.getUint16(26, true);
        const data = local + 30 + localName + head.getUint16(28, true);
        if (head.getUint32(0, true) !== 0x04034b50 || head.getUint16(8, true) !== method
            || name !== latin1(await bytesAt(blob, local + 30, localName))) {
            refuse(`the file \`${name}\` is not where the directory says`);
        }
        next = data + packed;
        if (next > begin || members.has(name)) refuse(`the file \`${name}\` is in it twice, or runs over its end`);
        members.set(name, {name, method, crc: view.getUint32(at + 16, true), packed, size, data});
        at += 46 + rest;
    }
    if (at !== length) refuse('its directory has something after the last file');
    NEEDED.forEach(name => members.has(name) || refuse(`it has no file \`${name}\``));
    [...members.keys()].forEach(name =>
        NEEDED.includes(name) || OTHERS.test(name) || refuse(`it has a file \`${name}\`, which no bundle has`));
    return {blob, members};
}

/** One file of the archive, unpacked piece by piece; its size and CRC-32 are compared at its end. */
class MemberReader {
    constructor(archive, name) {
        this.member = archive.members.get(name);
        if (!this.member) throw new Refused('FILE', `it has no file \`${name}\``);
        const packed = archive.blob.slice(this.member.data, this.member.data + this.member.packed).stream();
        const stream = this.member.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
        this.reader = stream.getReader();
        this.buffer = new Uint8Array(0);
        this.at = 0;
        this.total = 0;
        this.crc = 0xffffffff;
        this.ended = false;
    }

    damaged(how) {
        return new Refused('FILE', `the file \`${this.member.name}\` is damaged: ${how}`);
    }

    /** The next bytes if they are unpacked already; only then is there no need to wait. */
    ready(count) {
        if (this.buffer.length - this.at < count) return null;
        this.at += count;
        return this.buffer.subarray(this.at - count, this.at);
    }

    /** The next bytes; fewer only at the end. */
    async take(count) {
        while (this.buffer.length - this.at < count && !this.ended) await this.fill();
        return this.ready(Math.min(count, this.buffer.length - this.at));
    }

    async fill() {
        let piece;
        try {
            piece = await this.reader.read();
        } catch (e) {
            throw this.damaged('it cannot be unpacked');
        }
        if (piece.done) {
            this.ended = true;
            if (this.total !== this.member.size || (this.crc ^ 0xffffffff) >>> 0 !== this.member.crc) {
                throw this.damaged('it is not the one that was packed');
            }
            return;
        }
        this.total += piece.value.length;
        if (this.total > this.member.size) throw this.damaged('it is longer than the directory says');
        let crc = this.crc;
        for (let i = 0; i < piece.value.length; i++) crc = CRC_TABLE[(crc ^ piece.value[i]) & 0xff] ^ crc >>> 8;
        this.crc = crc;
        const rest = this.buffer.length - this.at;
        const joined = new Uint8Array(rest + piece.value.length);
        joined.set(this.buffer.subarray(this.at));
        joined.set(piece.value, rest);
        this.buffer = joined;
        this.at = 0;
    }
}

async function wholeFile(archive, name, bytesMax) {
    const reader = new MemberReader(archive, name);
    if (reader.member.size > bytesMax) throw new Refused('FILE', `the file \`${name}\` is longer than ${bytesMax} bytes`);
    const bytes = (await reader.take(reader.member.size + 1)).slice();
    return bytes;
}
