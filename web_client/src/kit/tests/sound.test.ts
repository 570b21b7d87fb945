// Spec: V14
// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isOn, SCORE, sound, turn } from '../sound';

const made: string[] = [];

/** Just enough of a phone's sound to hear whether something was asked of it. */
class Speaker {
  currentTime = 0;
  sampleRate = 100;
  state = 'running';
  destination = {};
  #node(name: string) {
    const param = { value: 0, setValueAtTime: () => param, exponentialRampToValueAtTime: () => param };
    const node = {
      frequency: param,
      gain: param,
      Q: param,
      connect: (to: object) => to,
      start: () => made.push(name),
      stop: () => {},
    };
    return node;
  }
  createOscillator = () => this.#node('tone');
  createGain = () => this.#node('gain');
  createBiquadFilter = () => this.#node('filter');
  createBufferSource = () => this.#node('noise');
  createBuffer = (_: number, frames: number) => ({ getChannelData: () => new Float32Array(frames) });
}

beforeEach(() => {
  made.length = 0;
  vi.stubGlobal('AudioContext', Speaker);
});
afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
});

it('a phone makes no sound until its owner turns sounds on, and none once they are off again', () => {
  sound('eclat');
  expect(made).toEqual([]);
  turn('sound', true);
  expect(made.length).toBeGreaterThan(0);
  turn('sound', false);
  made.length = 0;
  sound('eclat');
  expect(made).toEqual([]);
  expect([isOn('sound'), isOn('touch')]).toEqual([false, false]);
});

it('one person is one note, another a second, and an éclat is both and the note between them', () => {
  const [first] = SCORE.voice;
  const [second] = SCORE.second_voice;
  const pitches = SCORE.eclat.map(({ pitch }) => pitch);
  expect(pitches.slice(0, 2)).toEqual([first?.pitch, second?.pitch]);
  expect(pitches[2]).toBeGreaterThan(first?.pitch ?? 0);
  expect(pitches[2]).toBeLessThan(second?.pitch ?? 0);
});

it('OPALE ticks perfectly evenly, and people never do', () => {
  const gaps = (name: 'opale' | 'passed') =>
    new Set(SCORE[name].slice(1).map(({ at }, index) => Math.round((at - (SCORE[name][index]?.at ?? 0)) * 1000)));
  expect(gaps('opale').size).toBe(1);
  expect(gaps('passed').size).toBeGreaterThan(1);
});

it('all sounds together weigh less than 20 KB: they are notes, not files', () => {
  const source = readFileSync(join(import.meta.dirname, '../sound.ts'));
  expect(gzipSync(source).length).toBeLessThan(20 * 1024);
});
