/** The mark of a text, reckoned as the server does (game_server/application/stories.py): sixteen hexadecimal signs. */
export function markOf(text: string): string {
  let one = 0x9e3779b9;
  let two = 0x85ebca6b;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x5bd1e995);
    two ^= two >>> 15;
  }
  return hex(one) + hex(two);
}

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0');
