// <evidence-check>: takes the exchange's bundle and has this browser compute, by the verifier that bundles for regulators
// carry, that each entry shown here stands in the log under a signed checkpoint. Nothing is asked of the node but the file.

class EvidenceCheck extends HTMLElement {
    connectedCallback() {
        this.addEventListener('click', event => {
            if (event.target.closest('[data-check]')) this.check();
        });
    }

    async check() {
        const result = this.querySelector('.result');
        this.say(result, '', this.dataset.checking);
        try {
            const {verdictOn, GROUNDS} = await import(document.querySelector('meta[name=verifier]').content);
            const answer = await fetch(this.dataset.bundle);
            if (!answer.ok) throw new Error(String(answer.status));
            const found = await verdictOn(await answer.blob(), null, null, Object.keys(GROUNDS), async () => {});
            if (!found.verdict.proven) {
                this.say(result, 'bad', this.dataset.notProven + ' ' + found.verdict.fault + ': ' + found.verdict.detail);
                return;
            }
            this.mark(found, result);
        } catch (e) {
            this.say(result, 'warn', this.dataset.unable + ' ' + e.message);
        }
    }

    /** An entry is marked when the very bytes that were proved are those shown. */
    mark(found, result) {
        const proved = new Map(found.rows.map(row => [String(row.index), row.text]));
        let good = 0, differs = 0;
        this.querySelectorAll('[data-index]').forEach(item => {
            const text = proved.get(item.dataset.index);
            if (text === undefined) return;
            const same = text === item.querySelector('pre code').textContent;
            item.querySelector('.mark').textContent = same ? '✔' : '✖';
            item.classList.toggle('proved', same);
            if (same) good++; else differs++;
        });
        const signers = found.verdict.signers.map(each => each.name + (each.at ? ' ' + each.at : '')).join(', ');
        this.say(result, differs ? 'bad' : 'done',
            (differs ? this.dataset.differs : this.dataset.proven.replace('{n}', good)) + ' ' + signers);
        this.dataset.state = differs ? 'differs' : 'proven';
    }

    say(result, kind, words) {
        const box = document.createElement('div');
        box.className = 'notice ' + kind;
        const line = document.createElement('p');
        line.textContent = words;
        box.append(line);
        result.replaceChildren(box);
    }
}
customElements.define('evidence-check', EvidenceCheck);
