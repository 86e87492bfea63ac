// <live-page data-events="…">: hears when something has changed, reads the page anew and puts what is marked as live in its
// place. What somebody is typing in, or has opened, stays.

const NOTICE_LASTS = 5000; // ms

class LivePage extends HTMLElement {
    connectedCallback() {
        document.querySelectorAll('[data-live]').forEach(each => { each.shown = each.innerHTML; });
        if (this.dataset.every) {
            // It stands within what it reads anew: once that has no such element any more, it ends.
            this.timer = setInterval(() => this.soon(), Number(this.dataset.every));
            return;
        }
        this.source = new EventSource(this.dataset.events);
        // What happened before the stream was open is read once.
        this.source.addEventListener('open', () => this.soon());
        this.source.addEventListener('changed', () => this.soon());
        addEventListener('pagehide', () => this.source.close(), {once: true});
    }

    disconnectedCallback() {
        clearInterval(this.timer);
        this.source?.close();
    }

    /** Several changes at once are read once. */
    soon() {
        if (this.reading) {
            this.again = true;
            return;
        }
        this.reading = true;
        this.read().catch(() => {}).finally(() => {
            this.reading = false;
            if (this.again) {
                this.again = false;
                this.soon();
            }
        });
    }

    async read() {
        const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
        if (!answer.ok || answer.redirected) return;
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
        let changed = false;
        document.querySelectorAll('[data-live]').forEach(old => {
            const now = fresh.getElementById(old.id);
            const active = old.contains(document.activeElement) ? document.activeElement : null;
            if (!now || now.innerHTML === old.shown || active?.matches('input, select, textarea')) return;
            changed = true;
            old.shown = now.innerHTML;
            old.replaceChildren(...now.childNodes);
            if (active) {
                // Whoever stood on something that is gone goes on from here.
                old.tabIndex = -1;
                old.focus();
            }
            old.classList.remove('fresh');
            void old.offsetWidth;
            old.classList.add('fresh');
        });
        // "It is suspended" is no news any more once the bytes have come; but it has to be read first.
        if (changed && performance.now() > NOTICE_LASTS) {
            document.querySelectorAll('.notice.done[role=status]').forEach(each => each.remove());
        }
    }
}
customElements.define('live-page', LivePage);
