/**
 * Sounds, made by the phone itself: no file, off until somebody turns them on. Glass touched with a nail, wood, chain, water.
 * Each says again what the screen shows already; nothing is said by sound alone, and nothing sounds like a fault.
 */

/**
 * `piece`: a piece comes to me or is read. `voice`: one person has answered; `second_voice`: another confirms; `eclat`: both, and
 * the note between them. `kept`: what I said is taken. `passed`: a piece changes hands. `pause`: an adult stops the clock.
 * `person`: somebody comes. `opale`: the machine speaks, perfectly even.
 */
export type Sound = 'piece' | 'voice' | 'second_voice' | 'eclat' | 'kept' | 'passed' | 'pause' | 'person' | 'opale';

/** One touch of a material: when, in seconds, how high in hertz, how loud from 0 to 1. */
export interface Touch {
  at: number;
  matter: 'glass' | 'wood' | 'chain' | 'water';
  pitch: number;
  loud: number;
}

const FIRST = 440;
const SECOND = 660;
/** Stands between the two: the chord is whole. */
const BETWEEN = 550;
/** People are never quite on the beat, in seconds. */
const OFF_THE_BEAT = [0.031, -0.024, 0.017, -0.012];

const touch = (at: number, matter: Touch['matter'], pitch: number, loud = 0.5): Touch => ({ at, matter, pitch, loud });

export const SCORE: Readonly<Record<Sound, readonly Touch[]>> = {
  piece: [touch(0, 'glass', 880, 0.35)],
  voice: [touch(0, 'glass', FIRST)],
  second_voice: [touch(0, 'glass', SECOND)],
  eclat: [touch(0, 'glass', FIRST), touch(0.31, 'glass', SECOND), touch(0.65, 'glass', BETWEEN, 0.6)],
  kept: [touch(0, 'wood', 190), touch(0.12 + 0.017, 'wood', 240, 0.35)],
  passed: [0, 1, 2, 3].map((one) =>
    touch(0.05 + one * 0.07 + (OFF_THE_BEAT[one] ?? 0), 'chain', 2100 + one * 170, 0.2),
  ),
  pause: [touch(0, 'water', 420, 0.35)],
  person: [touch(0, 'wood', 160, 0.4), touch(0.22 + 0.031, 'wood', 160, 0.3)],
  opale: [0, 1, 2, 3].map((one) => touch(one * 0.25, 'wood', 1200, 0.12)),
};

const KEYS = { sound: 'eclats-sound', touch: 'eclats-vibration' } as const;
const TOUCH_MS = 20;

/** Whether the person turned it on; both are off on a phone that never said. */
export function isOn(what: keyof typeof KEYS): boolean {
  try {
    return localStorage.getItem(KEYS[what]) === 'on';
  } catch {
    return false;
  }
}

export function turn(what: keyof typeof KEYS, on: boolean): void {
  try {
    if (on) localStorage.setItem(KEYS[what], 'on');
    else localStorage.removeItem(KEYS[what]);
  } catch {
    return;
  }
  if (on && what === 'sound') sound('voice');
  if (on && what === 'touch') navigator.vibrate?.(TOUCH_MS);
}

let context: AudioContext | null = null;

/** Plays it, if the person wants sounds; and a short touch, if they want that. */
export function sound(name: Sound): void {
  if (isOn('touch')) navigator.vibrate?.(TOUCH_MS);
  if (!isOn('sound') || typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  // Browsers keep it silent until somebody has touched the page: what comes before is lost, never late.
  if (context.state === 'suspended') void context.resume();
  const now = context.currentTime + 0.01;
  for (const one of SCORE[name]) play(context, now, one);
}

function play(audio: AudioContext, now: number, { at, matter, pitch, loud }: Touch): void {
  switch (matter) {
    case 'glass':
      // The overtones of a bar that is struck do not line up: that is what makes it glass.
      tone(audio, now + at, pitch, loud, 1.4);
      tone(audio, now + at, pitch * 2.76, loud * 0.35, 0.7);
      return tone(audio, now + at, pitch * 5.4, loud * 0.15, 0.3);
    case 'wood':
      tone(audio, now + at, pitch, loud, 0.09);
      return noise(audio, now + at, pitch * 4, loud * 0.3, 0.03);
    case 'chain':
      return noise(audio, now + at, pitch, loud, 0.05);
    case 'water':
      noise(audio, now + at, pitch, loud, 1.1);
      return noise(audio, now + at + 0.4, pitch * 0.7, loud * 0.7, 1.2);
  }
}

function tone(audio: AudioContext, at: number, pitch: number, loud: number, lasts: number): void {
  const source = audio.createOscillator();
  source.frequency.value = pitch;
  source.connect(fading(audio, at, loud * 0.4, lasts)).connect(audio.destination);
  source.start(at);
  source.stop(at + lasts);
}

function noise(audio: AudioContext, at: number, pitch: number, loud: number, lasts: number): void {
  const frames = Math.ceil(audio.sampleRate * lasts);
  const buffer = audio.createBuffer(1, frames, audio.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let frame = 0; frame < frames; frame += 1) samples[frame] = Math.random() * 2 - 1;
  const source = audio.createBufferSource();
  source.buffer = buffer;
  const band = audio.createBiquadFilter();
  band.type = 'bandpass';
  band.frequency.value = pitch;
  band.Q.value = 6;
  source
    .connect(band)
    .connect(fading(audio, at, loud, lasts))
    .connect(audio.destination);
  source.start(at);
}

/** Up at once, then away, as whatever is struck. */
function fading(audio: AudioContext, at: number, loud: number, lasts: number): GainNode {
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(Math.max(loud, 0.0002), at + 0.006);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + lasts);
  return gain;
}
