// <guest-receipt>: makes a key in this browser that it never gives away, and signs with it the head of the log that holds the
// exchange (C2SP tlog-cosignature, cosignature/v1). What is sent is the public key, the time and the signature.

class GuestReceipt extends HTMLElement {
    connectedCallback() {
        this.querySelector('form').addEventListener('submit', event => {
            event.preventDefault();
            this.sign(event.target).catch(e => { this.querySelector('.result').textContent = this.dataset.unable + ' ' + e.message; });
        });
    }

    async sign(form) {
        this.querySelector('.result').textContent = this.dataset.working;
        const keys = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
        const seconds = Math.floor(Date.now() / 1000);
        const message = new TextEncoder().encode('cosignature/v1\ntime ' + seconds + '\n' + this.dataset.checkpoint);
        form.elements.key.value = this.base64(await crypto.subtle.exportKey('spki', keys.publicKey));
        form.elements.time.value = String(seconds);
        form.elements.signature.value = this.base64(await crypto.subtle.sign('Ed25519', keys.privateKey, message));
        form.submit();
    }

    base64(buffer) {
        return btoa(String.fromCharCode(...new Uint8Array(buffer)));
    }
}
customElements.define('guest-receipt', GuestReceipt);
