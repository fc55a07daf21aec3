/** Where the page begins. */

import {App} from './page/app.js';

new App().start();
