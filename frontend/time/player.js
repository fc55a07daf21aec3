/** Runs time forward, frame by frame. Knows a clock and a speed; knows no map. */

const LONGEST_FRAME_MS = 100;

export class Player extends EventTarget {
    #frame = 0;
    #last = 0;

    /** How many steps a second. */
    stepsPerSecond = 1;

    get playing() {
        return this.#frame !== 0;
    }

    play() {
        if (this.playing) return;
        this.#last = performance.now();
        this.#frame = requestAnimationFrame((now) => this.#tick(now));
        this.dispatchEvent(new Event('play'));
    }

    pause() {
        if (!this.playing) return;
        cancelAnimationFrame(this.#frame);
        this.#frame = 0;
        this.dispatchEvent(new Event('pause'));
    }

    toggle() {
        if (this.playing) this.pause();
        else this.play();
    }

    /** @param {number} now */
    #tick(now) {
        // A tab that slept must not jump a week when it wakes up.
        const ms = Math.min(now - this.#last, LONGEST_FRAME_MS);
        this.#last = now;
        this.#frame = requestAnimationFrame((next) => this.#tick(next));
        const steps = (ms / 1000) * this.stepsPerSecond;
        this.dispatchEvent(new CustomEvent('advance', {detail: steps}));
    }
}
