
// What was typed into a form is kept in this tab until the form is taken: when the session ends in between, or somebody goes back
// from the page that checks it, it stands in the form again. Never a password, a file or a hidden field; at most an hour.
{
    const KEY = 'hasekura-typed';
    const LIFE = 60 * 60 * 1000;
    const LEFT_OUT = ['password', 'file', 'hidden', 'submit', 'button'];
    const main = document.querySelector('main');
    const person = main?.dataset.person;
    const plain = path => path.replace(/^\/(en|ja)(?=\/|$)/, '');
    const query = new URLSearchParams(location.search);
    const here = () => {
        const rest = new URLSearchParams(query);
        ['answer', 'notice'].forEach(each => rest.delete(each));
        return plain(location.pathname) + (rest.size ? `?${rest}` : '');
    };
    const fields = form => [...form.elements].filter(each => each.name && each.localName !== 'button'
        && !LEFT_OUT.includes(each.type));
    const action = form => plain(form.getAttribute('action') ?? location.pathname);
    // A browser may have no room for it, or be told to keep nothing: then nothing is kept.
    const tried = what => {
        try {
            return what();
        } catch {
            return null;
        }
    };
    const stored = () => tried(() => JSON.parse(sessionStorage.getItem(KEY)));
    const forget = () => tried(() => sessionStorage.removeItem(KEY));
    const store = item => {
        forget();
        tried(() => sessionStorage.setItem(KEY, JSON.stringify(item)));
    };
    const isChosen = field => field.type === 'checkbox' || field.type === 'radio';

    if (person) {
        document.addEventListener('submit', event => {
            const form = event.target;
            const typed = form.method === 'post' ? fields(form) : [];
            if (typed.length > 0) {
                store({ from: here(), action: action(form), person, at: Date.now(),
                    typed: typed.map(each => [each.name, isChosen(each) ? each.checked : each.value, each.value]) });
            }
        });
    }

    const refill = item => {
        const form = [...document.querySelectorAll('form[method=post]')].find(each => action(each) === item.action);
        if (!form) {
            return;
        }
        const left = [...item.typed];
        fields(form).forEach(field => {
            const at = left.findIndex(([name, , value]) => name === field.name
                && (!isChosen(field) || value === field.value));
            if (at >= 0) {
                const [[, typed]] = left.splice(at, 1);
                field[isChosen(field) ? 'checked' : 'value'] = typed;
            }
        });
        const told = Object.assign(document.createElement('div'),
            { className: 'notice', role: 'status', textContent: main.dataset.refilled });
        form.before(told);
    };

    const item = stored();
    const out = document.querySelector('[data-signed-out]');
    if (item && (Date.now() - item.at > LIFE || (person && person !== item.person))) {
        forget();
    } else if (item && out) {
        out.hidden = false;
        const way = document.querySelector('a[data-sign-in]');
        way.href = `${way.dataset.signIn}?next=${encodeURIComponent(item.from)}`;
        store({ ...item, out: true });
    } else if (item && person && !query.has('answer')) {
        const isBack = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
        if (here() === item.from && (item.out || isBack)) {
            refill(item);
            store({ ...item, out: false });
        } else if (!item.out) {
            forget(); // it was taken, or somebody went elsewhere
        }
    }
}
