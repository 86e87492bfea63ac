// What pages do beyond being read: nothing that cannot be had without it, except checking evidence in the browser.

document.documentElement.classList.add('scripted');

document.querySelectorAll('select[data-submits]').forEach(select =>
    select.addEventListener('change', () => select.form.submit()));

// The summary of what is wrong with a form is read first.
document.querySelector('.notice.errors')?.focus();

// A file goes out as soon as it is chosen, and says how far it is; without this it goes with the form.
document.querySelectorAll('input[type=file][data-upload]').forEach(input => {
    const told = input.parentElement.querySelector('.upload-progress');
    const form = input.form;
    const hidden = name => form.querySelector(`input[name="${name}"]`)
        ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
    const say = (text, bar) => told.replaceChildren(...(bar ? [bar] : []), document.createTextNode(text));
    const size = bytes => bytes < 1024 * 1024
        ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
    input.addEventListener('change', () => {
        const file = input.files[0];
        if (!file) {
            return;
        }
        const bar = Object.assign(document.createElement('progress'), { max: file.size, value: 0 });
        bar.setAttribute('aria-label', input.dataset.going);
        const buttons = [...form.querySelectorAll('button')];
        buttons.forEach(each => each.disabled = true);
        const began = performance.now();
        let last = 0;
        const going = sent => {
            bar.value = sent;
            // Told now and then: a reader of screens need not hear every packet.
            if (performance.now() - last > 1000 || sent === file.size) {
                last = performance.now();
                const rate = sent / Math.max(0.001, (last - began) / 1000);
                say(` ${input.dataset.going} ${size(sent)} / ${size(file.size)}, ${size(rate)}/s`, bar);
            }
        };
        const ended = text => {
            say(text);
            buttons.forEach(each => each.disabled = false);
        };
        const body = new FormData();
        body.append('csrf', form.elements.csrf.value);
        body.append('upload', file);
        const request = new XMLHttpRequest();
        request.open('POST', input.dataset.upload);
        request.responseType = 'json';
        request.upload.onprogress = event => going(event.loaded);
        request.onerror = () => ended(input.dataset.failed);
        request.onload = () => {
            if (request.status !== 200) {
                ended(`${input.dataset.failed} ${request.response?.detail ?? ''}`);
                return;
            }
            hidden('uploaded').value = request.response.kept;
            hidden('uploaded-name').value = request.response.name;
            input.value = '';
            ended(`${input.dataset.done} ${request.response.name}, ${size(request.response.bytes)}`);
        };
        going(0);
        request.send(body);
    });
});
