// Values in the Distinguished Encoding Rules (ITU-T X.690): what timestamps and certificates are written in. Lengths must be
// definite and as short as they can be.

const INTEGER = 0x02, BITS = 0x03, OCTETS = 0x04, OBJECT_ID = 0x06, UTC_TIME = 0x17, TIME = 0x18, SEQUENCE = 0x30, SET = 0x31;
const DER_PARTS_MAX = 1000;

/** The values that these bytes are: `tag`, `whole` with tag and length, `content` without them. */
function derValues(bytes) {
    const values = [];
    for (let at = 0; at < bytes.length;) {
        if (bytes.length - at < 2 || (bytes[at] & 0x1f) === 0x1f || values.length === DER_PARTS_MAX) {
            throw new Malformed(`no DER value at byte ${at}`);
        }
        let head = 2, length = bytes[at + 1];
        if (length >= 0x80) {
            const count = length & 0x7f;
            if (count < 1 || count > 4 || bytes.length - at < 2 + count || bytes[at + 2] === 0) {
                throw new Malformed(`no DER length at byte ${at + 1}`);
            }
            length = 0;
            for (let i = 0; i < count; i++) length = length * 256 + bytes[at + 2 + i];
            head = 2 + count;
            if (length < 0x80) throw new Malformed(`a DER length at byte ${at + 1} that could be shorter`);
        }
        if (length > bytes.length - at - head) throw new Malformed(`the DER value at byte ${at} breaks off`);
        const end = at + head + length;
        values.push({tag: bytes[at], whole: bytes.subarray(at, end), content: bytes.subarray(at + head, end)});
        at = end;
    }
    return values;
}

/** Exactly one value. */
function derValue(bytes) {
    const values = derValues(bytes);
    if (values.length !== 1) throw new Malformed(`not one DER value but ${values.length}`);
    return values[0];
}

/** The content of a value, which must be there and have this tag. */
function derContent(value, wanted) {
    if (!value) throw new Malformed('a DER value of which a part is missing');
    if (value.tag !== wanted) throw new Malformed(`a DER value with the tag ${value.tag} where ${wanted} belongs`);
    return value.content;
}

const derParts = (value, wanted) => derValues(derContent(value, wanted));

/** The part at this place, which must be there. */
function derAt(parts, index) {
    if (index >= parts.length) throw new Malformed(`a DER value with ${parts.length} parts, of which one is missing`);
    return parts[index];
}

const derTagged = (parts, tag) => parts.find(part => part.tag === tag);

/** An object identifier in dots. */
function objectId(value) {
    const bytes = derContent(value, OBJECT_ID);
    const numbers = [];
    let arc = 0;
    for (const byte of bytes) {
        if (arc >= 2 ** 45) throw new Malformed('an object identifier with too large a number');
        arc = arc * 128 + (byte & 0x7f);
        if (byte >= 0x80) continue;
        if (numbers.length === 0) numbers.push(Math.min(Math.floor(arc / 40), 2));
        numbers.push(numbers.length === 1 ? arc - 40 * numbers[0] : arc);
        arc = 0;
    }
    if (numbers.length === 0 || bytes[bytes.length - 1] >= 0x80) throw new Malformed('an object identifier that breaks off');
    return numbers.join('.');
}

/** A value with this tag and content. */
function derWritten(tag, content) {
    const length = [];
    for (let rest = content.length; rest > 0 || length.length === 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
    if (content.length >= 0x80) length.unshift(0x80 | length.length);
    return Uint8Array.of(tag, ...length, ...content);
}
