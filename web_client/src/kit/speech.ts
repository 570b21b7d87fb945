/** Reading aloud with a voice of the phone itself, never a remote one: what is on a screen does not leave the phone. */

/** The phone's own voice for this language, or null; browsers fill the list late, so ask again on `voiceschanged`. */
export function localVoice(language: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in globalThis)) return null;
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService);
  return voices.find((voice) => voice.lang.toLowerCase().startsWith(language)) ?? null;
}

/** One utterance a sentence: long ones stop half way on many phones. */
export function sentences(text: string): string[] {
  return (text.match(/[^.!?…\n]+[.!?…]*\s*»?/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Starts reading; the function returned stops it. `onend` is called once, at the end or when stopped. */
export function read(text: string, voice: SpeechSynthesisVoice, onend: () => void): () => void {
  const waiting = sentences(text);
  let stopped = false;
  const finish = () => {
    if (stopped) return;
    stopped = true;
    onend();
  };
  const next = () => {
    const sentence = waiting.shift();
    if (stopped || sentence === undefined) return finish();
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = next;
    utterance.onerror = finish;
    speechSynthesis.speak(utterance);
  };
  next();
  return () => {
    speechSynthesis.cancel();
    finish();
  };
}
