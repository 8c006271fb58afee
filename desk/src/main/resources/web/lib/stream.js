// One stream of events for the whole tab. Read with fetch, because EventSource cannot send a token; it resumes by the last id.
import { ask } from './api.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10000;

class DeskStream extends EventTarget {
  #abort = null;
  #lastId = null;
  #key = '';

  /** Asks for channels; what is open for the same already goes on. */
  open(params) {
    const key = JSON.stringify(params);
    if (key === this.#key) return;
    this.close();
    this.#key = key;
    this.#lastId = null;
    const abort = new AbortController();
    this.#abort = abort;
    this.#run(params, abort.signal);
  }

  close() {
    this.#abort?.abort();
    this.#abort = null;
    this.#key = '';
  }

  async #run(params, signal) {
    let wait = FIRST_WAIT_MS;
    while (!signal.aborted) {
      try {
        const more = this.#lastId ? { 'Last-Event-ID': this.#lastId } : {};
        const response = await ask('stream', params, { headers: { Accept: 'text/event-stream', ...more }, signal });
        wait = FIRST_WAIT_MS;
        this.#state(true);
        await this.#read(response.body, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#state(false, error.message);
        if (error.status === 400 || error.status === 401) return;
      }
      this.#state(false, 'the desk does not answer');
      await new Promise((done) => setTimeout(done, wait));
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    }
  }

  async #read(body, signal) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!signal.aborted) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      const blocks = text.split('\n\n');
      text = blocks.pop();
      blocks.forEach((block) => this.#event(block));
    }
  }

  #event(block) {
    let type = '';
    let data = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('event:')) type = line.slice(6).trim();
      else if (line.startsWith('data:')) data += line.slice(5).trim();
      else if (line.startsWith('id:')) this.#lastId = line.slice(3).trim();
    }
    if (type && data) this.dispatchEvent(new CustomEvent(type, { detail: JSON.parse(data) }));
  }

  #state(connected, message) {
    this.dispatchEvent(new CustomEvent('connection', { detail: { connected, message } }));
  }
}

export const stream = new DeskStream();
