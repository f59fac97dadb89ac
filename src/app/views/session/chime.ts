/** Two soft tones, made here, so that no file has to be fetched. Where a browser denies sound there is none. */
export function chime(): void {
  try {
    const audio = new AudioContext();
    const now = audio.currentTime;
    for (const [at, frequency] of [
      [0, 587],
      [0.22, 784],
    ] as const) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.type = 'sine';
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0, now + at);
      volume.gain.linearRampToValueAtTime(0.12, now + at + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.0001, now + at + 0.9);
      tone.connect(volume).connect(audio.destination);
      tone.start(now + at);
      tone.stop(now + at + 1);
    }
    setTimeout(() => void audio.close(), 1_500);
  } catch {
    // No sound in this browser: the notice says it as well.
  }
}
