// What pages do beyond being read: nothing that cannot be had without it, except checking evidence in the browser.

document.documentElement.classList.add('scripted');

document.querySelectorAll('select[data-submits]').forEach(select =>
    select.addEventListener('change', () => select.form.submit()));

// The summary of what is wrong with a form is read first.
document.querySelector('.notice.errors')?.focus();
