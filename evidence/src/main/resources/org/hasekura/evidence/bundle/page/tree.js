// SHA-256 (FIPS 180-4) in one go: the browser's own is asynchronous and ten times slower for a million small inputs.
// When the page opens the two are compared.

const ROUNDS = new Uint32Array(64);
{
    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    let n = 0;
    for (let candidate = 2; n < 64; candidate++) {
        let isPrime = true;
        for (let d = 2; d * d <= candidate; d++) isPrime = isPrime && candidate % d !== 0;
        if (isPrime) ROUNDS[n++] = Math.floor((Math.cbrt(candidate) % 1) * 4294967296);
    }
}

class Sha256 {
    constructor() {
        this.state = new Uint32Array([
            0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]);
        this.block = new Uint8Array(64);
        this.words = new Uint32Array(64);
        this.filled = 0;
        this.length = 0;
    }

    update(bytes) {
        this.length += bytes.length;
        for (let at = 0; at < bytes.length;) {
            const count = Math.min(64 - this.filled, bytes.length - at);
            for (let i = 0; i < count; i++) this.block[this.filled + i] = bytes[at + i];
            this.filled += count;
            at += count;
            if (this.filled === 64) this.compress();
        }
        return this;
    }

    compress() {
        const w = this.words, b = this.block, s = this.state;
        for (let i = 0; i < 16; i++) w[i] = b[4 * i] << 24 | b[4 * i + 1] << 16 | b[4 * i + 2] << 8 | b[4 * i + 3];
        for (let i = 16; i < 64; i++) {
            const x = w[i - 15], y = w[i - 2];
            const p = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3;
            const q = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10;
            w[i] = w[i - 16] + p + w[i - 7] + q;
        }
        let [a, bb, c, d, e, f, g, h] = s;
        for (let i = 0; i < 64; i++) {
            const p = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
            const t = h + p + (e & f ^ ~e & g) + ROUNDS[i] + w[i] | 0;
            const q = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
            const u = q + (a & bb ^ a & c ^ bb & c) | 0;
            h = g; g = f; f = e; e = d + t | 0; d = c; c = bb; bb = a; a = t + u | 0;
        }
        s[0] += a; s[1] += bb; s[2] += c; s[3] += d; s[4] += e; s[5] += f; s[6] += g; s[7] += h;
        this.filled = 0;
    }

    digest() {
        const bits = this.length * 8;
        const end = new Uint8Array((this.filled < 56 ? 56 : 120) - this.filled + 8);
        end[0] = 0x80;
        const view = new DataView(end.buffer);
        view.setUint32(end.length - 8, Math.floor(bits / 4294967296));
        view.setUint32(end.length - 4, bits >>> 0);
        this.update(end);
        const out = new Uint8Array(32);
        this.state.forEach((word, i) => new DataView(out.buffer).setUint32(4 * i, word));
        return out;
    }
}

function sha256(...parts) {
    const digest = new Sha256();
    parts.forEach(part => digest.update(part));
    return digest.digest();
}

// Merkle trees of RFC 6962 §2.1. Sizes and indexes are whole numbers up to 2^53 - 1, so no bit operations on them.

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);
const EMPTY_ROOT = sha256();
const leafHash = entry => sha256(LEAF, entry);
const nodeHash = (left, right) => sha256(NODE, left, right);
const half = n => Math.floor(n / 2);

function same(one, other) {
    return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

/** The right edge of a growing tree: the roots of its complete subtrees, largest first. */
class Frontier {
    constructor() {
        this.peaks = [];
    }

    append(hash, height) {
        while (this.peaks.length > 0 && this.peaks[this.peaks.length - 1].height === height) {
            hash = nodeHash(this.peaks.pop().hash, hash);
            height++;
        }
        this.peaks.push({hash, height});
    }

    root() {
        return this.peaks.length === 0
            ? EMPTY_ROOT
            : this.peaks.map(peak => peak.hash).reduceRight((right, left) => nodeHash(left, right));
    }
}

/** The height of the largest complete subtree that begins at `at` and does not reach beyond `to`. */
function subtreeHeight(at, to) {
    let height = 0;
    for (let width = 2; width <= to - at && at % width === 0; width *= 2) height++;
    return height;
}

function split(width) {
    let k = 1;
    while (k * 2 < width) k *= 2;
    return k;
}

/** How many hashes the consistency proof between two sizes has (RFC 6962 §2.1.2). */
function consistencyLength(oldSize, size) {
    let count = 0, low = 0, high = size;
    while (oldSize !== high) {
        const middle = low + split(high - low);
        count++;
        if (oldSize <= middle) high = middle; else low = middle;
    }
    return low === 0 ? count : count + 1;
}

/** Why a consistency proof of the right length does not hold, or nothing if it does (RFC 9162 §2.1.4.2). */
function inconsistency(oldSize, oldRoot, size, root, proof) {
    let fn = oldSize - 1, sn = size - 1;
    while (fn % 2 === 1) {
        fn = half(fn);
        sn = half(sn);
    }
    const isPower = split(oldSize * 2) === oldSize;
    const path = isPower ? [oldRoot, ...proof] : proof;
    let reachedOld = path[0], reached = path[0];
    for (const step of path.slice(1)) {
        if (sn === 0) return 'the proof has too many hashes';
        if (fn % 2 === 1 || fn === sn) {
            reachedOld = nodeHash(step, reachedOld);
            reached = nodeHash(step, reached);
            while (fn % 2 === 0 && fn !== 0) {
                fn = half(fn);
                sn = half(sn);
            }
        } else {
            reached = nodeHash(reached, step);
        }
        fn = half(fn);
        sn = half(sn);
    }
    if (sn !== 0) return 'the proof has too few hashes';
    if (!same(reachedOld, oldRoot)) return `the proof leads to the old root ${hex(reachedOld)}, not to ${hex(oldRoot)}`;
    return same(reached, root) ? '' : `the proof leads to the new root ${hex(reached)}, not to ${hex(root)}`;
}
