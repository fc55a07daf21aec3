/** Where the page begins. */

import {find} from './dom.js';
import {App} from './page/app.js';

// without its words the page says in three languages, in its own markup, that nothing can be shown
new App().start().catch((e) => {
    /** @type {HTMLElement} */ (find('[data-role=notice]')).hidden = false;
    throw e;
});
