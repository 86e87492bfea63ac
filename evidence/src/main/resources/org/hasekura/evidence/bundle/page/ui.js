// The page itself: files in, verdict out. Everything from a file is shown as text, never as markup.

const byId = id => document.getElementById(id);
let language = (navigator.language || 'en').startsWith('ja') ? 'ja' : 'en';
let answer = null;
let running = 0;

function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
}

function table(heads, rows) {
    const made = element('table'), head = element('tr');
    const isNumber = i => rows.length > 0 && typeof rows[0][i] === 'number';
    heads.forEach((text, i) => head.append(element('th', text, isNumber(i) ? 'number' : '')));
    made.append(head);
    rows.forEach(cells => {
        const row = element('tr');
        cells.forEach(cell => row.append(element('td', String(cell), typeof cell === 'number' ? 'number' : '')));
        made.append(row);
    });
    return made;
}

function detail(summary, ...content) {
    const made = element('details');
    made.append(element('summary', summary), ...content);
    return made;
}

function bodyWords(words) {
    if (!words) return '';
    const state = WORDS[language].states[words[0]] || '';
    return words[0] === 'erased' ? `${state}: ${GROUNDS[words[1]][language]}, ${words[2]}` : state;
}

function show() {
    const w = WORDS[language];
    document.documentElement.lang = language;
    document.title = 'Hasekura: ' + w.title;
    document.querySelectorAll('[data-words]').forEach(each => { each.textContent = w[each.dataset.words]; });
    ['en', 'ja'].forEach(each => byId(each).setAttribute('aria-pressed', String(each === language)));
    const result = byId('result');
    result.replaceChildren();
    if (!answer) return;
    if (answer.words) {
        const box = element('div', undefined, 'verdict bad');
        box.append(element('p', answer.words(w)));
        result.append(box);
        return;
    }
    const v = answer.verdict;
    const box = element('div', undefined, 'verdict ' + (v.proven ? 'good' : 'bad'));
    box.append(element('p', (v.proven ? '✔ ' + w.proven : '✘ ' + w.notProven), 'plain'));
    if (!v.proven) {
        box.append(element('p', w.fault(FAULTS[v.fault][language], v.index)), element('p', w.detail(v.detail)));
    }
    result.append(box);
    if (v.proven) {
        const list = element('ul', undefined, 'words');
        sentences(answer, language).forEach(text => list.append(element('li', text)));
        result.append(list, element('h2', w.what),
            table([w.kind, w.count], Object.keys(v.kinds).sort().map(kind => [kind, v.kinds[kind]])),
            detail(w.entries(answer.rows.length), table([w.index, w.at, w.kind, w.entry, w.body],
                answer.rows.map(row => [row.index, row.at, row.kind, row.text, bodyWords(row.body)]))));
    }
    result.append(detail(w.json, element('pre', canonical(v))));
}

async function bytesOf(input) {
    return input.files.length > 0 ? new Uint8Array(await input.files[0].arrayBuffer()) : null;
}

async function check(file) {
    const run = ++running;
    const w = WORDS[language];
    byId('result').replaceChildren(element('p', w.checking(0)));
    const progress = (done, all) => {
        if (run === running) byId('result').replaceChildren(element('p', w.checking(Math.floor(100 * done / all))));
        return new Promise(resolve => setTimeout(resolve));
    };
    let found;
    try {
        await selfTest();
        const policy = await bytesOf(byId('policy'));
        const known = byId('known').files.length > 0 ? await checkpointOf(byId('known').files[0]) : null;
        const roots = byId('roots').files.length > 0 ? readPem(await bytesOf(byId('roots'))) : [];
        if (byId('roots').files.length > 0 && roots.length === 0) throw new Unreadable();
        found = await verdictOn(file, policy, known, Object.keys(GROUNDS), progress, roots);
    } catch (e) {
        found = {words: words => e instanceof Unable ? words.unable : e instanceof Unreadable ? words.unreadable : words.failed(e.message)};
    }
    if (run === running) {
        answer = found;
        show();
        byId('result').dataset.answer = found.verdict ? canonical(found.verdict) : 'unable';
    }
}

class Unable extends Error {}

/** The file of root certificates has none. */
class Unreadable extends Error {}

/** Our own SHA-256 against the browser's, and whether the browser knows Ed25519 at all: RFC 8032 §7.1, test 1. */
async function selfTest() {
    const sample = new Uint8Array(1000).map((_, i) => i);
    const theirs = new Uint8Array(await crypto.subtle.digest('SHA-256', sample));
    const octets = text => Uint8Array.from(text.match(/../g), pair => parseInt(pair, 16));
    let knows = false;
    try {
        knows = await ed25519(octets('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'), new Uint8Array(0),
            octets('e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'));
    } catch (e) {
        knows = false;
    }
    if (!same(sha256(sample), theirs) || !knows) throw new Unable();
}

['en', 'ja'].forEach(each => byId(each).addEventListener('click', () => {
    language = each;
    show();
}));
['bundle', 'policy', 'known', 'roots'].forEach(id => byId(id).addEventListener('change', () => {
    if (byId('bundle').files.length > 0) check(byId('bundle').files[0]);
}));
const drop = byId('drop');
['dragover', 'dragleave', 'drop'].forEach(kind => document.addEventListener(kind, event => {
    event.preventDefault();
    drop.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop' && event.dataTransfer.files.length > 0) {
        byId('bundle').files = event.dataTransfer.files;
        check(event.dataTransfer.files[0]);
    }
}));
show();
