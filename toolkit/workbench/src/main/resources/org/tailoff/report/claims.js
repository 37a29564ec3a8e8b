'use strict';
// Shows some of the claims: those of one verdict, those with some words. Without this script all are there.
(() => {
    const filter = document.querySelector('.filter');
    if (!filter) {
        return;
    }
    const [verdict, words, shown] = ['#filter-verdict', '#filter-words', '#filter-shown'].map(id => document.querySelector(id));
    const claims = [...document.querySelectorAll('.claim')];
    const apply = () => {
        const sought = words.value.trim().toLowerCase();
        claims.forEach(claim => {
            const right = verdict.value === '' || claim.dataset.verdict === verdict.value;
            claim.hidden = !right || !claim.textContent.toLowerCase().includes(sought);
        });
        document.querySelectorAll('.claim-group').forEach(group => {
            group.hidden = [...group.querySelectorAll('.claim')].every(claim => claim.hidden);
        });
        shown.textContent = claims.filter(claim => !claim.hidden).length + ' of ' + claims.length + ' claims';
    };
    verdict.addEventListener('change', apply);
    words.addEventListener('input', apply);
    filter.hidden = false;
    apply();
    // A link to a claim opens it.
    const open = () => {
        const target = location.hash && document.getElementById(location.hash.slice(1));
        if (target && target.matches('details')) {
            target.open = true;
        }
    };
    window.addEventListener('hashchange', open);
    open();
})();
