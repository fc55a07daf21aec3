/** Puts the page together: the state changes, everything else follows. */

import {App} from './page.js';

const app = new App();
app.start();
