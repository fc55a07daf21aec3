/** Who reads: the desk is fetched for those who are signed in, or want to be. */

import {ask, ServiceError} from '../data/api.js';
import {find} from '../dom.js';

/**
 * @typedef {object} Host what the desk needs of the page
 * @property {import('../state/state.js').State} state
 * @property {() => import('../words/words.js').Words} words
 * @property {import('../map/scene.js').Scene} scene
 * @property {import('./pages.js').Pages} pages
 * @property {() => Promise<void>} reload
 */

/** @param {Host} host */
export async function account(host) {
    const invitation = /^#invitation=(.+)/.exec(location.hash)?.[1] ?? '';
    // it is a secret, and nobody is to see it in the address
    const refused = location.hash === '#openid=refused';
    if (invitation || refused) history.replaceState(null, '', location.pathname + location.search);
    const button = /** @type {HTMLElement} */ (find('[data-action=account]'));
    try {
        const me = await ask('/api/me');
        const desk = () => import('../desk/desk.js').then((module) => module.desk(host, me));
        button.hidden = false;
        button.addEventListener('click', async () => (await desk()).account());
        if (invitation) (await desk()).join(invitation);
        else if (refused) (await desk()).refused();
        else if (me.role) await desk();
    } catch (e) {
        // without an answer there is nobody to sign in to
        if (!(e instanceof ServiceError)) throw e;
    }
}
